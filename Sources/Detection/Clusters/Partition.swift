/// A partition of a network's nodes into communities, and what each move is worth.
struct Partition {
    /// The community of each node.
    private(set) var communityOf: [Int]
    private let network: Network
    private let resolution: Double
    private var sizes: [Int]
    /// For each value, how many of its members each community holds; each community once, in no order.
    private var holders: [[(community: Int, count: Double)]]
    private var gains: Gains

    /// Starts from a partition whose communities are numbered below the number of nodes.
    init(_ network: Network, communityOf: [Int], resolution: Double) {
        self.network = network
        self.communityOf = communityOf
        self.resolution = resolution
        sizes = Array(repeating: 0, count: network.count)
        holders = Array(repeating: [], count: network.valueWeights.count)
        gains = Gains(count: network.count)
        var place: [UInt64: Int] = [:]
        for node in communityOf.indices {
            let community = communityOf[node]
            sizes[community] += network.sizes[node]
            for value in network.values[node] {
                let key = UInt64(value.value) << 32 | UInt64(community)
                if let known = place[key] {
                    holders[value.value][known].count += value.count
                } else {
                    place[key] = holders[value.value].count
                    holders[value.value].append((community, value.count))
                }
            }
        }
    }

    private mutating func put(_ node: Int, in community: Int) {
        communityOf[node] = community
        sizes[community] += network.sizes[node]
        for value in network.values[node] {
            if let place = holders[value.value].firstIndex(where: { $0.community == community }) {
                holders[value.value][place].count += value.count
            } else {
                holders[value.value].append((community, value.count))
            }
        }
    }

    private mutating func take(_ node: Int) {
        let community = communityOf[node]
        sizes[community] -= network.sizes[node]
        for value in network.values[node] {
            guard let place = holders[value.value].firstIndex(where: { $0.community == community }) else { continue }
            holders[value.value][place].count -= value.count
            if holders[value.value][place].count <= 1e-9 {
                holders[value.value].swapAt(place, holders[value.value].count - 1)
                holders[value.value].removeLast()
            }
        }
    }

    /// Measures what a node, taken out, would add to each community that it has ties to.
    private mutating func measureGains(_ node: Int, where isOpen: (Int) -> Bool) {
        gains.clear()
        for value in network.values[node] {
            let weight = network.valueWeights[value.value] * value.count
            for holder in holders[value.value] where isOpen(holder.community) {
                gains.add(weight * holder.count, to: holder.community)
            }
        }
        for link in network.links[node] where isOpen(communityOf[link.node]) {
            gains.add(link.weight, to: communityOf[link.node])
        }
        for community in gains.communities {
            gains.values[community] -= resolution * Double(network.sizes[node] * sizes[community])
        }
    }

    /// The best community for a node that was taken out: more than a rounding error above zero, ties to the smaller number.
    private func best() -> (community: Int, gain: Double)? {
        var best: (community: Int, gain: Double)?
        for community in gains.communities where gains.values[community] > 1e-9 {
            let gain = gains.values[community]
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
                measureGains(node) { _ in true }
                let target = best()
                let stay = gains.values[old]
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
            measureGains(node) { $0 != own && coarse[$0] == coarse[node] }
            put(node, in: best()?.community ?? own)
        }
    }
}

/// What a node would add to each community: a place for every community, and the few that have anything in theirs.
private struct Gains {
    /// The gain of each community, 0 where there is none.
    var values: [Double]
    /// The communities with a gain, in the order in which they got one.
    private(set) var communities: [Int] = []
    private var isListed: [Bool]

    init(count: Int) {
        values = Array(repeating: 0, count: count)
        isListed = Array(repeating: false, count: count)
    }

    mutating func add(_ gain: Double, to community: Int) {
        if !isListed[community] {
            isListed[community] = true
            communities.append(community)
        }
        values[community] += gain
    }

    mutating func clear() {
        for community in communities {
            values[community] = 0
            isListed[community] = false
        }
        communities.removeAll(keepingCapacity: true)
    }
}
