import Evidence

/// Finds sets of accounts that belong together, and how many kinds of evidence say so.
struct ClusterFinder {
    /// The least mean weight of a pair inside a cluster.
    static let resolution = 0.15
    /// The fewest owners of a cluster.
    static let fewestOwners = 3
    /// The share of members that a kind of evidence must tie to others.
    static let leastCoverage = 0.3

    /// A cluster as it is found.
    struct Found {
        /// The members, in rising order.
        var members: [Int]
        /// The kinds of evidence that tie enough of them together.
        var kinds: [EvidenceKind]
        /// Whether the kinds are independent and at least two.
        var status: ClusterStatus
        /// For each kind, the share of members that it ties to another.
        var coverage: [EvidenceKind: Double]
        /// The shared values that tie at least two members, the strongest first.
        var values: [Int]
    }

    /// The clusters, the largest first.
    let clusters: [Found]

    /// Finds the communities of the ties and keeps those that evidence supports.
    init(_ ties: Ties) {
        let (accounts, network) = ties.network()
        let communities = Leiden(resolution: Self.resolution).communities(of: network)
        let groups = Dictionary(grouping: accounts.indices) { communities[$0] }
        clusters = groups.values.compactMap { Self.cluster($0.map { accounts[$0] }.sorted(), ties) }
            .sorted { ($1.members.count, $0.members[0]) < ($0.members.count, $1.members[0]) }
    }

    private static func cluster(_ members: [Int], _ ties: Ties) -> Found? {
        guard Set(members.map { ties.shared.ownerOf[$0] }).count >= fewestOwners else { return nil }
        let inside = Set(members)
        var tiedBy: [EvidenceKind: Set<Int>] = [:]
        var strength: [Int: Double] = [:]
        for value in Set(members.flatMap { ties.shared.ofAccount[$0] }) where ties.weights[value] > 0 {
            let holders = ties.shared.values[value].members.filter { inside.contains($0) }
            let owners = Set(holders.map { ties.shared.ownerOf[$0] }).count
            guard owners >= 2 else { continue }
            strength[value] = ties.weights[value] * Double(owners)
            if ties.shared.values[value].kind != .client && ties.shared.values[value].kind != .emailDomain {
                tiedBy[ties.shared.values[value].evidence, default: []].formUnion(holders)
            }
        }
        for member in members where ties.synchrony.partners[member].contains(where: { inside.contains($0) }) {
            tiedBy[.timing, default: []].insert(member)
        }
        let coverage = tiedBy.mapValues { Double($0.count) / Double(members.count) }
        let kinds = coverage.filter { $0.value >= leastCoverage }.keys.sorted()
        guard let status = status(kinds, owners: members.count) else { return nil }
        let values = strength.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        return Found(members: members, kinds: kinds, status: status, coverage: coverage, values: values)
    }

    /// Two kinds make a cluster coordinated. One alone makes it a candidate if accidents do not bring it about: the same
    /// address range alone never does, since whole universities and companies share one.
    private static func status(_ kinds: [EvidenceKind], owners: Int) -> ClusterStatus? {
        if kinds.count >= 2 { return .coordinated }
        switch kinds.first {
        case .payment: return owners >= 4 ? .candidate : nil
        case .content, .timing: return owners >= 5 ? .candidate : nil
        case .infrastructure, nil: return nil
        }
    }
}
