import Evidence
import Feed
import Foundation
import HostileText

/// The shared values that one document names for a subject.
struct IndicatorUses {
    var subject: Subject
    /// Which document says so, so that its next revision replaces what it said.
    var source: String
    var indicators: [IndicatorID]

    init(subject: Subject, source: String, _ indicators: [IndicatorID]) {
        self.subject = subject
        self.source = source
        self.indicators = indicators
    }
}

/// A table whose rows are documents of one kind, with the columns that questions need read out of them.
struct FindingTable: Sendable {
    let name: String
    /// The columns of the primary key, then the others.
    let keys: [String]
    let columns: [String]
    /// Whether replaced revisions are kept, with the sequences from and to which they held.
    let keepsPast: Bool
    /// The values of keys and columns.
    let read: @Sendable (Data, JSONDecoder) throws -> [SQLValue]
    /// The shared values that a document names, if its kind names any: for whom, and the values.
    var uses: (@Sendable (Data, JSONDecoder) throws -> IndicatorUses)?
    /// The values of the keys, from a record's id.
    let find: @Sendable (String) -> [SQLValue]?

    var condition: String { keys.map { "\($0) = ?" }.joined(separator: " AND ") }

    var selectSQL: String { "SELECT revision, sequence, document FROM \(name) WHERE \(condition)" }

    var deleteSQL: String { "DELETE FROM \(name) WHERE \(condition)" }

    var replaceSQL: String {
        let all = keys + columns + ["revision", "sequence", "document"]
        let places = Array(repeating: "?", count: all.count).joined(separator: ", ")
        return "INSERT OR REPLACE INTO \(name)(\(all.joined(separator: ", "))) VALUES (\(places))"
    }

    private static func single(_ id: String) -> [SQLValue]? { [SQLValue(id)] }

    /// The two halves of an id made of two.
    private static func double(_ id: String) -> [SQLValue]? {
        let halves = id.unicodeScalars.split(separator: "\u{1F}", maxSplits: 1, omittingEmptySubsequences: false)
        return halves.count == 2 ? halves.map { SQLValue(String($0)) } : nil
    }

    /// Subject, kind and name from `kind:subject:name`; the subject may hold colons of its own.
    private static func triple(_ id: String) -> [SQLValue]? {
        let scalars = id.unicodeScalars
        guard let first = scalars.firstIndex(of: ":"), let last = scalars.lastIndex(of: ":"), first < last else {
            return nil
        }
        let subject = String(scalars[scalars.index(after: first)..<last])
        return [
            SQLValue(subject), SQLValue(String(scalars[..<first])),
            SQLValue(String(scalars[scalars.index(after: last)...])),
        ]
    }

