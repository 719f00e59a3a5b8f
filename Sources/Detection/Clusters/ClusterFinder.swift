import Evidence

/// Finds sets of accounts that belong together, and how many kinds of evidence say so.
struct ClusterFinder {
    /// The least mean weight of a pair inside a cluster.
    static let resolution = 0.3
    /// The fewest members of a cluster. At least two of them, and a quarter, must not belong to its largest customer.
    static let fewestMembers = 3
    /// The share of members that each kind of evidence must tie to others.
    static let leastCoverage: [EvidenceKind: Double] = [
        .content: 0.6, .timing: 0.3, .infrastructure: 0.45, .payment: 0.3,
    ]

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
    private(set) var clusters: [Found]

    /// Finds the communities of the ties and keeps those that evidence supports.
    init(_ ties: Ties) {
        let (accounts, network) = ties.network()
        let communities = Leiden(resolution: Self.resolution).communities(of: network)
        let groups = Dictionary(grouping: accounts.indices) { communities[$0] }
        clusters = groups.values.compactMap { Self.cluster($0.map { accounts[$0] }.sorted(), ties) }
            .sorted { ($1.members.count, $0.members[0]) < ($0.members.count, $1.members[0]) }
    }

    /// Adds those of an earlier search that share no member with any of these.
    mutating func keep(_ earlier: [Found]) {
        let members = Set(clusters.flatMap(\.members))
        clusters += earlier.filter { members.isDisjoint(with: $0.members) }
    }

    private static func cluster(_ members: [Int], _ ties: Ties) -> Found? {
        let sizes = Dictionary(members.map { (ties.shared.customerOf[$0], 1) }, uniquingKeysWith: +)
        let beside = members.count - (sizes.values.max() ?? 0)
        guard members.count >= fewestMembers, beside >= 2, 4 * beside >= members.count else { return nil }
        let holders = holders(members, ties)
        let tied = tied(members, holders, ties)
        let coverage = tied.mapValues { Double($0.count) / Double(members.count) }
        let kinds = coverage.filter { $0.value >= leastCoverage[$0.key] ?? 1 }.keys.sorted()
        let crowd = holders.filter { ties.shared.values[$0.key].kind == .addressRange }.values.map(\.count).max() ?? 0
        let status = status(
            kinds, coverage, members: members.count, customers: sizes.count,
            sitsTogether: 5 * crowd > 3 * members.count)
        guard let status else { return nil }
        let strength = holders.map { number, holders in
            let parties = ties.shared.parties(to: ties.shared.values[number].kind)
            return (number, ties.weights[number] * Double(Set(holders.map { parties[$0] }).count))
        }
        let values = strength.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
        return Found(members: members, kinds: kinds, status: status, coverage: coverage, values: values)
    }

    /// The members that have each value, of values that tie members of two parties.
    private static func holders(_ members: [Int], _ ties: Ties) -> [Int: [Int]] {
        let inside = Set(members)
        var all: [Int: [Int]] = [:]
        for number in Set(members.flatMap { ties.shared.ofAccount[$0] }) where ties.weights[number] > 0 {
            let parties = ties.shared.parties(to: ties.shared.values[number].kind)
            let holders = ties.shared.values[number].members.filter { inside.contains($0) }
            if Set(holders.map { parties[$0] }).count >= 2 { all[number] = holders }
        }
        return all
    }

    /// The members that each kind of evidence ties to others. Clients and e-mail domains support a cluster, but do not count.
    private static func tied(_ members: [Int], _ holders: [Int: [Int]], _ ties: Ties) -> [EvidenceKind: Set<Int>] {
        let inside = Set(members)
        var tied: [EvidenceKind: Set<Int>] = [:]
        for (number, holders) in holders {
            let kind = ties.shared.values[number].kind
            if kind == .addressRange { tied[.infrastructure, default: []].formUnion(holders) }
            guard kind == .payment else { continue }
            tied[.payment, default: []].formUnion(
                holders.filter { one in holders.contains { ties.shared.areStrangers(one, $0) } })
        }
        tied[.content] = largestConversation(members, ties)
        let inStep = members.filter { ties.synchrony.partners[$0].contains { inside.contains($0) } }
        if !inStep.isEmpty { tied[.timing] = Set(inStep) }
        return tied
    }

    /// The largest set of members whose content ties connect them: several customers, each with a template of its own, do
    /// not say the same.
    private static func largestConversation(_ members: [Int], _ ties: Ties) -> Set<Int>? {
        let place = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
        var sets = UnionFind(count: members.count)
        for member in members {
            for tie in ties.content.ties[member] {
                if let one = place[member], let other = place[tie.other] { sets.join(one, other) }
            }
        }
        let groups = Dictionary(grouping: members.indices) { sets.root($0) }
        let largest = groups.values.min { ($1.count, $0[0]) < ($0.count, $1[0]) }
        return largest.flatMap { $0.count >= 2 ? Set($0.map { members[$0] }) : nil }
    }

    /// Two kinds make a cluster of five coordinated, if one of them is content or timing: who pays together often sits
    /// together, and three accounts with one program at one place are one customer.
    /// Payment and infrastructure alone must tie most of a dozen members, over several address
    /// ranges: customers with a payment each that rent from one host are none. One kind alone makes a candidate
    /// if accidents do not bring it about: an address range never does, since whole universities share one.
    private static func status(
        _ kinds: [EvidenceKind], _ coverage: [EvidenceKind: Double], members: Int, customers: Int,
        sitsTogether: Bool
    ) -> ClusterStatus? {
        if kinds.count >= 2 {
            if kinds.contains(.content) || kinds.contains(.timing) {
                return members >= 5 ? .coordinated : nil
            }
            let coversMost = kinds.allSatisfy { (coverage[$0] ?? 0) >= 0.5 }
            return members >= 12 && coversMost && !sitsTogether ? .coordinated : nil
        }
        switch kinds.first {
        case .payment: return members > Gathering.mostPayingTogether ? .candidate : nil
        case .content, .timing: return customers >= 5 ? .candidate : nil
        case .infrastructure, nil: return nil
        }
    }
}
