import Evidence

/// How well the detector did on a log with known truth. Encodes to the names that `evaluate --json` promises.
///
/// Positives are accounts labelled `distillation` or `mixed`. `relay` accounts are left out of every ranking and reported
/// apart. A figure that has no subject, such as a rate among no accounts, is `nil`.
public struct Evaluation: Hashable, Codable, Sendable {
    /// All accounts, ranked by score.
    public var accounts: Ranking
    /// The positives of each regime against all negatives.
    public var byRegime: [String: Ranking]
    /// The positives of each attacker share, up to `5%`, `10%`, `25%`, `50%`, `75%` and `100%`, against all negatives.
    public var byAttackerShare: [String: Ranking]
    /// The accounts of each class of negatives that are flagged.
    public var lookalikes: [String: FlagRate]
    /// The relays that are flagged.
    public var relays: FlagRate
    /// Pairs of accounts put together.
    public var clusters: Pairing
    /// The same for coordinated clusters alone.
    public var coordinatedClusters: Pairing
    /// The top target of each exchange.
    public var capability: Capability
    /// What a positive account had done when it was first flagged.
    public var timeToFlag: TimeToFlag
    /// Simple detectors on the same exchanges.
    public var baselines: [String: Ranking]
    /// AUPRC with one signal left out of the score.
    public var ablation: [String: Double?]
    /// AUPRC of one signal alone.
    public var singleSignal: [String: Double?]
    /// How far scores are probabilities.
    public var reliability: [ReliabilityBin]
    /// The shipped threshold.
    public var threshold: Double
    /// The name and version of the score model.
    public var modelVersion: String

    private enum CodingKeys: String, CodingKey {
        case accounts, lookalikes, relays, clusters, capability, baselines, ablation, reliability, threshold
        case byRegime = "by_regime"
        case byAttackerShare = "by_attacker_share"
        case coordinatedClusters = "coordinated_clusters"
        case timeToFlag = "time_to_flag"
        case singleSignal = "single_signal"
        case modelVersion = "model_version"
    }
}

extension Evaluation {
    /// A ranking of accounts against the truth.
    public struct Ranking: Hashable, Codable, Sendable {
        /// The accounts ranked.
        public var n: Int
        /// The positives among them.
        public var positives: Int
        /// Average precision, tied scores taken as one step.
        public var auprc: Double?
        /// The largest true-positive rate with a false-positive rate of at most 0.1 %.
        public var truePositiveRateAt0001: Double?
        /// The same at 1 %.
        public var truePositiveRateAt001: Double?
        /// The mean squared error of the scores as probabilities; `nil` for rankings that are none.
        public var brier: Double?

        private enum CodingKeys: String, CodingKey {
            case n, positives, auprc, brier
            case truePositiveRateAt0001 = "tpr_at_fpr_0_001"
            case truePositiveRateAt001 = "tpr_at_fpr_0_01"
        }
    }

    /// How many of a class are flagged.
    public struct FlagRate: Hashable, Codable, Sendable {
        /// The accounts of the class.
        public var n: Int
        /// Those flagged.
        public var flagged: Int
        /// Their share.
        public var fpr: Double?
    }

    /// Pairs of accounts in one cluster, against the truth's.
    public struct Pairing: Hashable, Codable, Sendable {
        /// The share of asserted pairs that are true.
        public var precision: Double?
        /// The share of true pairs that are asserted.
        public var recall: Double?
        /// Their harmonic mean.
        public var f1: Double?
        /// The adjusted Rand index over all accounts, unclustered ones each alone.
        public var adjustedRandIndex: Double?

        private enum CodingKeys: String, CodingKey {
            case precision = "pairwise_precision"
            case recall = "pairwise_recall"
            case f1 = "pairwise_f1"
            case adjustedRandIndex = "ari"
        }
    }

    /// The top target of each exchange against the truth's.
    public struct Capability: Hashable, Codable, Sendable {
        /// The mean F1 over targets with at least 50 exchanges.
        public var macroF1: Double?
        /// Each target of the truth.
        public var perTarget: [String: Target]

        private enum CodingKeys: String, CodingKey {
            case macroF1 = "macro_f1"
            case perTarget = "per_target"
        }

        /// One target.
        public struct Target: Hashable, Codable, Sendable {
            /// The exchanges that the truth gives it.
            public var n: Int
            /// The share of exchanges given this target that have it.
            public var precision: Double?
            /// The share of its exchanges that were given it.
            public var recall: Double?
            /// Their harmonic mean.
            public var f1: Double?
        }
    }

    /// What a positive account had done when it was first flagged, measured by scoring the log again at a few times.
    public struct TimeToFlag: Hashable, Codable, Sendable {
        /// The positives that were ever flagged.
        public var flagged: Int
        /// The median number of the account's exchanges until then.
        public var exchangesMedian: Double?
        /// The median hours from its first exchange until then.
        public var hoursMedian: Double?
        /// The hours between two of the times at which the log was scored.
        public var stepHours: Double?

        private enum CodingKeys: String, CodingKey {
            case flagged
            case exchangesMedian = "exchanges_p50"
            case hoursMedian = "hours_p50"
            case stepHours = "step_hours"
        }
    }

    /// The accounts whose score lies in one tenth.
    public struct ReliabilityBin: Hashable, Codable, Sendable {
        /// The lower end of the tenth.
        public var from: Double
        /// The accounts in it.
        public var n: Int
        /// Their mean score.
        public var meanScore: Double
        /// The share of positives among them.
        public var positiveShare: Double

        private enum CodingKeys: String, CodingKey {
            case from, n
            case meanScore = "mean_score"
            case positiveShare = "positive_share"
        }
    }
}
