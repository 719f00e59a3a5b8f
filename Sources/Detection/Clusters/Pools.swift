import Evidence

/// Joins the pools of one operator: groups of accounts that mostly say the same, and that extract the same
/// capabilities in the same proportions. A wording alone does not join two pools, since operators copy from each
/// other; one operator's pools serve one purpose.
struct Pools {
    /// The share of each pool's members that must say the same as some member of the other.
    static let leastTied = 0.6
    /// The least cosine of the pools' shares of targets.
    static let leastLikeness = 0.9
    /// The share of a pool's traffic that must not be general.
    static let leastFocus = 0.4

    private let groups: [[Int]]
    private let profiles: [[Double]]
    private let tied: [[Int]: Int]

    /// Looks at groups of accounts, given each account's content ties and how many of its exchanges have
    /// each target. Linear in content ties.
    init(_ groups: [[Int]], content: [[ContentTies.Tie]], targets: [[Int]]) {
        self.groups = groups
        profiles = groups.map { Self.profile($0, targets) }
        var groupOf: [Int: Int] = [:]
        for (number, group) in groups.enumerated() { for member in group { groupOf[member] = number } }
        var tied: [[Int]: Int] = [:]
        for (number, group) in groups.enumerated() {
            for member in group {
                let others = Set(content[member].compactMap { groupOf[$0.other] })
                for other in others where other != number { tied[[number, other], default: 0] += 1 }
            }
        }
        self.tied = tied
    }

    /// The groups, with those joined that belong to one operator if evidence supports at least one of them by itself.
    func joined(where isSupported: [Bool]) -> [[Int]] {
        var sets = UnionFind(count: groups.count)
        for pair in tied.keys where pair[0] < pair[1] && (isSupported[pair[0]] || isSupported[pair[1]]) {
            if saysTheSame(pair[0], pair[1]), saysTheSame(pair[1], pair[0]),
                Self.likeness(profiles[pair[0]], profiles[pair[1]]) >= Self.leastLikeness
            {
                sets.join(pair[0], pair[1])
            }
        }
        return Dictionary(grouping: groups.indices) { sets.root($0) }
            .sorted { $0.key < $1.key }.map { $0.value.flatMap { groups[$0] }.sorted() }
    }

    private func saysTheSame(_ one: Int, _ other: Int) -> Bool {
        Double(tied[[one, other]] ?? 0) >= Self.leastTied * Double(groups[one].count)
    }

    /// The mean share of each target but the general one.
    private static func profile(_ group: [Int], _ targets: [[Int]]) -> [Double] {
        var sums = Array(repeating: 0.0, count: CapabilityTarget.allCases.count)
        for member in group {
            let total = Double(max(1, targets[member].reduce(0, +)))
            for (target, count) in targets[member].enumerated() { sums[target] += Double(count) / total }
        }
        sums[CapabilityTarget.general.place] = 0
        return sums.map { $0 / Double(group.count) }
    }

    /// The cosine of two profiles; 0 if either is mostly general.
    private static func likeness(_ one: [Double], _ other: [Double]) -> Double {
        guard one.reduce(0, +) >= leastFocus, other.reduce(0, +) >= leastFocus else { return 0 }
        func product(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
        return product(one, other) / (product(one, one) * product(other, other)).squareRoot()
    }
}
