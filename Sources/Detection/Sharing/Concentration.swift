import Evidence

/// The clusters to which those who have a value belong, and what part of all of them they are.
///
/// A campaign's wording is its members' alone, in however many coordinated clusters they are, or in one candidate; a
/// benchmark's, an exam's or a handbook's is everybody's, whoever of them has been gathered in a cluster.
struct Concentration {
    /// The fewest members of a cluster who have the value, for it to count.
    static let fewest = 3

    /// The clusters, by number.
    let clusters: Set<Int>
    /// Their accounts that have the value less one, over all accounts that do: 0 to 1, and lower for few.
    let share: Double

    /// Looks at who has a value. O(members).
    ///
    /// - Parameter isCoordinated: whether each cluster is.
    init(of value: SharedValue, clusterOf: [Int], isCoordinated: [Bool]) {
        var inside: [Int: Int] = [:]
        for member in value.members where clusterOf[member] >= 0 { inside[clusterOf[member], default: 0] += 1 }
        let coordinated = inside.filter { isCoordinated[$0.key] && $0.value >= Self.fewest }
        let together = coordinated.values.reduce(0, +)
        let largest = inside.max { ($0.value, $1.key) < ($1.value, $0.key) }
        let isOneCluster = (largest?.value ?? 0) > together
        clusters = isOneCluster ? Set(largest.map { [$0.key] } ?? []) : Set(coordinated.keys)
        share = Double(max(0, (isOneCluster ? largest?.value ?? 0 : together) - 1)) / Double(value.members.count)
    }
}
