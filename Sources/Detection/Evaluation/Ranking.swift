import Evidence

extension Evaluation {
    /// One account in a ranking.
    struct Ranked {
        /// The account's score; only the order counts, unless scores are probabilities.
        var score: Double
        /// Whether it is a positive.
        var isPositive: Bool
    }
}

extension Evaluation.Ranking {
    /// Measures a ranking. O(n log n).
    init(_ accounts: [Evaluation.Ranked], areProbabilities: Bool) {
        n = accounts.count
        positives = accounts.count { $0.isPositive }
        let steps = Self.steps(accounts)
        auprc = Self.averagePrecision(steps, positives: positives)
        truePositiveRateAt0001 = Self.truePositiveRate(steps, positives: positives, of: n, atMost: 0.001)
        truePositiveRateAt001 = Self.truePositiveRate(steps, positives: positives, of: n, atMost: 0.01)
        if areProbabilities && n > 0 {
            let errors = accounts.map { ($0.score - ($0.isPositive ? 1 : 0)) * ($0.score - ($0.isPositive ? 1 : 0)) }
            brier = errors.reduce(0, +) / Double(n)
        }
    }

    /// Counts of true and false positives at each distinct score, from the highest down.
    private static func steps(_ accounts: [Evaluation.Ranked]) -> [(true: Int, false: Int)] {
        var steps: [(true: Int, false: Int)] = []
        var last: Double?
        var hits = 0
        var misses = 0
        for account in accounts.sorted(by: { $0.score > $1.score }) {
            if let last, last != account.score { steps.append((hits, misses)) }
            last = account.score
            if account.isPositive { hits += 1 } else { misses += 1 }
        }
        if last != nil { steps.append((hits, misses)) }
        return steps
    }

    private static func averagePrecision(_ steps: [(true: Int, false: Int)], positives: Int) -> Double? {
        guard positives > 0 else { return nil }
        var sum = 0.0
        var found = 0
        for step in steps where step.true > found {
            sum += Double(step.true - found) * Double(step.true) / Double(step.true + step.false)
            found = step.true
        }
        return sum / Double(positives)
    }

    private static func truePositiveRate(
        _ steps: [(true: Int, false: Int)], positives: Int, of n: Int, atMost limit: Double
    ) -> Double? {
        guard positives > 0, n > positives else { return nil }
        let allowed = limit * Double(n - positives)
        let best = steps.last { Double($0.false) <= allowed }?.true ?? 0
        return Double(best) / Double(positives)
    }
}
