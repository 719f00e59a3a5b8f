import Evidence
import HostileText

/// A turn to a new model within a day of its release: the share of the account's exchanges of that day that use it, less
/// the same share over all ordinary accounts; the largest over all releases. Not available where no release has five
/// exchanges in its day, and ten before it.
enum ReleasePivot: AccountSignal {
    static let name = SignalName.releasePivot
    static let unit = "share"
    static let fewestExchanges = 5

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        guard !observed.releases.isEmpty else { return .notAvailable("no release is known") }
        var best: (value: Double, sample: Int, evidence: [Int])?
        for (number, release) in observed.releases.enumerated() {
            let places = observed.places(of: account)
            let exchanges = observed.intake.exchanges
            let before = places.count { exchanges[$0].at < release.releasedAt }
            let day = places.filter { isOfDay(exchanges[$0].at, release) && exchanges[$0].model != nil }
            guard before >= 10, day.count >= fewestExchanges else { continue }
            let turned = day.filter { exchanges[$0].model == release.model }
            let value = Double(turned.count) / Double(day.count) - observed.ordinaryPivots[number]
            if value > (best?.value ?? -1) { best = (value, day.count, turned) }
        }
        guard let best else { return .notAvailable("too few exchanges on the day of a release") }
        return .value(
            max(0, best.value), sample: best.sample, reason: "release pivot",
            evidence: observed.exemplars(best.evidence))
    }

    static func isOfDay(_ time: Instant, _ release: Release) -> Bool {
        time >= release.releasedAt && time - release.releasedAt < Instant.day
    }

    /// The share of ordinary accounts' exchanges of a release's first day that use the new model.
    static func ordinaryShare(_ release: Release, _ intake: Intake, isOrdinary: [Bool]) -> Double {
        var all = 0
        var turned = 0
        for (place, exchange) in intake.exchanges.enumerated()
        where isOrdinary[intake.account(at: place)] && isOfDay(exchange.at, release) && exchange.model != nil {
            all += 1
            turned += exchange.model == release.model ? 1 : 0
        }
        return all == 0 ? 0 : Double(turned) / Double(all)
    }
}
