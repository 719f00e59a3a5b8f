import Evidence

extension ScoreModel {
    /// The model that ships. Its weights were fitted on simulated logs only, from weights that were set by hand: no
    /// real account was ever labelled for it. A platform recalibrates it from its own analysts' labels.
    /// `docs/detection.md` says how it was fitted and how it does on logs that it has not seen.
    ///
    /// The fit was bound to one idea: nothing that an account does alone reaches the threshold, and neither does one
    /// kind of shared evidence. What an account does, with content that only ordinary accounts or one kind of
    /// evidence's candidates share, does not reach it either.
    public static let shipped = ScoreModel(
        name: "evidence", version: "2", base: -6.18, threshold: 0.7,
        curves: [
            .sharedTemplate: rising(6.16, (0, 0), (1, 0.32), (3, 0.33), (6, 1)),
            .injectedSpan: rising(0.2, (0.15, 0), (0.5, 0.5), (0.9, 1)),
            .nearDuplicates: rising(0.3, (0.1, 0), (0.45, 0.5), (0.8, 1)),
            .sharedPayment: rising(2.02, (0, 0), (1, 0.75), (4, 1)),
            .sharedInfrastructure: rising(2.58, (1, 0), (2.2, 0.88), (3.6, 1)),
            .synchrony: rising(2.4, (0, 0), (2, 0.5), (6, 1)),
            .releasePivot: rising(0.1, (0.2, 0), (0.6, 1)),
            .traceElicitation: rising(0.2, (0.2, 0), (0.8, 1)),
            .targetFocus: rising(2.23, (0.1, 0), (0.35, 0.93), (0.7, 1)),
            .graderShape: rising(0.1, (0.3, 0), (0.9, 1)),
            .templateConcentration: rising(0.1, (0.3, 0), (0.9, 1)),
            .circadian: rising(0.1, (0.5, 0), (0.9, 1)),
            .periodicity: rising(0.1, (0, 0), (0.7, 1)),
            .volumeRatio: rising(0.1, (0.5, 0), (1.5, 1)),
        ])

    private static func rising(_ weight: Double, _ points: (Double, Double)...) -> Curve {
        Curve(weight: weight, knots: points.map { Knot(value: $0.0, strength: $0.1) })
    }
}
