import Detection
import Evidence
import Feed
import Foundation
import HostileText

/// A thing as the feed is to have it, before it is known whether that is new.
struct FeedThing {
    var id: String
    var body: ThingBody
}

extension Findings {
    /// Calls with each thing found of a kind, in order, as a record of the feed. Exchanges are not among them.
    ///
    /// - Parameters:
    ///   - exchanges: what was looked at, for the organisations behind accounts.
    ///   - decided: subjects that bear a label, whose flags say so.
    /// - Throws: `EncodingError` where a number is not finite, and what `body` throws.
    func eachThing(
        of kind: FeedKind, exchanges: [Exchange], releases: [Release], decided: Set<Subject>,
        _ body: (FeedThing) throws -> Void
    ) throws {
        func add<Thing: Encodable & Sendable>(_ things: [Thing], id: @Sendable (Thing) -> String) throws {
            try Findings.make(things, body) { FeedThing(id: id($0), body: .spelt(try FeedDocument.encode($0))) }
        }
        switch kind {
        case .release: try add(releases) { $0.model.verbatim }
        case .organisation: try add(Findings.organisations(of: exchanges)) { $0.id.text.verbatim }
        case .account: try add(accounts) { $0.id.text.verbatim }
        case .conversation:
            try Findings.make(conversations, body) { FeedThing(id: $0.id.text.verbatim, body: .conversation($0)) }
        case .template: try add(templates) { $0.id.text.verbatim }
        case .indicator: try add(indicators) { $0.id.text.verbatim }
        case .signal:
            try Findings.make(signals, body) { FeedThing(id: FeedRecord.id(of: $0), body: try ThingBody($0)) }
        case .cluster: try add(clusters) { $0.id.text.verbatim }
        case .membership: try add(memberships) { FeedRecord.id(of: $0) }
        case .edge: try add(edges) { FeedRecord.id(of: $0) }
        case .flag: try add(flags(decided: decided)) { $0.id.text.verbatim }
        default: break
        }
    }

    private func flags(decided: Set<Subject>) -> [Flag] {
        flags.map { flag in
            var flag = flag
            if flag.status == .open, decided.contains(flag.subject) { flag.status = .decided }
            return flag
        }
    }

    /// Makes things on all processors, and calls with each in order. Never many are in memory.
    private static func make<Things: RandomAccessCollection & Sendable>(
        _ things: Things, _ body: (FeedThing) throws -> Void,
        _ make: @Sendable (Things.Element) throws -> FeedThing
    ) throws where Things.Index == Int {
        for start in stride(from: 0, to: things.count, by: portion) {
            let count = min(portion, things.count - start)
            for thing in Parallel.map(count, { number in Result { try make(things[start + number]) } }) {
                try body(thing.get())
            }
        }
    }

    /// Things that are made at a time.
    private static let portion = 1 << 14

    /// The kinds of record that end when a score no longer has them, in the order of which a score stores them.
    static let kinds: [FeedKind] = [
        .organisation, .account, .conversation, .template, .indicator, .signal, .cluster, .membership, .edge, .flag,
    ]

    private static func organisations(of exchanges: [Exchange]) -> [Organisation] {
        var accounts: [OrganisationID: Set<AccountID>] = [:]
        for place in exchanges.indices {
            if let organisation = exchanges[place].organisation {
                accounts[organisation, default: []].insert(exchanges[place].account)
            }
        }
        return accounts.map { Organisation(id: $0.key, accounts: $0.value.count) }.sorted { $0.id < $1.id }
    }

    /// What the next run must know of this one.
    func memory(after previous: PreviousRun?) -> PreviousRun {
        var members: [ClusterID: [AccountID]] = [:]
        for past in previous?.clusters ?? [] { members[past.id] = [] }
        for cluster in clusters { members[cluster.id] = [] }
        for membership in memberships { members[membership.cluster, default: []].append(membership.account) }
        return PreviousRun(
            clusters: members.sorted { $0.key < $1.key }.map { .init(id: $0.key, members: $0.value) },
            flags: flags.map { .init(id: $0.id, subject: $0.subject, at: $0.at) })
    }
}
