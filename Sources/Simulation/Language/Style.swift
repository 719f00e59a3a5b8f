/// How somebody types.
struct Style: Sendable {
    /// How often a whole message is in lower case.
    var lowercase: Double
    /// How often a word is mistyped.
    var typos: Double
    /// How often context goes before a question, and something after it.
    var talkative: Double
    /// How often something is pasted.
    var pasting: Double
    /// The language other than English, and how often it is used.
    var tongue: Int?
    var tongueShare: Double

    /// Somebody's own way.
    init(random: inout SeededRandom) {
        lowercase = random.chance(0.35) ? random.unit() : 0.03
        typos = random.chance(0.5) ? random.exponential(mean: 0.02) : 0.002
        talkative = random.unit()
        pasting = random.chance(0.4) ? 0.25 * random.unit() : 0.02
        tongue = random.chance(0.38) ? random.below(Tongue.all.count) : nil
        tongueShare = random.chance(0.6) ? 0.95 : random.unit()
    }
}

extension Writer {
    /// A message that a person writes; `nil` language means English.
    mutating func message(_ style: Style, isFirst: Bool) -> (text: String, isForeign: Bool) {
        if let place = style.tongue, random.chance(style.tongueShare) {
            let tongue = Tongue.all[place]
            nouns = tongue.nouns
            self.tongue = tongue
            defer { nouns = nil }
            let count = 1 + (random.chance(style.talkative * 0.6) ? random.int(1...2) : 0)
            return ((0..<count).map { _ in write(oneOf: tongue.forms) }.joined(separator: " "), true)
        }
        var parts: [String] = []
        if isFirst {
            while parts.count < 4, random.chance(style.talkative * 0.7) {
                parts.append(write(oneOf: Questions.context))
            }
            parts.append(write(oneOf: Questions.first))
            if random.chance(style.talkative * 0.5) { parts.append(write(oneOf: Questions.closing)) }
            if random.chance(style.pasting) {
                parts.append("\n\n" + write(Phrases.pasted))
            }
        } else {
            parts.append(write(oneOf: Questions.next))
        }
        return (typed(parts.joined(separator: " "), style), false)
    }

    /// The text with somebody's slips.
    mutating func typed(_ text: String, _ style: Style) -> String {
        var text = random.chance(style.lowercase) ? text.lowercased() : text
        guard style.typos > 0.004 else { return text }
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            word.count > 3 && random.chance(style.typos) ? slip(String(word)) : String(word)
        }
        text = words.joined(separator: " ")
        return text
    }

    private mutating func slip(_ word: String) -> String {
        var letters = Array(word)
        let place = random.below(letters.count - 1)
        switch random.below(3) {
        case 0: letters.swapAt(place, place + 1)
        case 1: letters.remove(at: place)
        default: letters.insert(letters[place], at: place)
        }
        return String(letters)
    }
}
