/// The values of a signal among ordinary accounts.
struct Distribution {
    private let sorted: [Double]

    /// Takes values in any order.
    init(_ values: [Double]) {
        sorted = values.sorted()
    }

    /// The median; `nil` of none.
    var median: Double? { Quantile.of(sorted: sorted, 0.5) }

    /// The share of values below this one, 0 to 100; `nil` of none. O(log n).
    func percentile(of value: Double) -> Double? {
        guard !sorted.isEmpty else { return nil }
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < value { low = middle + 1 } else { high = middle }
        }
        return 100 * Double(low) / Double(sorted.count)
    }
}
