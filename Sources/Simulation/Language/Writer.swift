/// Somebody or something that writes: chance, a topic, and a language.
struct Writer: Sendable {
    /// Where its chance comes from.
    var random: SeededRandom
    /// What it writes about.
    var topic: Topic
    /// Nouns of another language, while it writes in one.
    var nouns: [String]?
    /// The real text that it writes about, while it does.
    private var input: String?
    /// The language in which it wrote last, other than English.
    var tongue: Tongue?

    /// Makes a writer with a topic of its own.
    init(random: SeededRandom) {
        self.random = random
        topic = self.random.pick(Topic.all)
    }

    /// Takes up another topic.
    mutating func changeTopic() { topic = random.pick(Topic.all) }

    /// Writes a sentence from a pattern.
    mutating func write(_ pattern: Pattern) -> String {
        var text = ""
        append(pattern, to: &text)
        return text
    }

    /// Writes a sentence from one of some patterns.
    mutating func write(oneOf patterns: [Pattern]) -> String { write(random.pick(patterns)) }

    /// Writes a request about a real text: in an instruction's place for it, or the text alone where there is none.
    mutating func write(oneOf patterns: [Pattern], about text: String) -> String {
        let pattern = random.pick(patterns)
        guard pattern.takesInput else { return text }
        input = text
        defer { input = nil }
        return write(pattern)
    }

    private mutating func append(_ pattern: Pattern, to text: inout String) {
        for node in pattern.nodes {
            switch node {
            case .text(let words): text += words
            case .choice(let choices): append(random.pick(choices), to: &text)
            case .slot(let name): text += fill(name)
            case .input(let pattern):
                if let input { text += input } else { append(pattern, to: &text) }
            }
        }
    }

    /// What goes into a slot.
    mutating func fill(_ slot: String) -> String {
        if slot.utf8.allSatisfy({ (65...90).contains($0) }) { return fill(slot.lowercased()) }
        return switch slot {
        case "thing", "other": random.pick(topic.things)
        case "problem": random.pick(topic.problems)
        case "goal": random.pick(topic.goals)
        case "noun": random.pick(nouns ?? topic.things)
        default: number(slot) ?? material(slot) ?? lexeme(slot)
        }
    }

    private mutating func lexeme(_ slot: String) -> String {
        guard let list = Lexicon.lists[slot] else { return "<\(slot)>" }  // Not a slot: stands for itself.
        return write(oneOf: list)
    }

    private mutating func number(_ slot: String) -> String? {
        switch slot {
        case "small": String(random.int(2...9))
        case "number": String(random.int(2...99))
        case "large": String(random.int(100...9_900))
        case "year": String(random.int(1_890...2_026))
        case "percent": "\(random.int(1...99)).\(random.below(10)) %"
        case "money": "\(random.int(5...950)) \(random.pick(["euros", "dollars", "pounds", "€", "$"]))"
        case "clock": "\(random.int(6...22)):\(random.pick(["00", "15", "30", "45"]))"
        case "hex": random.hex(8)
        case "date": "2026-0\(random.int(1...5))-\(random.int(10...28))"
        default: nil
        }
    }
}
