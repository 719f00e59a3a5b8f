/// What an analyst holds an account or cluster to be.
public enum Label: String, CaseIterable, Codable, Hashable, Sendable {
    /// Harvesting of outputs to train a model.
    case distillation
    /// Access resold to many customers.
    case relay
    /// A relay or ordinary account that also harvests.
    case mixed
    /// Ordinary use.
    case benign
    /// Research or evaluation.
    case researchEval = "research_eval"
    /// An ordinary account whose key somebody else uses.
    case compromisedKey = "compromised_key"
    /// Looked at, and not clear.
    case unsure

    /// The digit that gives it, 1 to 7.
    public var digit: Int {
        (Label.allCases.firstIndex(of: self) ?? 0) + 1
    }

    /// The label that a digit gives.
    public init?(digit: Int) {
        guard Label.allCases.indices.contains(digit - 1) else { return nil }
        self = Label.allCases[digit - 1]
    }
}

/// How sure an analyst is.
public enum Confidence: Int, CaseIterable, Codable, Hashable, Sendable {
    /// A hunch with something behind it.
    case suspected = 1
    /// More likely than not, by far.
    case likely = 2
    /// No reasonable doubt.
    case high = 3

    /// The word shown.
    public var word: String {
        switch self {
        case .suspected: "suspected"
        case .likely: "likely"
        case .high: "high"
        }
    }
}
