import Evidence

extension ScoreModel {
    /// The model that ships. Its numbers were set by hand and checked on simulated logs only: no real account was ever
    /// labelled for it. A platform recalibrates it from its own analysts' labels.
    ///
    /// The weights follow one idea: nothing that an account does alone reaches the threshold, and neither does one shared
    /// value of one kind; two kinds of shared values do, and behaviour then decides how soon.
    public static let shipped = ScoreModel(
        name: "evidence", version: "1", base: -4.9, threshold: 0.5,
        curves: [
            .sharedTemplate: rising(3.6, (0, 0), (0.5, 0.15), (2, 0.5), (5, 1)),
            .injectedSpan: Curve(weight: 0.4, none: 0.15, full: 0.8),
            .nearDuplicates: Curve(weight: 0.4, none: 0.1, full: 0.8),
            .sharedPayment: rising(3, (0, 0), (1, 0.25), (4, 0.6), (12, 1)),
            .sharedInfrastructure: Curve(weight: 1.8, none: 0.7, full: 4),
            .synchrony: rising(2.4, (0, 0), (1, 0.15), (2, 0.4), (6, 1)),
            .releasePivot: Curve(weight: 0.4, none: 0.2, full: 0.6),
            .traceElicitation: Curve(weight: 0.4, none: 0.2, full: 0.8),
            .targetFocus: Curve(weight: 0.9, none: 0.2, full: 0.7),
            .graderShape: Curve(weight: 0.3, none: 0.3, full: 0.9),
            .templateConcentration: Curve(weight: 0.2, none: 0.3, full: 0.9),
            .circadian: Curve(weight: 0.25, none: 0.5, full: 0.9),
            .periodicity: Curve(weight: 0.2, none: 0, full: 0.7),
            .volumeRatio: Curve(weight: 0.3, none: 0.5, full: 1.5),
        ])

    private static func rising(_ weight: Double, _ points: (Double, Double)...) -> Curve {
        Curve(weight: weight, knots: points.map { Knot(value: $0.0, strength: $0.1) })
    }
}
