public import Evidence

/// What the detector asserts of a set of exchanges. Every list is in a canonical order.
public struct Findings: Hashable, Codable, Sendable {
    /// Every account, by id.
    public var accounts: [Account] = []
    /// The signals of every account and cluster, by subject, the strongest contribution first.
    public var signals: [Signal] = []
    /// The flags, the most urgent first.
    public var flags: [Flag] = []
    /// The clusters, the strongest first.
    public var clusters: [Cluster] = []
    /// Who belongs to them, by cluster and account.
    public var memberships: [Membership] = []
    /// Links between members of one cluster, with their reasons. A large cluster's links are a sample of at most a few
    /// dozen a member; every link that is listed has all its reasons.
    public var edges: [Edge] = []
    /// The shared values that some membership, edge or signal names, by id.
    public var indicators: [Indicator] = []
    /// The templates that some exchange was made from, by id.
    public var templates: [Template] = []
    /// The conversations, by account and time.
    public var conversations = Derived<Conversation>()
    /// What was found in each exchange, aligned with the input's exchanges.
    public var annotations = Derived<ExchangeAnnotation>()
    /// Why something was not concluded, such as `client:1f2e: 10,000 accounts share it`.
    public var notes: [String] = []
    /// The name and version of the score model.
    public var modelVersion: String

    /// Finds nothing yet.
    public init(modelVersion: String) {
        self.modelVersion = modelVersion
    }
}

/// What was found in one exchange.
public struct ExchangeAnnotation: Hashable, Codable, Sendable {
    /// The exchange.
    public var exchange: ExchangeID
    /// The conversation that it belongs to: the log's own, or one inferred from a 30-minute gap.
    public var conversation: ConversationID
    /// Whether the conversation was inferred.
    public var conversationIsInferred: Bool
    /// What it extracts: the target with the highest score.
    public var target: CapabilityTarget
    /// The scores of the targets that anything speaks for, highest first, each 0 to 1.
    public var targetScores: [TargetScore]
    /// The template that it was made from.
    public var template: TemplateID?
    /// The places in its text that decided target and template.
    public var matches: [TextMatch]

    /// Makes an annotation.
    public init(
        exchange: ExchangeID, conversation: ConversationID, conversationIsInferred: Bool,
        target: CapabilityTarget = .general, targetScores: [TargetScore] = [], template: TemplateID? = nil,
        matches: [TextMatch] = []
    ) {
        self.exchange = exchange
        self.conversation = conversation
        self.conversationIsInferred = conversationIsInferred
        self.target = target
        self.targetScores = targetScores
        self.template = template
        self.matches = matches
    }
}

/// How strongly an exchange speaks for a capability target.
public struct TargetScore: Hashable, Codable, Sendable {
    /// The target.
    public var target: CapabilityTarget
    /// The strength, 0 to 1. Several targets may be strong at once; it is no probability.
    public var score: Double

    /// Makes a score.
    public init(target: CapabilityTarget, score: Double) {
        self.target = target
        self.score = score
    }
}
