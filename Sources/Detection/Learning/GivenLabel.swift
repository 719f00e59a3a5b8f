public import Evidence

/// A label as it arrived, with what the platform knows of how its subject came to be looked at.
public struct GivenLabel: Hashable, Sendable {
    /// The label.
    public var event: LabelEvent
    /// The probability with which the subject was picked to be labelled, above 0 and at most 1; `nil` where it is not known,
    /// as for what an analyst took from the queue.
    public var sampling: Double?
    /// What the subject is known to be, where it was put before the analyst as a gold item.
    public var gold: Label?

    /// Makes a label.
    public init(event: LabelEvent, sampling: Double? = nil, gold: Label? = nil) {
        self.event = event
        self.sampling = sampling.flatMap { $0 > 0 && $0 <= 1 ? $0 : nil }
        self.gold = gold
    }
}

/// Why a label is not learned from.
public enum UnusedLabel: String, CaseIterable, Codable, Hashable, Sendable, CodingKeyRepresentable {
    /// The same analyst gave a later one.
    case superseded
    /// The analyst took it back.
    case takenBack = "taken_back"
    /// It is on a cluster, and says nothing of any one account.
    case onCluster = "on_cluster"
    /// `unsure`.
    case unsure
    /// `relay`: neither ordinary use nor harvesting.
    case relay
    /// `compromised_key`: two parties behind one account.
    case compromisedKey = "compromised_key"
    /// Analysts disagree whether the account harvests.
    case disputed
    /// The account is a gold item: those measure the model and do not make it.
    case gold
    /// The last score knows no signals of the account.
    case noSignals = "no_signals"

    /// In words.
    public var words: String {
        switch self {
        case .superseded: "replaced by a later label of the same analyst"
        case .takenBack: "taken back"
        case .onCluster: "on a cluster"
        case .unsure: "unsure"
        case .relay: "relay"
        case .compromisedKey: "compromised key"
        case .disputed: "disputed between analysts"
        case .gold: "on a gold item, kept for measuring"
        case .noSignals: "the last score knows no signals of the account"
        }
    }
}

extension Label {
    /// Whether the label says that the account harvests; `nil` where it says neither.
    var isHarvest: Bool? {
        switch self {
        case .distillation, .mixed: true
        case .benign, .researchEval: false
        case .relay, .compromisedKey, .unsure: nil
        }
    }
}
