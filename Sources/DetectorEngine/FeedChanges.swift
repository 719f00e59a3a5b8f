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

/// The things of a kind, in order, each made when it is asked for.
struct FeedThings: Sendable {
    var count = 0
    /// Makes one.
    ///
    /// - Throws: `EncodingError` where a number is not finite.
    var make: @Sendable (Int) throws -> FeedThing
}

extension Findings {
    /// The things found of a kind, as the feed is to have them. Exchanges are not among them.
    ///
    /// - Parameters:
    ///   - exchanges: what was looked at, for the organisations behind accounts.
    ///   - decided: subjects that bear a label, whose flags say so.
    func things(
        of kind: FeedKind, exchanges: [Exchange], releases: [Release], decided: Set<Subject>
    ) -> FeedThings {
        func list<Thing: Encodable & Sendable>(
            _ things: [Thing], id: @escaping @Sendable (Thing) -> String,
            spelt: @escaping @Sendable (Thing) throws -> Data = { try FeedDocument.encode($0) }
        ) -> FeedThings {
            FeedThings(count: things.count) {
                FeedThing(id: id(things[$0]), body: .spelt(try spelt(things[$0])))
            }
        }
        switch kind {
        case .release: return list(releases) { $0.model.verbatim }
        case .organisation: return list(Findings.organisations(of: exchanges)) { $0.id.text.verbatim }
        case .account: return list(accounts, id: { $0.id.text.verbatim }, spelt: FeedDocument.encode)
        case .conversation:
            return FeedThings(count: conversations.count) { [conversations] in
                let conversation = conversations[$0]
                return FeedThing(id: conversation.id.text.verbatim, body: .conversation(conversation))
            }
        case .template: return list(templates) { $0.id.text.verbatim }
        case .indicator: return list(indicators) { $0.id.text.verbatim }
        case .signal:
            return FeedThings(count: signals.count) { [signals] in
                FeedThing(id: FeedRecord.id(of: signals[$0]), body: try ThingBody(signals[$0]))
            }
        case .cluster: return list(clusters) { $0.id.text.verbatim }
        case .membership: return list(memberships, id: FeedRecord.id(of:), spelt: FeedDocument.encode)
        case .edge: return list(edges, id: FeedRecord.id(of:), spelt: FeedDocument.encode)
        case .flag: return list(flags(decided: decided)) { $0.id.text.verbatim }
        default: return FeedThings { _ in preconditionFailure("there are none") }
        }
    }

    private func flags(decided: Set<Subject>) -> [Flag] {
        flags.map { flag in
            var flag = flag
            if flag.status == .open, decided.contains(flag.subject) { flag.status = .decided }
            return flag
        }
    }

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
