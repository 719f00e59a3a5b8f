/// A partition of a network's nodes into communities, and what each move is worth.
struct Partition {
    /// The community of each node.
    private(set) var communityOf: [Int]
    private let network: Network
    private let resolution: Double
    private var sizes: [Int]
    /// For each value, how many of its members each community holds; each community once, in no order.
    private var holders: [[Holder]]
    /// What a node would add to each community.
    private var gains: Sums

    /// A community that holds a value.
    private typealias Holder = (community: Int, count: Double)

    /// Starts from a partition whose communities are numbered below the number of nodes.
    init(_ network: Network, communityOf: [Int], resolution: Double) {
        self.network = network
        self.communityOf = communityOf
        self.resolution = resolution
        sizes = Array(repeating: 0, count: network.count)
        for node in communityOf.indices { sizes[communityOf[node]] += network.sizes[node] }
        gains = Sums(count: network.count)
        var counts = Sums(count: network.count)
        holders = network.valueWeights.indices.map { value in
            for member in network.members[value] { counts.add(member.count, to: communityOf[member.node]) }
            return counts.taken().map { (community: $0.place, count: $0.sum) }
        }
    }

    /// The weight of the pairs inside communities less the resolution for each, beyond what every node by itself has.
    var quality: Double {
        var inside = 0.0
        for node in communityOf.indices {
            for link in network.links[node] where communityOf[link.node] == communityOf[node] { inside += link.weight }
            for value in network.values[node] {
                inside -= network.valueWeights[value.value] * value.count * value.count
            }
            inside += resolution * Double(network.sizes[node] * network.sizes[node])
        }
        for (value, holders) in holders.enumerated() {
            for holder in holders { inside += network.valueWeights[value] * holder.count * holder.count }
        }
        for size in sizes { inside -= resolution * Double(size * size) }
        return inside / 2
    }

    private mutating func put(_ node: Int, in community: Int) {
        communityOf[node] = community
        sizes[community] += network.sizes[node]
        for value in network.values[node] {
            let isThere = holders[value.value].withUnsafeMutableBufferPointer { holders in
                guard let place = Self.place(of: community, in: holders) else { return false }
                holders[place].count += value.count
                return true
            }
            if !isThere { holders[value.value].append((community, value.count)) }
        }
    }

    private mutating func take(_ node: Int) {
        let community = communityOf[node]
        sizes[community] -= network.sizes[node]
        for value in network.values[node] {
            let isLeft = holders[value.value].withUnsafeMutableBufferPointer { holders in
                guard let place = Self.place(of: community, in: holders) else { return false }
                holders[place].count -= value.count
                guard holders[place].count <= 1e-9 else { return false }
                holders.swapAt(place, holders.count - 1)
                return true
            }
            if isLeft { holders[value.value].removeLast() }
        }
    }

    private static func place(of community: Int, in holders: UnsafeMutableBufferPointer<Holder>) -> Int? {
        holders.firstIndex { $0.community == community }
    }

    /// Measures what a node adds to its community, and would add to each that it has ties to, and says where it adds most.
    @inline(__always)
    private mutating func measureGains(
        _ node: Int, where isOpen: (Int) -> Bool
    ) -> (community: Int, gain: Double)? {
        gains.clear()
        let own = communityOf[node]
        var itself = 0.0
        for value in network.values[node] {
            let weight = network.valueWeights[value.value] * value.count
            itself += weight * value.count
            gains.add(holders[value.value], times: weight, where: isOpen)
        }
        for link in network.links[node] where isOpen(communityOf[link.node]) {
            gains.add(link.weight, to: communityOf[link.node])
        }
        let size = network.sizes[node]
        gains.add(isOpen(own) ? resolution * Double(size * size) - itself : 0, to: own)
        return sizes.withUnsafeBufferPointer { [resolution] sizes in
            var best: (community: Int, gain: Double)?
            gains.change { community, gain in
                gain -= resolution * Double(size * sizes[community])
                // More than a rounding error above zero, ties to the smaller number.
                guard gain > 1e-9 else { return }
                if let known = best {
                    if gain < known.gain - 1e-9 || abs(gain - known.gain) <= 1e-9 && community > known.community {
                        return
                    }
                }
                best = (community, gain)
            }
            return best
        }
    }

    /// Moves each node to where it adds most until none moves, at most twenty times round. After the first time only those
    /// are visited whose links or values moved since.
    mutating func moveNodes(order: [Int]) {
        var visits = Visits(network)
        var empty = sizes.indices.filter { sizes[$0] == 0 }
        for _ in 0..<20 {
            var moved = false
            for node in order where visits.isDue(node, in: network) {
                let old = communityOf[node]
                let target = measureGains(node) { _ in true }
                if let target, target.gain > gains.values[old] + 1e-9 {
                    take(node)
                    if sizes[old] == 0 { empty.append(old) }
                    put(node, in: target.community)
                } else if gains.values[old] < -1e-9 {
                    while let last = empty.last, sizes[last] > 0 { empty.removeLast() }
                    if let last = empty.last {
                        take(node)
                        put(node, in: last)
                    }
                }
                if communityOf[node] != old {
                    moved = true
                    visits.move(node, in: network)
                }
                visits.visit(node)
            }
            if !moved { break }
        }
    }

    /// Merges nodes that are still alone with what they are tied to best inside the same coarse community.
    mutating func mergeNodes(order: [Int], within coarse: [Int]) {
        for node in order where sizes[communityOf[node]] == network.sizes[node] {
            let own = communityOf[node]
            let target = coarse.withUnsafeBufferPointer { coarse in
                let inside = coarse[node]
                return measureGains(node) { $0 != own && coarse[$0] == inside }
            }
            guard let target else { continue }
            take(node)
            put(node, in: target.community)
        }
    }
}
