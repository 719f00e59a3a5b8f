import Evidence

extension ScoreModel {
    /// The model that ships. Its numbers were set by hand and checked on simulated logs only: no real account was ever
    /// labelled for it. A platform recalibrates it from its own analysts' labels.
    public static let shipped = ScoreModel(
        name: "evidence", version: "1", base: -5, threshold: 0.6,
        curves: [
            .volumeRatio: Curve(weight: 0.6, none: 0.3, full: 1.5)
        ])
}
