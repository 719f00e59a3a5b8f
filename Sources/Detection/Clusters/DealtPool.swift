import Evidence

/// Joins the parts of one pool: groups that keep one time, or meet, are found inside a crowd to whom one text is dealt out, and are of one
/// operator with the rest of it.
enum DealtPool {
    /// The part of a cluster's members to whom the text must be dealt.
    static let leastDealt = 0.8

    /// The clusters, with those joined to whose members one text is dealt. O(clusters · dealt texts, and members).
    static func joined(_ clusters: [ClusterFinder.Found], _ ties: Ties) -> [ClusterFinder.Found] {
        var sets = UnionFind(count: clusters.count)
        for (number, value) in ties.shared.values.enumerated() where value.isDealt && ties.weights[number] > 0 {
            let parts = clusters.indices.filter { place in
                let members = clusters[place].members
                return Double(members.count { value.isDealt(to: $0) }) >= leastDealt * Double(members.count)
            }
            for part in parts.dropFirst() { sets.join(parts[0], part) }
        }
        return Dictionary(grouping: clusters.indices) { sets.root($0) }.sorted { $0.key < $1.key }
            .map { whole($0.value.map { clusters[$0] }) }
    }

    /// The cluster of which these are parts: coordinated where those parts are that hold half of it, whose members alone it holds firmly.
    private static func whole(_ parts: [ClusterFinder.Found]) -> ClusterFinder.Found {
        guard parts.count > 1 else { return parts[0] }
        let members = parts.flatMap(\.members).sorted()
        let firm = parts.filter { $0.status == .coordinated }
        let isCoordinated = 2 * firm.reduce(0) { $0 + $1.members.count } >= members.count
        let telling = isCoordinated ? firm : parts.filter { $0.status == .candidate }
        var coverage: [EvidenceKind: Double] = [:]
        for part in parts {
            for (kind, share) in part.coverage {
                coverage[kind, default: 0] += share * Double(part.members.count) / Double(members.count)
            }
        }
        var seen: Set<Int> = []
        return ClusterFinder.Found(
            members: members, kinds: Set(telling.flatMap(\.kinds)).sorted(),
            status: isCoordinated ? .coordinated : .candidate, coverage: coverage,
            values: parts.flatMap(\.values).filter { seen.insert($0).inserted },
            core: isCoordinated ? firm.flatMap(\.core).sorted() : members, inStep: parts.flatMap(\.inStep).sorted())
    }
}
