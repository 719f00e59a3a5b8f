/// A partition of a network's nodes into communities, and what each move is worth.
struct Partition {
    /// The community of each node.
    private(set) var communityOf: [Int]
    private let network: Network
    private let resolution: Double
    private var sizes: [Int]
    /// For each value, how many of its members each community holds.
    private var holders: [[Int: Double]]

    /// Starts from a partition whose communities are numbered below the number of nodes.
    init(_ network: Network, communityOf: [Int], resolution: Double) {
        self.network = network
        self.communityOf = communityOf
        self.resolution = resolution
        sizes = Array(repeating: 0, count: network.count)
        holders = Array(repeating: [:], count: network.valueWeights.count)
        for node in communityOf.indices { put(node, in: communityOf[node]) }
    }

    private mutating func put(_ node: Int, in community: Int) {
        communityOf[node] = community
        sizes[community] += network.sizes[node]
        for value in network.values[node] { holders[value.value][community, default: 0] += value.count }
    }

    private mutating func take(_ node: Int) {
        let community = communityOf[node]
        sizes[community] -= network.sizes[node]
        for value in network.values[node] {
            let left = (holders[value.value][community] ?? 0) - value.count
            holders[value.value][community] = left > 1e-9 ? left : nil
        }
    }

    /// What a node, taken out, would add to each community that it has ties to.
    private func gains(_ node: Int, where isOpen: (Int) -> Bool) -> [Int: Double] {
        var gains: [Int: Double] = [:]
        for value in network.values[node] {
            let weight = network.valueWeights[value.value] * value.count
            for (community, count) in holders[value.value] where isOpen(community) {
                gains[community, default: 0] += weight * count
            }
        }
        for link in network.links[node] where isOpen(communityOf[link.node]) {
            gains[communityOf[link.node], default: 0] += link.weight
        }
        for (community, weight) in gains {
            gains[community] = weight - resolution * Double(network.sizes[node] * sizes[community])
        }
        return gains
    }

    /// The best community for a node that was taken out: more than a rounding error above zero, ties to the smaller number.
    private func best(_ gains: [Int: Double]) -> (community: Int, gain: Double)? {
        var best: (community: Int, gain: Double)?
        for (community, gain) in gains where gain > 1e-9 {
            if let known = best {
                if gain < known.gain - 1e-9 || abs(gain - known.gain) <= 1e-9 && community > known.community {
                    continue
                }
            }
            best = (community, gain)
        }
        return best
    }

    /// Moves each node to where it adds most until none moves, at most twenty times round. Says whether any moved.
    mutating func moveNodes(order: [Int]) -> Bool {
        var anyMoved = false
        for _ in 0..<20 {
            var moved = false
            for node in order {
                let old = communityOf[node]
                take(node)
                let gains = gains(node) { _ in true }
                let target = best(gains)
                let stay = gains[old] ?? 0
                if let target, target.gain > stay + 1e-9 {
                    put(node, in: target.community)
                    moved = moved || target.community != old
                } else if stay < -1e-9, let empty = sizes.firstIndex(of: 0) {
                    put(node, in: sizes[old] == 0 ? old : empty)
                    moved = moved || sizes[old] != network.sizes[node]
                } else {
                    put(node, in: old)
                }
            }
            if !moved { break }
            anyMoved = true
        }
        return anyMoved
    }

    /// Merges nodes that are still alone with what they are tied to best inside the same coarse community.
    mutating func mergeNodes(order: [Int], within coarse: [Int]) {
        for node in order where sizes[communityOf[node]] == network.sizes[node] {
            let own = communityOf[node]
            take(node)
            let open = gains(node) { $0 != own && coarse[$0] == coarse[node] }
            put(node, in: best(open)?.community ?? own)
        }
    }
}
