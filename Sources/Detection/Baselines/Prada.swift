import Foundation

/// PRADA (Juuti et al. 2019) on prompts: how far the distances of each prompt to the nearest earlier one are from a normal
/// distribution, by `1 − W'` of Shapiro and Francia, which stands for Shapiro and Wilk's `W`. Distance is Jaccard's.
enum Prada {
    static let fewestPrompts = 12

    static func scores(_ samples: [[[UInt64]]]) -> [Double] {
        samples.map { prompts in
            guard prompts.count >= fewestPrompts else { return -1 }
            var nearest: [Double] = []
            for place in 1..<prompts.count {
                let best = prompts[..<place].map { MinHash.similarity($0, prompts[place]) }.max() ?? 0
                nearest.append(1 - best)
            }
            return 1 - normality(nearest)
        }
    }

    /// The squared correlation of the ordered values with the normal scores of their ranks; 0 for constant values.
    static func normality(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let count = Double(sorted.count)
        let expected = sorted.indices.map { normalQuantile((Double($0) + 0.625) / (count + 0.25)) }
        let mean = sorted.reduce(0, +) / count
        var product = 0.0
        var spread = 0.0
        var scores = 0.0
        for (value, score) in zip(sorted, expected) {
            product += (value - mean) * score
            spread += (value - mean) * (value - mean)
            scores += score * score
        }
        return spread * scores > 1e-12 ? product * product / (spread * scores) : 0
    }

    /// The value below which a standard normal variable lies with this probability, by bisection to 1e-6.
    static func normalQuantile(_ probability: Double) -> Double {
        var low = -8.0
        var high = 8.0
        while high - low > 1e-6 {
            let middle = (low + high) / 2
            if erfc(-middle / 2.0.squareRoot()) / 2 < probability { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
