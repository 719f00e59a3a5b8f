import Evidence
import Foundation

/// How hard a new account starts: `log10((n + 1) / (median + 1))` with the exchanges of its first day against the median
/// first day of all accounts, times how new the account was, from 1 on the day it was made to 0 after a fortnight.
/// Not available where the log does not say when accounts were made. Source: the advisory's "new accounts at maximum
/// quota at once".
enum Ramp: AccountSignal {
    static let name = SignalName.ramp
    static let unit = "log10 ratio"
    /// After so long an account is no longer new.
    static let novelty = 14 * Instant.day

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        let places = observed.places(of: account)
        let exchanges = observed.intake.exchanges
        guard let made = observed.intake.earliest(of: account, { $0.standing.createdAt }) else {
            return .notAvailable("the log does not say when the account was made")
        }
        let age = max(0, exchanges[places.lowerBound].at - made)
        let newness = max(0, 1 - Double(age) / Double(novelty))
        let first = observed.peers.firstDay(of: account)
        let value = newness * log10(Double(first + 1) / (observed.peers.medianFirstDay + 1))
        return .value(max(0, value), sample: places.count, reason: "a steep start")
    }
}
