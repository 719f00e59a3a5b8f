import Evidence

/// The share of requests for written-out reasoning. Not available below ten exchanges with text.
enum TraceElicitation: AccountSignal {
    static let name = SignalName.traceElicitation
    static let unit = "share"
    static let fewestExchanges = 10
    /// The strength from which on a request counts.
    static let leastStrength = 0.5

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        let places = observed.places(of: account).filter { observed.intake.exchanges[$0].text != nil }
        guard places.count >= fewestExchanges else {
            return .notAvailable("fewer than \(fewestExchanges) exchanges with text")
        }
        let asking = places.filter { observed.targets.strength(of: .reasoningTrace, at: $0) >= leastStrength }
        return .value(
            Double(asking.count) / Double(places.count), sample: places.count, reason: "reasoning traces",
            evidence: observed.exemplars(asking))
    }
}
