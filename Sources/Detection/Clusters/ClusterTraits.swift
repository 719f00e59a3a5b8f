import Evidence

/// What of a settled cluster its members are measured by, worked out once for all of them.
struct ClusterTraits {
    /// How evenly the members share the load: `1 − Gini` of their exchanges.
    let evenness: Double
    /// The content that ties them.
    let content: Set<IndicatorID>

    /// Looks at a cluster. O(members log members).
    init(_ cluster: ClusterFinder.Found, in observed: Observations) {
        evenness = 1 - LoadBalance.gini(cluster.members.map { observed.places(of: $0).count })
        content = Set(
            cluster.values.filter { observed.shared.values[$0].evidence == .content }
                .map { observed.shared.values[$0].id })
    }
}
