/// Communities by the Leiden algorithm (Traag, Waltman, van Eck 2019) with the constant Potts model as its quality.
///
/// A shared value ties all its members pairwise, with one weight, without those pairs ever being listed: a community keeps
/// a count of each value's members in it. Links between two nodes are listed. Quality is the weight inside communities
/// minus `resolution` for every pair inside one, so that what belongs together does not depend on how large the whole is.
/// Deterministic: nodes are visited in an order drawn from `seed`, ties go to the smaller community.
package struct Leiden {
    /// The least mean weight of a pair inside a community.
    var resolution: Double
    /// Where the order of visits comes from.
    var seed: UInt64 = 1
    /// The most rounds of moving, refining and joining in a pass.
    var rounds = 10
    /// The most passes. Each starts from the communities of the one before and is never worse.
    var passes = 10
    /// The share of the quality that a pass must add for another to follow.
    var leastGain = 1e-3

    package init(resolution: Double) {
        self.resolution = resolution
    }

    /// The community of each node, numbered from 0 in the order of their first nodes. O(values + links) a round.
    package func communities(of network: Network) -> [Int] {
        var communities = Array(0..<network.count)
        var quality = 0.0
        for pass in 0..<passes {
            let found = improved(communities, of: network, pass)
            let reached = Partition(network, communityOf: found, resolution: resolution).quality
            guard reached > quality else { break }
            communities = found
            if reached - quality < leastGain * reached { break }
            quality = reached
        }
        return communities
    }

    /// Moves, refines and joins until refining joins nothing.
    private func improved(_ communities: [Int], of whole: Network, _ pass: Int) -> [Int] {
        var network = whole
        var placeOf = Array(0..<network.count)
        var start = communities
        for round in 0..<rounds {
            let step = pass * 10_000 + round
            var moving = Partition(network, communityOf: start, resolution: resolution)
            moving.moveNodes(order: order(network.count, step))
            let coarse = moving.communityOf
            var refining = Partition(network, communityOf: Array(0..<network.count), resolution: resolution)
            refining.mergeNodes(order: order(network.count, step + 1_000), within: coarse)
            let fine = Self.renumbered(refining.communityOf)
            let count = (fine.max() ?? -1) + 1
            if count == network.count { return Self.renumbered(placeOf.map { coarse[$0] }) }
            start = Array(repeating: 0, count: count)
            for (node, part) in fine.enumerated() { start[part] = coarse[node] }
            start = Self.renumbered(start)
            placeOf = placeOf.map { fine[$0] }
            network = network.joined(fine, count: count)
        }
        return Self.renumbered(placeOf.map { start[$0] })
    }

    private func order(_ count: Int, _ step: Int) -> [Int] {
        let key = StableHash.combine(seed, UInt64(step))
        return (0..<count).map { ($0, StableHash.mix(key ^ UInt64($0))) }.sorted { $0.1 < $1.1 }.map(\.0)
    }

    private static func renumbered(_ communities: [Int]) -> [Int] {
        var numbers = Array(repeating: -1, count: (communities.max() ?? -1) + 1)
        var next = 0
        return communities.map { community in
            if numbers[community] < 0 {
                numbers[community] = next
                next += 1
            }
            return numbers[community]
        }
    }
}
