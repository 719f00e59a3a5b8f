import Evidence

extension Evaluation.Pairing {
    /// Compares two partitions of the same accounts. `nil` stands for an account in no cluster, which is alone. O(n).
    init(asserted: [Int?], actual: [Int?]) {
        var assertedSizes: [Int: Int] = [:]
        var actualSizes: [Int: Int] = [:]
        var bothSizes: [[Int]: Int] = [:]
        for (one, other) in zip(asserted, actual) {
            if let one { assertedSizes[one, default: 0] += 1 }
            if let other { actualSizes[other, default: 0] += 1 }
            if let one, let other { bothSizes[[one, other], default: 0] += 1 }
        }
        let assertedPairs = assertedSizes.values.reduce(0) { $0 + Self.pairs($1) }
        let actualPairs = actualSizes.values.reduce(0) { $0 + Self.pairs($1) }
        let hits = bothSizes.values.reduce(0) { $0 + Self.pairs($1) }
        precision = assertedPairs > 0 ? hits / assertedPairs : nil
        recall = actualPairs > 0 ? hits / actualPairs : nil
        if assertedPairs + actualPairs > 0 { f1 = 2 * hits / (assertedPairs + actualPairs) }

        let all = Self.pairs(asserted.count)
        guard all > 0 else { return }
        let expected = assertedPairs * actualPairs / all
        let largest = (assertedPairs + actualPairs) / 2
        adjustedRandIndex = largest == expected ? 1 : (hits - expected) / (largest - expected)
    }

    private static func pairs(_ n: Int) -> Double {
        Double(n) * Double(n - 1) / 2
    }
}
