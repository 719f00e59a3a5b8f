import Evidence
import Foundation

/// How alike all hours of the day are: `1 − R`, with `R` the length of the mean vector of the hours (Rayleigh), corrected
/// for small samples. 1 is flat, as machines and shared accounts are. Not available below forty exchanges on three days.
enum Circadian: AccountSignal {
    static let name = SignalName.circadian
    static let unit = "share"
    static let fewestExchanges = 40

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        let times = observed.places(of: account).map { observed.intake.exchanges[$0].at }
        guard times.count >= fewestExchanges else { return .notAvailable("fewer than \(fewestExchanges) exchanges") }
        guard let first = times.first, let last = times.last, last - first >= 3 * Instant.day else {
            return .notAvailable("less than three days")
        }
        var hours = Array(repeating: 0, count: 24)
        for time in times { hours[time.hourOfDay] += 1 }
        var east = 0.0
        var north = 0.0
        for (hour, count) in hours.enumerated() {
            let angle = Double(hour) / 24 * 2 * Double.pi
            east += Double(count) * cos(angle)
            north += Double(count) * sin(angle)
        }
        let all = Double(times.count)
        let squared = (east * east + north * north) / (all * all)
        let corrected = max(0, (all * squared - 1) / (all - 1))
        return .value(1 - corrected.squareRoot(), sample: times.count, reason: "flat day")
    }
}
