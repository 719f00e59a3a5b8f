import Evidence

/// The cluster to which most of those who have a value belong, and what part of all of them they are.
///
/// A campaign's wording is its members' alone; a benchmark's, an exam's or a handbook's is everybody's, whoever of them has
/// been gathered in a cluster.
struct Concentration {
    /// The cluster, by number; −1 where nobody belongs to one.
    let cluster: Int
    /// The cluster's accounts less one, over all accounts that have the value: 0 to 1, and lower for few.
    let share: Double

    /// Looks at who has a value. O(members).
    init(of value: SharedValue, clusterOf: [Int]) {
        var inside: [Int: Int] = [:]
        for member in value.members where clusterOf[member] >= 0 { inside[clusterOf[member], default: 0] += 1 }
        let most = inside.max { ($0.value, $1.key) < ($1.value, $0.key) }
        cluster = most?.key ?? -1
        share = most.map { Double($0.value - 1) / Double(value.members.count) } ?? 0
    }
}
