import Detection
import Evidence
import Feed
import Foundation
import HostileText

/// A thing as the feed is to have it, before it is known whether that is new.
struct FeedThing {
    var kind: FeedKind
    var id: String
    var document: Data
}

extension Findings {
    /// Everything found, as records of the feed, each after what it refers to. Exchanges are not among them.
    ///
    /// - Parameters:
    ///   - exchanges: what was looked at, for the organisations behind accounts.
    ///   - decided: subjects that bear a label, whose flags say so.
    /// - Throws: `EncodingError` where a number is not finite.
    func things(exchanges: [Exchange], releases: [Release], decided: Set<Subject>) throws -> [FeedThing] {
        var things: [FeedThing] = []
        things.reserveCapacity(conversations.count + signals.count + 2 * accounts.count)
        func add(_ kind: FeedKind, _ id: UntrustedText, _ document: Data) {
            things.append(FeedThing(kind: kind, id: id.verbatim, document: document))
        }
        func add(_ kind: FeedKind, _ id: UntrustedText, _ value: some Encodable) throws {
            add(kind, id, try FeedDocument.encode(value))
        }
        for release in releases { try add(.release, release.model, release) }
        for organisation in Findings.organisations(of: exchanges) {
            try add(.organisation, organisation.id.text, organisation)
        }
        for account in accounts { try add(.account, account.id.text, account) }
        for conversation in conversations {
            add(.conversation, conversation.id.text, FeedDocument.encode(conversation))
        }
        for template in templates { try add(.template, template.id.text, template) }
        for indicator in indicators { try add(.indicator, indicator.id.text, indicator) }
        for signal in signals {
            add(.signal, UntrustedText(FeedRecord.id(of: signal)), try FeedDocument.encode(signal))
        }
        for cluster in clusters { try add(.cluster, cluster.id.text, cluster) }
        for membership in memberships {
            try add(.membership, UntrustedText(FeedRecord.id(of: membership)), membership)
        }
        for edge in edges { try add(.edge, UntrustedText(FeedRecord.id(of: edge)), edge) }
        for var flag in flags {
            if flag.status == .open, decided.contains(flag.subject) { flag.status = .decided }
            try add(.flag, flag.id.text, flag)
        }
        return things
    }

    /// The kinds of record that end when a score no longer has them, in the order of ``things(exchanges:releases:decided:)``.
    static let kinds: [FeedKind] = [
        .organisation, .account, .conversation, .template, .indicator, .signal, .cluster, .membership, .edge, .flag,
    ]

    private static func organisations(of exchanges: [Exchange]) -> [Organisation] {
        var accounts: [OrganisationID: Set<AccountID>] = [:]
        for exchange in exchanges {
            if let organisation = exchange.organisation {
                accounts[organisation, default: []].insert(exchange.account)
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

/// What a score says of one exchange: the part of its document beside the exchange itself.
enum ExchangeFindings {
    /// The document of an exchange without its text: `{"exchange":…,"matches":…,"target":…}`, with no decoding.
    static func document(core: Data, findings: Data) -> Data {
        var document = Data(#"{"exchange":"#.utf8)
        document.append(core)
        document.append(UInt8(ascii: ","))
        document.append(findings.dropFirst())
        return document
    }
}
