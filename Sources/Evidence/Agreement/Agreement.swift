/// How far analysts agree on what they labelled alike and apart.
public struct Agreement: Hashable, Sendable {
    /// A figure, with the middle 95 % of what resampled subjects give.
    public struct Figure: Hashable, Sendable {
        /// The figure.
        public var value: Double
        /// Where it lies for 95 of 100 samples of the subjects; `nil` for fewer than two subjects.
        public var interval: ClosedRange<Double>?

        /// Makes a figure.
        public init(value: Double, interval: ClosedRange<Double>? = nil) {
            self.value = value
            self.interval = interval
        }
    }

    /// One label: how common it is, and how far those who give it are joined by others.
    public struct LabelShare: Hashable, Sendable {
        /// The label.
        public var label: Label
        /// Its share of all labels; subjects count alike.
        public var prevalence: Double
        /// On how many subjects of several analysts somebody gave it.
        public var subjects: Int
        /// On how many of those everybody did.
        public var unanimous: Int
    }

    /// How many subjects bear a label.
    public var subjects: Int
    /// How many of them bear the labels of two analysts or more: only they say anything about agreement.
    public var shared: Int
    /// On how many of those not all say the same.
    public var disputed: Int
    /// The share of pairs of labels that are the same.
    public var raw: Figure?
    /// Krippendorff's α.
    public var alpha: Figure?
    /// Gwet's AC1 over the seven labels.
    public var ac1: Figure?
    /// Cohen's κ, averaged over pairs of analysts by the subjects they share.
    public var kappa: Double?
    /// Every pair that shares a subject, those that agree least first.
    public var pairs: [PairAgreement]
    /// The labels that were given, the most common first.
    public var labels: [LabelShare]

    /// Reckons it. Each analyst has one rating a subject at most.
    ///
    /// - Complexity: O(400 n) in the subjects that several labelled, for the intervals.
    public init(_ ratings: [Rating]) {
        let table = RatingTable(ratings)
        let several = table.shared
        subjects = table.rows.count
        shared = several.count
        disputed = several.count { row in row.count { $0 > 0 } > 1 }
        raw = Self.figure(of: table) { $0.raw }
        alpha = Self.figure(of: table) { $0.alpha }
        ac1 = Self.figure(of: table) { $0.ac1 }
        pairs = PairAgreement.all(in: ratings)
        let known = pairs.compactMap { pair in pair.kappa.map { (Double(pair.subjects), $0) } }
        let weight = known.reduce(0) { $0 + $1.0 }
        kappa = weight > 0 ? known.reduce(0) { $0 + $1.0 * $1.1 } / weight : nil
        labels = zip(Label.allCases, table.prevalence).enumerated().compactMap { column, given in
            guard given.1 > 0 else { return nil }
            let somebody = several.filter { $0[column] > 0 }
            return LabelShare(
                label: given.0, prevalence: given.1, subjects: somebody.count,
                unanimous: somebody.count { row in row[column] == row.reduce(0, +) })
        }.sorted { ($1.prevalence, $0.label.digit) < ($0.prevalence, $1.label.digit) }
    }

    private static func figure(of table: RatingTable, _ figure: (RatingTable) -> Double?) -> Figure? {
        figure(table).map { Figure(value: $0, interval: Bootstrap.interval(of: table, figure)) }
    }
}
