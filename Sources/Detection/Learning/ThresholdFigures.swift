import Evidence
import Foundation

/// How a model does at its threshold on labelled accounts, each by its weight.
public struct ThresholdFigures: Hashable, Codable, Sendable {
    /// A rate with the ends of its 95 % interval (Wilson 1927, on the effective number of accounts).
    public struct Rate: Hashable, Codable, Sendable {
        /// The rate, 0 to 1; `nil` where there is nothing to take it of.
        public var value: Double?
        /// The lower end.
        public var low: Double?
        /// The upper end.
        public var high: Double?

        /// The weighted share of the examples that `holds` for.
        init(_ examples: [LearningExample], where holds: (LearningExample) -> Bool) {
            let total = examples.reduce(0) { $0 + $1.weight }
            guard total > 0 else { return }
            let share = examples.reduce(0) { $0 + (holds($1) ? $1.weight : 0) } / total
            let n = examples.effectiveSize
            let z = 1.96
            let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
            let reach = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
            value = share
            low = max(0, centre - reach)
            high = min(1, centre + reach)
        }
    }

    /// The threshold.
    public var threshold: Double
    /// Of the flagged accounts, those that harvest.
    public var precision: Rate
    /// Of the accounts that harvest, those that are flagged.
    public var recall: Rate
    /// Of the ordinary accounts, those that are flagged.
    public var falsePositiveRate: Rate

    enum CodingKeys: String, CodingKey {
        case threshold, precision, recall
        case falsePositiveRate = "fpr"
    }

    /// Measures scores, given beside their examples, at a threshold.
    init(_ scored: [(example: LearningExample, score: Double)], threshold: Double) {
        let scores = Dictionary(scored.map { ($0.example.account, $0.score) }) { first, _ in first }
        func isFlagged(_ example: LearningExample) -> Bool { (scores[example.account] ?? 0) >= threshold }
        let examples = scored.map(\.example)
        self.threshold = threshold
        precision = Rate(examples.filter(isFlagged), where: \.isHarvest)
        recall = Rate(examples.filter(\.isHarvest), where: isFlagged)
        falsePositiveRate = Rate(examples.filter { !$0.isHarvest }, where: isFlagged)
    }
}

/// Where a refitted model flags from.
enum ThresholdChoice {
    /// The ordinary accounts from which on half the way to a lower threshold is gone.
    static let halfway = 200.0

    /// The threshold at which most harvesting accounts are found and no larger share of ordinary ones is flagged than before.
    /// It is raised at once where that needs it, and lowered only where that finds more, and only as far as the number of
    /// labelled ordinary accounts warrants.
    static func threshold(
        _ scored: [(example: LearningExample, score: Double)], before: ThresholdFigures
    ) -> Double {
        let ordinary = scored.filter { !$0.example.isHarvest }.sorted { $0.score > $1.score }
        let total = ordinary.reduce(0) { $0 + $1.example.weight }
        guard total > 0, let allowed = before.falsePositiveRate.value else { return before.threshold }
        var flagged = 0.0
        var lowest = 0.0
        for one in ordinary {
            flagged += one.example.weight
            if flagged / total > allowed + 1e-9 {
                lowest = one.score + 1e-6
                break
            }
        }
        if lowest > before.threshold { return min(lowest, 0.999) }
        let size = ordinary.map(\.example).effectiveSize
        let missed = scored.filter { $0.example.isHarvest && (lowest..<before.threshold).contains($0.score) }
        guard let target = missed.map(\.score).min() else { return before.threshold }
        return before.threshold + (target - before.threshold) * size / (size + halfway)
    }
}
