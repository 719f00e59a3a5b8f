import Evidence

/// The texts that one side of a log begins conversations with, each dealt once: about half of each source, so that no
/// source gives a side away.
struct TextDeck: Sendable {
    /// The largest share of conversations that begin with a real text.
    static let mostUse = 0.8

    private let texts: [ExternalText]
    /// The texts not yet looked at, by what they extract and in all, as numbers; the last is dealt first.
    private var byTarget: [CapabilityTarget: [Int]] = [:]
    private var all: [Int] = []
    private var isDealt: [Bool]
    /// The likelihood that a conversation begins with a text: such that the texts last to the end of the log.
    private let use: Double

    /// Shuffles the texts of one side.
    ///
    /// - Parameters:
    ///   - texts: The texts of both sides.
    ///   - isHarvest: Whose deck it is. A harvest draws four of five attacks, and one of five other texts; ordinary traffic
    ///     draws the rest.
    ///   - conversations: How many conversations of this side the log has.
    init(_ texts: [ExternalText], isHarvest: Bool, conversations: Int) {
        // Both sides toss the same coins, so that each text is on one side only.
        var random = SeededRandom(seed: 11)
        self.texts = texts.filter { text in
            let isHarvests = random.chance(0.5)
            let isTaken = random.unit() < (text.isAttack == isHarvest ? 0.8 : 0.2)
            return isHarvests == isHarvest && isTaken
        }
        isDealt = Array(repeating: false, count: self.texts.count)
        all = random.shuffled(Array(self.texts.indices))
        for number in all { byTarget[self.texts[number].capability ?? .general, default: []].append(number) }
        use = min(Self.mostUse, Double(self.texts.count) / Double(max(1, conversations)))
    }

    /// A text that extracts something, or any text; `nil` if the conversation is to begin with the writer's own words.
    mutating func deal(_ target: CapabilityTarget?, _ random: inout SeededRandom) -> ExternalText? {
        guard random.chance(use) else { return nil }
        while let number = target.map({ byTarget[$0]?.popLast() }) ?? all.popLast() {
            guard !isDealt[number] else { continue }
            isDealt[number] = true
            return texts[number]
        }
        return nil
    }
}
