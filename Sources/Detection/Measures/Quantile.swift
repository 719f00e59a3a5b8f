/// Order statistics, by the one rule that every engine follows: `sorted[1 + floor(q·(n−1))]`, counted from 1.
enum Quantile {
    /// The quantile `q`, 0 to 1, of values in rising order; `nil` of none.
    static func of(sorted values: [Double], _ q: Double) -> Double? {
        guard !values.isEmpty else { return nil }
        return values[Int((q * Double(values.count - 1)).rounded(.down))]
    }

    /// The median of values in any order; `nil` of none.
    static func median(_ values: [Double]) -> Double? {
        of(sorted: values.sorted(), 0.5)
    }
}
