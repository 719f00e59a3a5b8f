import Evidence
import HostileText

/// Phrases and combinations of them, found in one pass over the words of a text.
struct Vocabulary: Sendable {
    /// How many words at the beginning and at the end of a text are read as its instruction.
    ///
    /// What stands between is mostly what the instruction is about, and so are examples from the first `Input` on: there a
    /// phrase counts for less, and a faint one for nothing.
    static let opening = 64, closing = 48
    /// The least weight of a phrase that is not faint.
    static let leastClear = 0.3

    /// The phrases, in order of their first words.
    let phrases: [Phrase]
    /// The combinations.
    let combinations: [Combination]
    private let byFirstWord: [UInt64: Range<Int>]
    /// Whether a phrase may begin with a word, by 16 bits of its hash: few words of a text do.
    private let mayBegin: [Bool]
    /// The number of each combination's first group among all groups, and behind the last one's the number of groups.
    private let firstGroup: [Int]

    /// Makes a vocabulary.
    init(_ alone: [Phrase], _ combinations: [Combination] = []) {
        self.combinations = combinations
        var phrases = alone
        var firstGroup = [0]
        for (number, combination) in combinations.enumerated() {
            for (group, texts) in combination.groups.enumerated() {
                let part = (combination: number, group: firstGroup[number] + group)
                phrases += texts.map { Phrase($0, combination.target, part: part) }
            }
            firstGroup.append(firstGroup[number] + combination.groups.count)
        }
        phrases = phrases.enumerated().sorted { ($0.1.words[0], $0.0) < ($1.1.words[0], $1.0) }.map(\.1)
        var byFirstWord: [UInt64: Range<Int>] = [:]
        var mayBegin = Array(repeating: false, count: 1 << 16)
        for (number, phrase) in phrases.enumerated() {
            let first = phrase.words[0]
            byFirstWord[first] = (byFirstWord[first]?.lowerBound ?? number)..<(number + 1)
            mayBegin[Self.bits(first)] = true
        }
        self.phrases = phrases
        self.firstGroup = firstGroup
        self.byFirstWord = byFirstWord
        self.mayBegin = mayBegin
    }

    private static func bits(_ word: UInt64) -> Int { Int(word >> 8 & 0xffff) }

    /// The phrases found in a text: the first place of each that speaks alone, and the first places where all groups of a
    /// combination stand together. O(words).
    func hits(in words: [UInt64], shape: TextShape.Features = []) -> [PhraseHit] {
        var search = Search(self, Self.instruction(of: words), shape)
        for place in words.indices {
            guard mayBegin[Self.bits(words[place])], let candidates = byFirstWord[words[place]] else { continue }
            for number in candidates where isThere(phrases[number].words, in: words, at: place) {
                search.found(number, at: place)
            }
        }
        return search.hits
    }

    private func isThere(_ phrase: [UInt64], in words: [UInt64], at place: Int) -> Bool {
        guard place + phrase.count <= words.count else { return false }
        for offset in phrase.indices.dropFirst() where words[place + offset] != phrase[offset] { return false }
        return true
    }

    /// The words that are read as the instruction: the first ones, and those from a place on.
    private static func instruction(of words: [UInt64]) -> (opening: Int, closing: Int) {
        guard let examples = words.firstIndex(of: input), words[examples...].contains(output),
            words[(examples + 1)...].contains(input)
        else { return (opening, words.count - closing) }
        return (min(opening, examples), words.count)
    }

    private static let input = Words(UntrustedText("input")).hashes[0]
    private static let output = Words(UntrustedText("output")).hashes[0]

    /// A search under way.
    private struct Search {
        private let vocabulary: Vocabulary
        private let instruction: (opening: Int, closing: Int)
        private let shape: TextShape.Features
        private var isDone: [Bool]
        private var lastOfGroup: [(phrase: Int, place: Int)]
        private(set) var hits: [PhraseHit] = []

        init(_ vocabulary: Vocabulary, _ instruction: (opening: Int, closing: Int), _ shape: TextShape.Features) {
            self.vocabulary = vocabulary
            self.instruction = instruction
            self.shape = shape
            isDone = Array(repeating: false, count: vocabulary.phrases.count + vocabulary.combinations.count)
            lastOfGroup = Array(repeating: (-1, -1), count: vocabulary.firstGroup.last ?? 0)
        }

        mutating func found(_ number: Int, at place: Int) {
            let phrase = vocabulary.phrases[number]
            guard let part = phrase.part else {
                guard !isDone[number] else { return }
                let weight = weighed(phrase.weight, at: place)
                guard weight != 0 else { return }
                isDone[number] = true
                hits.append(PhraseHit(phrase: number, word: place, weight: weight))
                return
            }
            let combination = vocabulary.combinations[part.combination]
            guard !isDone[vocabulary.phrases.count + part.combination] else { return }
            lastOfGroup[part.group] = (number, place)
            let groups =
                vocabulary.firstGroup[part.combination]..<vocabulary.firstGroup[part.combination + 1]
            guard shape.isSuperset(of: combination.shape),
                groups.allSatisfy({ isNear(lastOfGroup[$0].place, place, combination.reach) }), isApart(groups)
            else { return }
            let weight = weighed(combination.weight, at: place)
            guard weight > 0 else { return }
            isDone[vocabulary.phrases.count + part.combination] = true
            for group in groups {
                let own = lastOfGroup[group]
                hits.append(PhraseHit(phrase: own.phrase, word: own.place, weight: group == part.group ? weight : 0))
            }
        }

        private func isNear(_ earlier: Int, _ place: Int, _ reach: Int) -> Bool {
            earlier >= 0 && place - earlier <= reach
        }

        /// Whether no word stands for two groups.
        private func isApart(_ groups: Range<Int>) -> Bool {
            groups.allSatisfy { group in
                !groups.contains { $0 < group && lastOfGroup[$0].place == lastOfGroup[group].place }
            }
        }

        private func weighed(_ weight: Double, at place: Int) -> Double {
            if place < instruction.opening || place >= instruction.closing { return weight }
            return weight < Vocabulary.leastClear ? 0 : weight * (weight < 0.5 ? 0.5 : 0.7)
        }
    }
}
