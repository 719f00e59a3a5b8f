/// The detector's assertion that an account or cluster deserves a look.
public struct Flag: Hashable, Codable, Sendable {
    /// The flag's id, which stays while the subject stays flagged.
    public var id: FlagID
    /// Who deserves a look.
    public var subject: Subject
    /// The calibrated probability, 0 to 1.
    public var score: Double
    /// The lower end of the score's 90 % interval.
    public var low: Double
    /// The upper end of the score's 90 % interval.
    public var high: Double
    /// Where it stands, as the detector knows it.
    public var status: FlagStatus
    /// The version of the model that scored it.
    public var version: String
    /// When it was raised.
    public var at: Instant
    /// When it was last confirmed by a score.
    public var confirmedAt: Instant
    /// The capability targets and their shares of the subject's exchanges, largest first.
    public var targets: [TargetShare]
    /// The top reasons, strongest first, in words for a list.
    public var reasons: [String]
    /// The number of the subject's exchanges.
    public var exchanges: Int
    /// The cluster, for the flag of a member.
    public var cluster: ClusterID?
    /// Score × volume × age, as docs/detection.md defines it. The queue's usual order.
    public var urgency: Double

    /// Makes a flag.
    public init(
        id: FlagID, subject: Subject, score: Double, low: Double, high: Double, status: FlagStatus = .open,
        version: String, at: Instant, confirmedAt: Instant, targets: [TargetShare] = [], reasons: [String] = [],
        exchanges: Int, cluster: ClusterID? = nil, urgency: Double
    ) {
        self.id = id
        self.subject = subject
        self.score = score
        self.low = low
        self.high = high
        self.status = status
        self.version = version
        self.at = at
        self.confirmedAt = confirmedAt
        self.targets = targets
        self.reasons = reasons
        self.exchanges = exchanges
        self.cluster = cluster
        self.urgency = urgency
    }
}

/// Where a flag stands.
public enum FlagStatus: String, CaseIterable, Codable, Hashable, Sendable {
    /// Nobody has looked.
    case open
    /// An analyst is on it.
    case claimed
    /// It has a label.
    case decided
    /// It was decided, and new evidence came.
    case reopened
    /// The detector no longer asserts it.
    case stale
}

/// A capability target's share of some exchanges.
public struct TargetShare: Hashable, Codable, Sendable {
    /// The target.
    public var target: CapabilityTarget
    /// Its share, 0 to 1.
    public var share: Double
    /// The share over that of ordinary accounts; `nil` where those have none.
    public var lift: Double?

    /// Makes a share.
    public init(target: CapabilityTarget, share: Double, lift: Double? = nil) {
        self.target = target
        self.share = share
        self.lift = lift
    }
}
