import Evidence

extension ScoreModel {
    /// The model that ships. Its curves were fitted to simulated logs with real requests from half of a corpus' sources: no
    /// real account was ever labelled for it. A platform recalibrates it from its own analysts' labels.
    /// `docs/evaluation.md` says how it was fitted, by which command, and how it does on what it has not seen.
    ///
    /// The fit was bound to three rules. Nothing that an account does alone reaches the threshold, and neither does one kind
    /// of shared evidence. What an account does, with content that only ordinary accounts or one kind of evidence's
    /// candidates share, does not reach it either, unless the cluster's load is even. Content that a coordinated cluster
    /// shares reaches it with a second kind. A signal without a curve is shown, and adds nothing: the fit gave it no weight.
    public static let shipped = ScoreModel(
        name: "evidence", version: "5", base: -4.75, threshold: 0.8,
        curves: [
            .sharedTemplate: rising(
                4.87, (0, 0), (0.5, 0.34), (1, 0.40), (2, 0.46), (3, 0.52), (4, 0.77), (6, 0.89), (10, 1)),
            .sharedPayment: rising(1.28, (0, 0), (1, 0.63), (2, 0.79), (4, 1)),
            .sharedInfrastructure: rising(1.68, (0.8, 0), (1.3, 0.67), (2, 0.95), (3, 1)),
            .synchrony: rising(1.6, (0, 0), (2, 0.57), (6, 1)),
            .loadBalance: rising(1.2, (0.6, 0), (0.7, 1)),
            .traceElicitation: rising(0.8, (0.05, 0), (0.3, 1)),
            .releasePivot: rising(0.78, (0.1, 0), (0.4, 1)),
            .mixture: rising(0.57, (0.1, 0), (0.5, 1)),
            .targetFocus: rising(0.31, (0.1, 0), (0.35, 1)),
            .injectedSpan: rising(0.3, (0.02, 0), (0.15, 0.92), (0.5, 1)),
            .circadian: rising(0.3, (0.5, 0), (0.9, 1)),
            .probing: rising(0.2, (0, 0), (0.02, 1)),
            .signatureReplay: rising(0.1, (0.3, 0), (0.8, 1)),
            .graderShape: rising(0.1, (0.3, 0), (0.9, 1)),
            .volumeRatio: rising(0.1, (0.3, 0), (0.8, 1)),
        ])

    private static func rising(_ weight: Double, _ points: (Double, Double)...) -> Curve {
        Curve(weight: weight, knots: points.map { Knot(value: $0.0, strength: $0.1) })
    }
}
