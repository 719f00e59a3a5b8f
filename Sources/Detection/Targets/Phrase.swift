import Evidence
import HostileText

/// Words in a row that speak for a capability target, alone or together with others.
struct Phrase: Sendable {
    /// The hashes of the words.
    let words: [UInt64]
    /// The target.
    let target: CapabilityTarget
    /// How strongly it speaks alone, 0 to 1; below 0 where it speaks against the target, and 0 for a part of a combination.
    let weight: Double
    /// The number of the combination that it is a part of, and of its group there.
    let part: (combination: Int, group: Int)?

    /// Makes a phrase that speaks alone. A `0` stands for any number.
    init(_ text: String, _ target: CapabilityTarget, _ weight: Double) {
        self.init(text, target, weight, part: nil)
    }

    /// Makes a phrase that speaks with others of its combination.
    init(_ text: String, _ target: CapabilityTarget, part: (combination: Int, group: Int)) {
        self.init(text, target, 0, part: part)
    }

    private init(_ text: String, _ target: CapabilityTarget, _ weight: Double, part: (combination: Int, group: Int)?) {
        words = Words(UntrustedText(text)).hashes
        self.target = target
        self.weight = weight
        self.part = part
    }
}

/// Groups of phrases that speak for a target where one of each stands near the others: a verb and what it is done to.
struct Combination: Sendable {
    /// The target.
    let target: CapabilityTarget
    /// How strongly the words speak together, 0 to 1.
    let weight: Double
    /// The most words from the first phrase's beginning to the last one's.
    let reach: Int
    /// What the text must hold besides.
    let shape: TextShape.Features
    /// Whether it adds nothing to what else speaks for the target: a sum to work out asks for no written-out reasoning.
    let isFloor: Bool
    /// The phrases of each group.
    let groups: [[String]]

    /// Makes a combination.
    init(
        _ target: CapabilityTarget, _ weight: Double, within reach: Int = 10, of shape: TextShape.Features = [],
        isFloor: Bool = false, _ groups: [String]...
    ) {
        self.target = target
        self.weight = weight
        self.reach = reach
        self.shape = shape
        self.isFloor = isFloor
        self.groups = groups
    }
}

/// Where a phrase was found.
struct PhraseHit {
    /// The number of the phrase in the vocabulary.
    let phrase: Int
    /// The number of its first word in the text.
    let word: Int
    /// How strongly it speaks there; of a combination, one hit carries the weight and the others 0.
    let weight: Double
}
