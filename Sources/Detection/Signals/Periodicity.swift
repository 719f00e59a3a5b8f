import Evidence
import Foundation

/// How regular the gaps between requests are: `−B` of Goh and Barabási's burstiness `B = (σ − μ) / (σ + μ)`, 1 for a clock,
/// 0 for chance, below 0 for bursts. Not available below thirty gaps.
enum Periodicity: AccountSignal {
    static let name = SignalName.periodicity
    static let unit = "regularity"
    static let fewestGaps = 30

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        let times = observed.places(of: account).map { observed.intake.exchanges[$0].at }
        let gaps = zip(times, times.dropFirst()).map { Double($1 - $0) }
        guard gaps.count >= fewestGaps else { return .notAvailable("fewer than \(fewestGaps) gaps") }
        let mean = gaps.reduce(0, +) / Double(gaps.count)
        let deviation = (gaps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(gaps.count)).squareRoot()
        guard deviation + mean > 0 else { return .notAvailable("all requests at one time") }
        return .value((mean - deviation) / (mean + deviation), sample: gaps.count, reason: "regular gaps")
    }
}
