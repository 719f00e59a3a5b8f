import HostileText

/// How many analysts gave each subject each label: one row a subject, one column a label.
struct RatingTable: Sendable {
    /// The counts, a row a subject. Rows with fewer than two ratings count for nothing but prevalence.
    let rows: [[Int]]
    /// How many labels there are to choose from.
    let categories: Int

    init(rows: [[Int]], categories: Int) {
        self.rows = rows
        self.categories = categories
    }

    init(_ ratings: [Rating]) {
        let columns = Dictionary(uniqueKeysWithValues: Label.allCases.enumerated().map { ($1, $0) })
        var counts: [Subject: [Int]] = [:]
        for rating in ratings {
            counts[rating.subject, default: Array(repeating: 0, count: Label.allCases.count)][
                columns[rating.label] ?? 0] += 1
        }
        rows = counts.sorted { $0.key < $1.key }.map(\.value)
        categories = Label.allCases.count
    }

    /// The rows that two analysts or more have labelled.
    var shared: [[Int]] { rows.filter { $0.reduce(0, +) > 1 } }

    /// The share of pairs of labels on one subject that are the same, averaged over subjects; `nil` without a pair.
    var raw: Double? {
        let shared = shared
        guard !shared.isEmpty else { return nil }
        return shared.reduce(0) { $0 + Self.agreement(in: $1) } / Double(shared.count)
    }

    /// The share of the labels given that are each label; subjects count alike.
    var prevalence: [Double] {
        var shares = Array(repeating: 0.0, count: categories)
        for row in rows {
            let total = Double(row.reduce(0, +))
            for (column, count) in row.enumerated() where total > 0 { shares[column] += Double(count) / total }
        }
        return rows.isEmpty ? shares : shares.map { $0 / Double(rows.count) }
    }

    /// Krippendorff's α for names without an order (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability").
    ///
    /// `nil` without a pair of labels, or where only one label was ever given: then nothing can be told from chance.
    var alpha: Double? {
        var observed = 0.0
        var totals = Array(repeating: 0.0, count: categories)
        for row in shared {
            let count = Double(row.reduce(0, +))
            for (column, given) in row.enumerated() {
                totals[column] += Double(given)
                observed += Double(given) * (count - Double(given)) / (count - 1)
            }
        }
        let all = totals.reduce(0, +)
        let expected = totals.reduce(0) { $0 + $1 * (all - $1) } / max(1, all - 1)
        return expected > 0 ? 1 - observed / expected : nil
    }

    /// Gwet's AC1 (Gwet 2008, doi:10.1348/000711006X126600): steadier than κ where one label is given nearly always.
    var ac1: Double? {
        guard let raw, categories > 1 else { return nil }
        let chance = prevalence.reduce(0) { $0 + $1 * (1 - $1) } / Double(categories - 1)
        return chance < 1 ? (raw - chance) / (1 - chance) : nil
    }

    private static func agreement(in row: [Int]) -> Double {
        let count = row.reduce(0, +)
        return Double(row.reduce(0) { $0 + $1 * ($1 - 1) }) / Double(count * (count - 1))
    }
}
