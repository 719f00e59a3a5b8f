public import Evidence

/// One labelled account, as a model is fitted on it or measured by it.
public struct LearningExample: Hashable, Sendable {
    /// The account.
    public var account: AccountID
    /// What must not be split between fitting and measuring: the cluster, else the organisation, else the account.
    public var group: String
    /// The signals that are available.
    public var values: [SignalName: Double]
    /// Whether it harvests.
    public var isHarvest: Bool
    /// What it counts.
    public var weight: Double

    /// Makes an example.
    public init(
        account: AccountID, group: String, values: [SignalName: Double], isHarvest: Bool, weight: Double = 1
    ) {
        self.account = account
        self.group = group
        self.values = values
        self.isHarvest = isHarvest
        self.weight = weight
    }
}

extension [LearningExample] {
    /// The size of a sample of equal weights that says as much: `(Σw)² / Σw²` (Kish 1965).
    var effectiveSize: Double {
        let sum = reduce(0) { $0 + $1.weight }
        let squares = reduce(0) { $0 + $1.weight * $1.weight }
        return squares > 0 ? sum * sum / squares : 0
    }

    /// The same with weights that sum up to the effective size, so that large weights do not pass for many labels.
    var levelled: [LearningExample] {
        let sum = reduce(0) { $0 + $1.weight }
        guard sum > 0 else { return self }
        let scale = effectiveSize / sum
        return map { example in
            var example = example
            example.weight *= scale
            return example
        }
    }
}

extension ScoreModel {
    /// The score of an account of which these signals are available.
    public func score(of values: [SignalName: Double]) -> Double {
        score(
            contributions: curves.keys.sorted { $0.rawValue < $1.rawValue }
                .reduce(0) { $0 + contribution(of: $1, value: values[$1]) })
    }
}
