import Evidence

/// Whether a candidate is worth an analyst's look: what else its members do must speak for a harvest too.
///
/// Customers with one public prompt, one kit or one purpose say the same and have nothing else in common, as a pool has that shares
/// nothing but words. What each of them does tells most such groups apart, where nothing that ties them does.
enum Candidacy {
    /// The least mean score of a candidate's members, as a share of the score from which on an account is flagged.
    static let leastScore = 0.3

    /// The clusters that are kept, and those that are not. A multitude is kept whatever it does: hundreds of strangers with one
    /// wording are seldom chance. O(members).
    ///
    /// - Parameter score: the score of an account.
    static func settled(
        _ clusters: [ClusterFinder.Found], threshold: Double, by score: (Int) -> Double
    ) -> (kept: [ClusterFinder.Found], dismissed: [ClusterFinder.Found]) {
        var kept: [ClusterFinder.Found] = []
        var dismissed: [ClusterFinder.Found] = []
        for cluster in clusters {
            let isInDoubt = cluster.status == .candidate && cluster.members.count < Habit.fewestOfMultitude
            let least = leastScore * threshold * Double(cluster.members.count)
            if isInDoubt, cluster.members.reduce(0, { $0 + score($1) }) < least {
                dismissed.append(cluster)
            } else {
                kept.append(cluster)
            }
        }
        return (kept, dismissed)
    }

    /// Why there is no cluster of groups that were put aside; `nil` where there were none.
    static func note(on dismissed: [ClusterFinder.Found]) -> String? {
        guard !dismissed.isEmpty else { return nil }
        let members = dismissed.reduce(0) { $0 + $1.members.count }
        return
            "\(members.counted("account")) in \(dismissed.count.counted("group")) say the same among themselves, and are in no cluster: "
            + "nothing else that they do speaks for a harvest"
    }
}
