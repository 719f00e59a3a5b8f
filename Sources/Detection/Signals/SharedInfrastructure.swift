import Evidence
import Foundation

/// Rare address ranges and clients shared with other owners: `rarity × log2(1 + others)` of the strongest range, and
/// a third of the strongest client's, each times the share of owners that are not ordinary, but at least 0.3, and no more
/// for a member of a candidate: a class says the same at one place. What one piece of software explains counts nothing.
/// Source: EvilCohort, FRAUDAR's weights.
enum SharedInfrastructure: AccountSignal {
    static let name = SignalName.sharedInfrastructure
    static let unit = "bits"
    static let dependsOnClusters = true
    /// What owners count at least.
    private static let leastUnusual = 0.3

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        let places = observed.places(of: account)
        let knowsOrigin = observed.intake.contains(account) {
            $0.origin.addressRange != nil || Gathering.client($0.origin) != nil
        }
        guard knowsOrigin else { return .notAvailable("the log carries neither addresses nor clients") }
        let held = observed.shared.ofAccount[account].map { observed.shared.values[$0] }.filter { !$0.isSoftware }
        let range = strongest(.addressRange, held)
        let client = strongest(.client, held)
        let isCandidate = observed.cluster(of: account).map { $0.status == .candidate } ?? false
        let most = isCandidate ? leastUnusual : 1
        let value = (range.map { weight($0, atMost: most) } ?? 0) + (client.map { weight($0, atMost: most) } ?? 0) / 3
        guard let top = range ?? client else { return .value(0, sample: places.count) }
        return .value(
            value, sample: places.count, note: "\(words(top)) with \((top.owners - 1).counted("other account"))",
            reason: range == nil ? "client" : "address range",
            evidence: [range, client].compactMap { $0.map { .indicator($0.id) } })
    }

    private static func words(_ value: SharedValue) -> String {
        value.kind == .client ? "client" : "address range"
    }

    private static func strongest(_ kind: Indicator.Kind, _ values: [SharedValue]) -> SharedValue? {
        values.filter { $0.kind == kind }.max { (weight($0), $1.id) < (weight($1), $0.id) }
    }

    private static func weight(_ value: SharedValue, atMost most: Double = 1) -> Double {
        guard value.owners >= 2 else { return 0 }
        let unusual = 1 - Double(value.ordinaryOwners) / Double(value.owners)
        return value.rarity * max(leastUnusual, min(most, unusual)) * log2(Double(value.owners))
    }
}
