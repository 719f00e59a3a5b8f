import Foundation

/// The maximum mean discrepancy between a window of an account's prompts and a sample of everybody's (Liu et al. 2026), on
/// hashed word pairs in 64 places of unit length, with a Gaussian kernel as wide as the sample's median distance.
enum WindowMMD {
    static let places = 64
    static let window = 40
    static let reference = 160
    static let fewestPrompts = 5

    static func scores(_ samples: [[[UInt64]]]) -> [Double] {
        let all = samples.flatMap { $0.prefix(2) }.map(vector)
        let step = max(1, all.count / reference)
        let others = stride(from: 0, to: all.count, by: step).map { all[$0] }
        guard others.count >= 2 else { return samples.map { _ in -1 } }
        var distances: [Double] = []
        for (place, one) in others.enumerated() {
            for other in others[(place + 1)...] { distances.append(squared(one, other)) }
        }
        let width = max(Quantile.median(distances) ?? 1, 1e-6)
        let among = distances.reduce(0) { $0 + exp(-$1 / width) } / Double(distances.count)
        return samples.map { prompts in
            let own = prompts.prefix(window).map(vector)
            guard own.count >= fewestPrompts else { return -1 }
            var inside = 0.0
            var across = 0.0
            for (place, one) in own.enumerated() {
                for other in own[(place + 1)...] { inside += exp(-squared(one, other) / width) }
                for other in others { across += exp(-squared(one, other) / width) }
            }
            let pairs = Double(own.count * (own.count - 1)) / 2
            return inside / pairs + among - 2 * across / Double(own.count * others.count)
        }
    }

    private static func vector(_ shingles: [UInt64]) -> [Double] {
        var vector = [Double](repeating: 0, count: places)
        for shingle in shingles {
            let hash = StableHash.mix(shingle)
            vector[Int(hash % UInt64(places))] += hash >> 63 == 0 ? 1 : -1
        }
        let length = max(vector.reduce(0) { $0 + $1 * $1 }.squareRoot(), 1e-9)
        return vector.map { $0 / length }
    }

    private static func squared(_ one: [Double], _ other: [Double]) -> Double {
        var sum = 0.0
        for place in 0..<places { sum += (one[place] - other[place]) * (one[place] - other[place]) }
        return sum
    }
}
