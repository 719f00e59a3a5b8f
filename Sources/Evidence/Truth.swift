public import HostileText

/// What is known to be true of a simulated log, or of one whose accounts were settled: the yardstick of an evaluation.
public struct Truth: Hashable, Codable, Sendable {
    /// What each account is.
    public var accounts: [String: AccountTruth]
    /// The file beside this one that holds a ``ExchangeTruth`` a line, gzipped or not; `nil` where exchanges are not known.
    public var exchanges: String?

    /// Makes a truth.
    public init(accounts: [String: AccountTruth], exchanges: String?) {
        self.accounts = accounts
        self.exchanges = exchanges
    }
}

/// What one account is.
public struct AccountTruth: Hashable, Codable, Sendable {
    /// The label that a perfect analyst would give.
    public var label: Label
    /// The class of traffic, such as `ordinary`, `harvester` or a look-alike's name.
    public var className: String
    /// The cluster that it belongs to.
    public var cluster: String?
    /// The campaign that it belongs to.
    public var campaign: String?
    /// The share of its exchanges that are a harvest, 0 to 1.
    public var attackerShare: Double?
    /// `loud` (hundreds of exchanges a day) or `quiet` (5 to 30).
    public var regime: String?

    private enum CodingKeys: String, CodingKey {
        case label, cluster, campaign, regime
        case className = "class"
        case attackerShare = "attacker_share"
    }

    /// Reads one account's truth. A label of others counts as `unsure`, which is negative as all but distillation and mixed
    /// are; an account without a class is `ordinary`, or a `harvester` if it is positive.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        label = Label(rawValue: try fields.decode(String.self, forKey: .label)) ?? .unsure
        let isPositive = label == .distillation || label == .mixed
        className =
            try fields.decodeIfPresent(String.self, forKey: .className) ?? (isPositive ? "harvester" : "ordinary")
        cluster = try fields.decodeIfPresent(String.self, forKey: .cluster)
        campaign = try fields.decodeIfPresent(String.self, forKey: .campaign)
        attackerShare = try fields.decodeIfPresent(Double.self, forKey: .attackerShare)
        regime = try fields.decodeIfPresent(String.self, forKey: .regime)
    }

    /// Makes the truth of one account.
    public init(
        label: Label, className: String, cluster: String? = nil, campaign: String? = nil,
        attackerShare: Double? = nil, regime: String? = nil
    ) {
        self.label = label
        self.className = className
        self.cluster = cluster
        self.campaign = campaign
        self.attackerShare = attackerShare
        self.regime = regime
    }
}

/// What one exchange is.
public struct ExchangeTruth: Hashable, Codable, Sendable {
    /// The exchange.
    public var id: UntrustedText
    /// What it extracts.
    public var target: CapabilityTarget
    /// Whether it is part of a harvest.
    public var isHarvest: Bool

    private enum CodingKeys: String, CodingKey {
        case id, target
        case isHarvest = "harvest"
    }

    /// Reads one exchange's truth. A target that is none of the fourteen is `general`.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.decode(UntrustedText.self, forKey: .id)
        target = CapabilityTarget(rawValue: try fields.decode(String.self, forKey: .target)) ?? .general
        isHarvest = try fields.decodeIfPresent(Bool.self, forKey: .isHarvest) ?? false
    }

    /// Makes the truth of one exchange.
    public init(id: UntrustedText, target: CapabilityTarget, isHarvest: Bool) {
        self.id = id
        self.target = target
        self.isHarvest = isHarvest
    }
}
