import Evidence

/// The share of requests shaped like a grader's: at most sixteen output tokens for at least eighty of input, on a prompt
/// that speaks of grading. Not available below ten exchanges with token counts.
enum GraderShape: AccountSignal {
    static let name = SignalName.graderShape
    static let unit = "share"
    static let fewestExchanges = 10

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        let places = observed.places(of: account).filter {
            let usage = observed.intake.exchanges[$0].usage
            return usage.input != nil && usage.output != nil
        }
        guard places.count >= fewestExchanges else {
            return .notAvailable("fewer than \(fewestExchanges) exchanges with token counts")
        }
        let grading = places.filter {
            let usage = observed.intake.exchanges[$0].usage
            return (usage.output ?? .max) <= 16 && (usage.input ?? 0) >= 80
                && observed.targets.strength(of: .rewardGrading, at: $0) >= TargetReading.least
        }
        return .value(
            Double(grading.count) / Double(places.count), sample: places.count, reason: "reward grading",
            evidence: observed.exemplars(grading))
    }
}
