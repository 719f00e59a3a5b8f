import Evidence

/// Simple detectors from the literature, on the same exchanges, to see what the whole effort is worth.
enum Baselines {
    /// The ranking that each baseline gives.
    static func rankings(_ input: DetectionInput, yardstick: Yardstick) -> [String: Evaluation.Ranking] {
        let intake = Intake(input)
        let volume = intake.ranges.map { Double($0.count) }
        return ["volume": yardstick.ranking(volume)]
    }
}
