import Digests

/// Replaces what the rules find by `[redacted:RULE:TOKEN]`. Equal values have equal tokens, so links survive; the token is a
/// keyed hash, so nobody without the key can guess the value from it.
struct Redactor {
    /// How often each rule replaced something.
    private(set) var counts: [RedactionRule: Int] = [:]
    private let tokens: KeyedHash

    init(key: [UInt8]) {
        tokens = KeyedHash(key: key)
    }

    /// What was replaced, in bytes of the text before, and how long the replacement is.
    struct Edit: Hashable {
        var range: Range<Int>
        var length: Int
    }

    /// Redacts a text; also says where, so that places in it can be moved along.
    mutating func redacted(_ text: String, rules: [RedactionRule]) -> (text: String, edits: [Edit]) {
        let bytes = Array(text.utf8)
        let finds = Redactor.finds(in: bytes, rules: rules)
        guard !finds.isEmpty else { return (text, []) }
        var output: [UInt8] = []
        var edits: [Edit] = []
        var place = 0
        for find in finds {
            let token = tokens.token(for: bytes[find.range], in: "redaction", digits: 12)
            let replacement = "[redacted:\(find.rule.rawValue):\(token)]"
            output += bytes[place..<find.range.lowerBound]
            output += replacement.utf8
            edits.append(Edit(range: find.range, length: replacement.utf8.count))
            counts[find.rule, default: 0] += 1
            place = find.range.upperBound
        }
        output += bytes[place...]
        return (String(decoding: output, as: UTF8.self), edits)
    }

    /// What all the rules find, in order and apart; where two overlap the rule named first wins.
    static func finds(in bytes: [UInt8], rules: [RedactionRule]) -> [(range: Range<Int>, rule: RedactionRule)] {
        var finds: [(range: Range<Int>, rule: RedactionRule)] = []
        for rule in rules {
            for range in rule.ranges(in: bytes) where !finds.contains(where: { $0.range.overlaps(range) }) {
                finds.append((range, rule))
            }
        }
        return finds.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Where a place in the text before is after the edits; a place inside of what was replaced moves to its start or end.
    static func moved(_ place: Int, by edits: [Edit], toEnd: Bool) -> Int {
        var shift = 0
        for edit in edits {
            if place <= edit.range.lowerBound { break }
            if place < edit.range.upperBound {
                return edit.range.lowerBound + shift + (toEnd ? edit.length : 0)
            }
            shift += edit.length - edit.range.count
        }
        return place + shift
    }
}
