/// A set of accounts that the detector holds to be coordinated, or that deserves the question.
public struct Cluster: Hashable, Codable, Sendable {
    /// The cluster's id, which persists from run to run by overlap of members.
    public var id: ClusterID
    /// What it amounts to.
    public var status: ClusterStatus
    /// The number of its members.
    public var size: Int
    /// The kinds of evidence that tie it together.
    public var kinds: [EvidenceKind]
    /// The calibrated probability that it harvests, 0 to 1.
    public var score: Double
    /// The exchanges of its members.
    public var exchanges: Int
    /// The first exchange of a member.
    public var firstAt: Instant
    /// The last exchange of a member.
    public var lastAt: Instant
    /// The capability targets of its members' exchanges, largest first.
    public var targets: [TargetShare]
    /// The shared values that tie it together, strongest first.
    public var indicators: [IndicatorID]
    /// Why, in the detector's words, strongest first; before them what else may explain a candidate that several kinds of evidence tie.
    public var reasons: [String]

    /// Makes a cluster.
    public init(
        id: ClusterID, status: ClusterStatus, size: Int, kinds: [EvidenceKind], score: Double, exchanges: Int,
        firstAt: Instant, lastAt: Instant, targets: [TargetShare] = [], indicators: [IndicatorID] = [],
        reasons: [String] = []
    ) {
        self.id = id
        self.status = status
        self.size = size
        self.kinds = kinds
        self.score = score
        self.exchanges = exchanges
        self.firstAt = firstAt
        self.lastAt = lastAt
        self.targets = targets
        self.indicators = indicators
        self.reasons = reasons
    }
}

/// What a cluster amounts to.
public enum ClusterStatus: String, CaseIterable, Codable, Hashable, Sendable {
    /// One kind of evidence, rare enough to stand alone.
    case candidate
    /// Two or more independent kinds of evidence.
    case coordinated
    /// Looked at and put aside.
    case dismissed
}

/// The assertion that an account belongs to a cluster.
public struct Membership: Hashable, Codable, Sendable {
    /// The cluster.
    public var cluster: ClusterID
    /// The member.
    public var account: AccountID
    /// How firmly it belongs, 0 to 1.
    public var weight: Double
    /// The kinds of evidence that tie it to the others.
    public var kinds: [EvidenceKind]
    /// The shared values that tie it to the others, strongest first.
    public var indicators: [IndicatorID]

    /// Makes a membership.
    public init(
        cluster: ClusterID, account: AccountID, weight: Double, kinds: [EvidenceKind], indicators: [IndicatorID] = []
    ) {
        self.cluster = cluster
        self.account = account
        self.weight = weight
        self.kinds = kinds
        self.indicators = indicators
    }
}

/// A link between two accounts, with its reasons. `a` sorts before `b`.
public struct Edge: Hashable, Codable, Sendable {
    /// One account.
    public var a: AccountID
    /// The other.
    public var b: AccountID
    /// How strong the link is; a sum over all its reasons, also those that are not listed.
    public var weight: Double
    /// Why they are linked: the strongest reasons, at least one of each kind.
    public var reasons: [Reason]

    /// Makes a link; orders the two ends.
    public init(_ one: AccountID, _ other: AccountID, weight: Double, reasons: [Reason]) {
        a = min(one, other)
        b = max(one, other)
        self.weight = weight
        self.reasons = reasons
    }

    /// The kinds of evidence, each once, in order.
    public var kinds: [EvidenceKind] {
        Set(reasons.map(\.kind)).sorted()
    }

    /// One reason of a link.
    public struct Reason: Hashable, Codable, Sendable {
        /// The kind of evidence.
        public var kind: EvidenceKind
        /// The signal that saw it.
        public var signal: SignalName
        /// The shared value, where there is one.
        public var indicator: IndicatorID?
        /// What it adds to the weight.
        public var weight: Double
        /// The measured value, such as a Jaccard similarity, 0 to 1.
        public var value: Double?

        /// Makes a reason.
        public init(
            kind: EvidenceKind, signal: SignalName, indicator: IndicatorID? = nil, weight: Double,
            value: Double? = nil
        ) {
            self.kind = kind
            self.signal = signal
            self.indicator = indicator
            self.weight = weight
            self.value = value
        }
    }
}
