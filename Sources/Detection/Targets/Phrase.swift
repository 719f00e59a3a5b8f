import Evidence
import HostileText

/// Words in a row that speak for a capability target.
struct Phrase {
    /// The hashes of the words.
    let words: [UInt64]
    /// The target.
    let target: CapabilityTarget
    /// How strongly it speaks, 0 to 1.
    let weight: Double

    /// Makes a phrase.
    init(_ text: String, _ target: CapabilityTarget, _ weight: Double) {
        words = Words(UntrustedText(text)).hashes
        self.target = target
        self.weight = weight
    }
}

/// Where a phrase was found.
struct PhraseHit {
    /// The number of the phrase in the vocabulary.
    let phrase: Int
    /// The number of its first word in the text.
    let word: Int
}

/// Phrases, found in one pass over the words of a text.
struct Vocabulary: Sendable {
    /// The phrases.
    let phrases: [Phrase]
    private let byFirstWord: [UInt64: [Int]]

    /// Makes a vocabulary.
    init(_ phrases: [Phrase]) {
        self.phrases = phrases
        byFirstWord = Dictionary(grouping: phrases.indices) { phrases[$0].words.first ?? 0 }
    }

    /// The phrases found in a text, the first place of each. O(words).
    func hits(in words: [UInt64]) -> [PhraseHit] {
        var hits: [PhraseHit] = []
        var seen: Set<Int> = []
        for place in words.indices {
            guard let candidates = byFirstWord[words[place]] else { continue }
            for number in candidates where !seen.contains(number) {
                let phrase = phrases[number].words
                if place + phrase.count <= words.count && words[place..<(place + phrase.count)].elementsEqual(phrase) {
                    seen.insert(number)
                    hits.append(PhraseHit(phrase: number, word: place))
                }
            }
        }
        return hits
    }
}

extension Phrase: Sendable {}
