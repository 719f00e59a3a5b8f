/// The middle 95 % of a figure over samples of the subjects drawn with replacement. The same data give the same interval.
enum Bootstrap {
    /// How many samples are drawn.
    static let samples = 400

    static func interval(of table: RatingTable, _ figure: (RatingTable) -> Double?) -> ClosedRange<Double>? {
        let rows = table.shared
        guard rows.count > 1 else { return nil }
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        var figures: [Double] = []
        for _ in 0..<samples {
            let drawn = rows.indices.map { _ in rows[Int(next(&state) % UInt64(rows.count))] }
            if let value = figure(RatingTable(rows: drawn, categories: table.categories)) { figures.append(value) }
        }
        guard figures.count > samples / 2 else { return nil }
        figures.sort()
        return figures[figures.count / 40]...figures[figures.count - 1 - figures.count / 40]
    }

    /// SplitMix64 (Steele, Lea and Flood 2014).
    private static func next(_ state: inout UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
