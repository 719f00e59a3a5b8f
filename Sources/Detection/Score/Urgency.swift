import Evidence
import Foundation

/// What is looked at first.
enum Urgency {
    /// `score × log10(10 + exchanges) × 2^(−days since the last exchange / 14)`: what is likely, large and still going on
    /// comes first; what stopped a fortnight ago counts half.
    static func of(score: Double, exchanges: Int, lastAt: Instant, asOf: Instant) -> Double {
        let idle = max(0, Double(asOf - lastAt)) / Double(Instant.day)
        return score * log10(10 + Double(exchanges)) * exp2(-idle / 14)
    }
}
