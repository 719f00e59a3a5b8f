import Evidence

/// The part of the traffic that is the cluster's: the share of the account's exchanges that hold content which ties the
/// cluster together. The rest is what hides it. Not available outside clusters, nor where no content ties.
enum Mixture: AccountSignal {
    static let name = SignalName.mixture
    static let unit = "share"
    static let dependsOnClusters = true

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        guard let names = observed.traits(of: account)?.content else { return .notAvailable("in no cluster") }
        guard !names.isEmpty else { return .notAvailable("no content ties the cluster") }
        let places = observed.places(of: account)
        let own = places.filter { place in
            observed.content.values(at: place).contains {
                names.contains(observed.content.name(of: $0.number, kind: $0.kind).id)
            }
        }
        return .value(
            Double(own.count) / Double(places.count), sample: places.count,
            reason: "the cluster's share of it",
            evidence: observed.exemplars(own))
    }
}