    static let all: [FeedKind: FindingTable] = [
        .organisation: FindingTable(
            name: "organisation", keys: ["id"], columns: ["accounts"], keepsPast: false,
            read: { document, decoder in
                let thing = try decoder.decode(Organisation.self, from: document)
                return [SQLValue(thing.id), SQLValue(thing.accounts)]
            }, find: single),
        .indicator: FindingTable(
            name: "indicator", keys: ["id"], columns: ["kind", "value", "accounts", "ordinaryAccounts", "rarity"],
            keepsPast: false,
            read: { document, decoder in
                let thing = try decoder.decode(Indicator.self, from: document)
                return [
                    SQLValue(thing.id), SQLValue(thing.kind.rawValue), SQLValue(thing.value), SQLValue(thing.accounts),
                    SQLValue(thing.ordinaryAccounts), SQLValue(thing.rarity),
                ]
            }, find: single),
        .flag: FindingTable(
            name: "flagFact", keys: ["id"],
            columns: [
                "kind", "subject", "score", "status", "version", "at", "confirmedAt", "exchanges", "cluster", "urgency",
                "reasons", "targets",
            ], keepsPast: true,
            read: { document, decoder in
                let thing = try decoder.decode(Flag.self, from: document)
                return [
                    SQLValue(thing.id), SQLValue(thing.subject.kind.rawValue), SQLValue(thing.subject.text),
                    SQLValue(thing.score), SQLValue(thing.status.rawValue), SQLValue(thing.version), SQLValue(thing.at),
                    SQLValue(thing.confirmedAt), SQLValue(thing.exchanges), SQLValue(thing.cluster),
                    SQLValue(thing.urgency), SQLValue(thing.reasons.joined(separator: " · ")), words(of: thing.targets),
                ]
            }, find: single),
        .signal: FindingTable(
            name: "signal", keys: ["subject", "kind", "name"],
            columns: ["value", "unit", "ordinary", "percentile", "contribution"], keepsPast: true,
            read: { document, decoder in
                let thing = try FeedDocument.decode(Signal.self, from: document)
                return [
                    SQLValue(thing.subject.text), SQLValue(thing.subject.kind.rawValue), SQLValue(thing.name.rawValue),
                    SQLValue(thing.value), SQLValue(thing.unit), SQLValue(thing.ordinary), SQLValue(thing.percentile),
                    SQLValue(thing.contribution),
                ]
            },
            uses: { document, decoder in
                let thing = try FeedDocument.decode(Signal.self, from: document)
                let indicators = thing.evidence.compactMap { reference in
                    if case .indicator(let id) = reference { id } else { nil }
                }
                return IndicatorUses(subject: thing.subject, source: "signal:" + thing.name.rawValue, indicators)
            }, find: triple),
        .cluster: FindingTable(
            name: "cluster", keys: ["id"],
            columns: ["status", "size", "score", "exchanges", "firstAt", "lastAt", "kinds", "targets"], keepsPast: true,
            read: { document, decoder in
                let thing = try decoder.decode(Cluster.self, from: document)
                return [
                    SQLValue(thing.id), SQLValue(thing.status.rawValue), SQLValue(thing.size), SQLValue(thing.score),
                    SQLValue(thing.exchanges), SQLValue(thing.firstAt), SQLValue(thing.lastAt), words(of: thing.kinds),
                    words(of: thing.targets),
                ]
            },
            uses: { document, decoder in
                let thing = try decoder.decode(Cluster.self, from: document)
                return IndicatorUses(subject: .cluster(thing.id), source: "cluster", thing.indicators)
            }, find: single),
        .membership: FindingTable(
            name: "membership", keys: ["cluster", "account"], columns: ["weight", "kinds"], keepsPast: true,
            read: { document, decoder in
                let thing = try decoder.decode(Membership.self, from: document)
                return [
                    SQLValue(thing.cluster), SQLValue(thing.account), SQLValue(thing.weight), words(of: thing.kinds),
                ]
            },
            uses: { document, decoder in
                let thing = try decoder.decode(Membership.self, from: document)
                let source = "membership:" + thing.cluster.text.verbatim
                return IndicatorUses(subject: .account(thing.account), source: source, thing.indicators)
            }, find: double),
        .edge: FindingTable(
            name: "edge", keys: ["a", "b"], columns: ["kinds", "weight"], keepsPast: false,
            read: { document, decoder in
                let thing = try decoder.decode(Edge.self, from: document)
                return [SQLValue(thing.a), SQLValue(thing.b), words(of: thing.kinds), SQLValue(thing.weight)]
            }, find: double),
        .release: FindingTable(
            name: "release", keys: ["id"], columns: ["model", "releasedAt"], keepsPast: false,
            read: { document, decoder in
                let thing = try decoder.decode(Release.self, from: document)
                return [SQLValue(thing.model), SQLValue(thing.model), SQLValue(thing.releasedAt)]
            }, find: single),
    ]

    private static func words(of kinds: [EvidenceKind]) -> SQLValue {
        SQLValue(kinds.map(\.rawValue).joined(separator: " "))
    }

    /// The targets that make up a twentieth or more, between spaces, so that one is found by `instr`.
    private static func words(of targets: [TargetShare]) -> SQLValue {
        SQLValue(targets.filter { $0.share >= 0.05 }.reduce(" ") { $0 + $1.target.rawValue + " " })
    }
}
