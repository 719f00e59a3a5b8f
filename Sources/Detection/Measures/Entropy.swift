import Foundation

/// Shannon's entropy of counts.
enum Entropy {
    /// The entropy in nats. The sum runs in the order given, so pass counts in a canonical order.
    static func nats(_ counts: [Int]) -> Double {
        let all = Double(counts.reduce(0, +))
        guard all > 0 else { return 0 }
        return counts.reduce(0) { sum, count in
            guard count > 0 else { return sum }
            let share = Double(count) / all
            return sum - share * log(share)
        }
    }
}
