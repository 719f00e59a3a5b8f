import Evidence
import HostileText

/// Gives clusters the ids that they had, by the largest overlap of members, and new ones to the rest.
enum ClusterNaming {
    /// The ids of clusters given by their members, in order.
    static func ids(of clusters: [[AccountID]], previous: PreviousRun?) -> [ClusterID] {
        let past = previous?.clusters ?? []
        var pastOf: [AccountID: [Int]] = [:]
        for (number, cluster) in past.enumerated() {
            for member in cluster.members { pastOf[member, default: []].append(number) }
        }
        var overlaps: [(common: Int, cluster: Int, past: Int)] = []
        for (number, members) in clusters.enumerated() {
            var common: [Int: Int] = [:]
            for member in members { for old in pastOf[member] ?? [] { common[old, default: 0] += 1 } }
            overlaps += common.map { ($0.value, number, $0.key) }
        }
        overlaps.sort { ($1.common, past[$0.past].id, $0.cluster) < ($0.common, past[$1.past].id, $1.cluster) }
        var ids: [Int: ClusterID] = [:]
        var taken: Set<Int> = []
        for overlap in overlaps where ids[overlap.cluster] == nil && taken.insert(overlap.past).inserted {
            ids[overlap.cluster] = past[overlap.past].id
        }
        var next = past.compactMap { number($0.id) }.max() ?? 0
        return clusters.indices.map { cluster in
            if let id = ids[cluster] { return id }
            next += 1
            return id(next)
        }
    }

    private static func id(_ number: Int) -> ClusterID {
        let digits = String(number)
        return ClusterID("C-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits)
    }

    private static func number(_ id: ClusterID) -> Int? {
        let text = id.text.verbatim
        return text.hasPrefix("C-") ? Int(text.dropFirst(2)) : nil
    }
}
