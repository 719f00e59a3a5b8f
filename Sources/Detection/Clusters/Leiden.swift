/// Communities by the Leiden algorithm (Traag, Waltman, van Eck 2019) with the constant Potts model as its quality.
///
/// A shared value ties all its members pairwise, with one weight, without those pairs ever being listed: a community keeps
/// a count of each value's members in it. Links between two nodes are listed. Quality is the weight inside communities
/// minus `resolution` for every pair inside one, so that what belongs together does not depend on how large the whole is.
/// Deterministic: nodes are visited in an order drawn from `seed`, ties go to the smaller community.
struct Leiden {
    /// The least mean weight of a pair inside a community.
    var resolution: Double
    /// Where the order of visits comes from.
    var seed: UInt64 = 1
    /// The most rounds of moving, refining and joining.
    var rounds = 10

    /// The community of each node, numbered from 0 in the order of their first nodes.
    func communities(of network: Network) -> [Int] {
        var network = network
        var placeOf = Array(0..<network.count)
        var start = Array(0..<network.count)
        for round in 0..<rounds {
            var moving = Partition(network, communityOf: start, resolution: resolution)
            let moved = moving.moveNodes(order: order(network.count, round))
            let coarse = moving.communityOf
            var refining = Partition(network, communityOf: Array(0..<network.count), resolution: resolution)
            refining.mergeNodes(order: order(network.count, round + 1_000), within: coarse)
            let fine = Self.renumbered(refining.communityOf)
            let count = (fine.max() ?? -1) + 1
            if !moved && round > 0 || count == network.count {
                return Self.renumbered(placeOf.map { coarse[$0] })
            }
            start = Array(repeating: 0, count: count)
            for (node, part) in fine.enumerated() { start[part] = coarse[node] }
            start = Self.renumbered(start)
            placeOf = placeOf.map { fine[$0] }
            network = network.joined(fine, count: count)
        }
        return Self.renumbered(placeOf.map { start[$0] })
    }

    private func order(_ count: Int, _ round: Int) -> [Int] {
        let key = StableHash.combine(seed, UInt64(round))
        return (0..<count).map { ($0, StableHash.mix(key ^ UInt64($0))) }.sorted { $0.1 < $1.1 }.map(\.0)
    }

    private static func renumbered(_ communities: [Int]) -> [Int] {
        var numbers: [Int: Int] = [:]
        return communities.map { community in
            if let number = numbers[community] { return number }
            numbers[community] = numbers.count
            return numbers.count - 1
        }
    }
}
