import Evidence
import Foundation

/// A change against the account's own past: the Jensen–Shannon divergence, in bits, between the capability targets of its
/// latest third of exchanges and those before. Not available below thirty exchanges on three days. Source: the one
/// metadata feature that survived on real logs was change against an account's own baseline.
enum OwnBaseline: AccountSignal {
    static let name = SignalName.ownBaseline
    static let unit = "bits"
    static let fewestExchanges = 30

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        let places = observed.places(of: account)
        let exchanges = observed.intake.exchanges
        guard places.count >= fewestExchanges else { return .notAvailable("fewer than \(fewestExchanges) exchanges") }
        guard exchanges[places.upperBound - 1].at - exchanges[places.lowerBound].at >= 3 * Instant.day else {
            return .notAvailable("less than three days")
        }
        let cut = places.upperBound - places.count / 3
        let past = shares(places.lowerBound..<cut, observed)
        let late = shares(cut..<places.upperBound, observed)
        let value = divergence(past, late)
        return .value(value, sample: places.count, reason: "a change of habits")
    }

    private static func shares(_ places: Range<Int>, _ observed: Observations) -> [Double] {
        var counts = Array(repeating: 0.0, count: CapabilityTarget.allCases.count)
        for place in places { counts[observed.targets.top[place].place] += 1 / Double(places.count) }
        return counts
    }

    private static func divergence(_ one: [Double], _ other: [Double]) -> Double {
        zip(one, other).reduce(0) { sum, pair in
            let middle = (pair.0 + pair.1) / 2
            return sum + part(pair.0, middle) / 2 + part(pair.1, middle) / 2
        }
    }

    private static func part(_ share: Double, _ middle: Double) -> Double {
        share > 0 ? share * log2(share / middle) : 0
    }
}
