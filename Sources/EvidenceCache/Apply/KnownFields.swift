import Feed
import Foundation

/// The members that documents of each kind are known to have.
enum KnownFields {
    static func of(_ kind: FeedKind) -> Set<String>? { all[kind.rawValue] }

    private static let all: [String: Set<String>] = [
        "account": [
            "id", "organisation", "pathway", "plan", "createdAt", "country", "asn", "score", "isFlagged", "cluster",
            "exchanges", "conversations", "keys", "inputTokens", "outputTokens", "firstAt", "lastAt",
        ],
        "organisation": ["id", "accounts"],
        "exchange": ["exchange", "target", "template", "matches"],
        "conversation": ["id", "account", "firstAt", "lastAt", "turns", "isInferred"],
        "template": ["id", "pieces", "accounts", "exchanges", "target"],
        "indicator": ["id", "kind", "value", "accounts", "ordinaryAccounts", "rarity"],
        "flag": [
            "id", "subject", "score", "low", "high", "status", "version", "at", "confirmedAt", "targets", "reasons",
            "exchanges", "cluster", "urgency",
        ],
        "signal": [
            "subject", "name", "value", "unit", "ordinary", "percentile", "contribution", "evidence", "note",
        ],
        "cluster": [
            "id", "status", "size", "kinds", "score", "exchanges", "firstAt", "lastAt", "targets", "indicators",
            "reasons",
        ],
        "membership": ["cluster", "account", "weight", "kinds", "indicators"],
        "edge": ["a", "b", "weight", "reasons"],
        "label": [
            "id", "subject", "label", "analyst", "at", "confidence", "supersedes", "reasons", "note", "evidence",
            "view",
            "guideline", "isBlind", "scoreSeen",
        ],
        "mute": ["id", "indicator", "isMuted", "analyst", "at", "note"],
        "outcome": ["id", "account", "what", "at", "analyst", "note", "takesBack"],
        "release": ["model", "releasedAt"],
    ]

    /// The names of the members of the outermost object. Trusts that the text is JSON, since it was decoded before.
    static func names(in document: Data) -> [String] {
        var names: [String] = []
        var depth = 0
        var expectsName = false
        document.withUnsafeBytes { bytes in
            var place = 0
            while place < bytes.count {
                switch bytes[place] {
                case UInt8(ascii: "{"), UInt8(ascii: "["):
                    depth += 1
                    expectsName = depth == 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
                case UInt8(ascii: ","): expectsName = depth == 1
                case UInt8(ascii: "\""):
                    let start = place + 1
                    place = start
                    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
                        place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
                    }
                    if expectsName, place <= bytes.count {
                        names.append(String(decoding: bytes[start..<min(place, bytes.count)], as: UTF8.self))
                        expectsName = false
                    }
                default: break
                }
                place += 1
            }
        }
        return names
    }
}
