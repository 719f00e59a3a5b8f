import Evidence

/// How evenly the account's cluster spreads its load: `1 − Gini` of its members' exchanges. People differ by orders of
/// magnitude, a pool behind a balancer does not. Not available outside clusters, nor below five members.
enum LoadBalance: AccountSignal {
    static let name = SignalName.loadBalance
    static let unit = "share"
    static let dependsOnClusters = true
    static let fewestMembers = 5

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        guard let cluster = observed.cluster(of: account) else { return .notAvailable("in no cluster") }
        guard cluster.members.count >= fewestMembers else {
            return .notAvailable("fewer than \(fewestMembers) members")
        }
        return .value(
            observed.traits(of: account)?.evenness ?? 0, sample: cluster.members.count, reason: "even load")
    }

    /// Gini's coefficient: 0 where all are equal.
    static func gini(_ counts: [Int]) -> Double {
        let sorted = counts.sorted()
        let all = Double(sorted.reduce(0, +))
        guard all > 0 else { return 0 }
        let size = Double(sorted.count)
        let weighted = sorted.enumerated().reduce(0.0) { $0 + Double($1.offset + 1) * Double($1.element) }
        return 2 * weighted / (size * all) - (size + 1) / size
    }
}
