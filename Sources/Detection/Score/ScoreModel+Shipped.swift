import Evidence

extension ScoreModel {
    /// The model that ships. Its curves were fitted to logs of three simulators with real requests from half of a corpus'
    /// sources: no real account was ever labelled for it. A platform recalibrates it from its own analysts' labels.
    /// `docs/evaluation.md` says how it was fitted, by which command, and how it does on what it has not seen.
    ///
    /// The fit was bound to three rules. Nothing that an account does alone reaches the threshold, and neither does one kind
    /// of shared evidence. What an account does, with content that only ordinary accounts or one kind of evidence's
    /// candidates share, does not reach it either, unless the cluster's load is even. Content that a coordinated cluster
    /// shares reaches it with a second kind. A signal without a curve is shown, and adds nothing: the fit gave it no weight.
    public static let shipped = ScoreModel(
        name: "evidence", version: "6", base: -4.76, threshold: 0.8,
        curves: [
            .sharedTemplate: curve(
                4.56, (0, 0), (0.5, 0.21), (1, 0.21), (2, 0.28), (3, 0.44), (4, 0.63), (6, 0.82), (10, 1)),
            .loadBalance: curve(2.37, (0.5, 0), (0.6, 0.45), (0.7, 1)),
            .sharedPayment: curve(1.6, (0, 0), (1, 0.40), (2, 0.68), (4, 1)),
            .sharedInfrastructure: curve(1.6, (0.8, 0), (1.3, 0.47), (2, 0.81), (3, 1)),
            .synchrony: curve(1.6, (0, 0), (2, 0.51), (6, 1)),
            .parameterRigidity: curve(0.8, (0.7, 1), (0.95, 1), (1, 0)),
            .releasePivot: curve(0.8, (0.1, 0), (0.4, 0.83), (0.8, 1)),
            .traceElicitation: curve(0.53, (0.05, 0), (0.3, 1)),
            .mixture: curve(0.33, (0.1, 0), (0.5, 1)),
            .injectedSpan: curve(0.3, (0.02, 0), (0.15, 1)),
            .targetFocus: curve(0.3, (0.1, 0), (0.35, 1)),
            .circadian: curve(0.3, (0.5, 0), (0.9, 1)),
            .probing: curve(0.2, (0, 0), (0.02, 1)),
            .signatureReplay: curve(0.1, (0.3, 0), (0.8, 1)),
            .graderShape: curve(0.1, (0.3, 0), (0.9, 1)),
            .volumeRatio: curve(0.1, (0.3, 0), (0.8, 1)),
        ])

    private static func curve(_ weight: Double, _ points: (Double, Double)...) -> Curve {
        Curve(weight: weight, knots: points.map { Knot(value: $0.0, strength: $0.1) })
    }
}
