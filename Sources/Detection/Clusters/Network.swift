/// Nodes tied by shared values and by links.
struct Network {
    /// The accounts in each node.
    var sizes: [Int]
    /// The weight of a pair that shares a value, for each value.
    var valueWeights: [Double]
    /// The values of each node, with the number of the node's accounts that have each, those that hardly hold it in part.
    var values: [[(value: Int, count: Double)]]
    /// The links of each node, in rising order; a node inside which there are links has none to itself.
    var links: [[(node: Int, weight: Double)]]

    /// The number of nodes.
    var count: Int { sizes.count }

    /// The network in which each part of a partition is one node. O(values + links).
    func joined(_ partOf: [Int], count: Int) -> Network {
        var sizes = Array(repeating: 0, count: count)
        var counts = Array(repeating: [Int: Double](), count: count)
        var weights = Array(repeating: [Int: Double](), count: count)
        for node in partOf.indices {
            let part = partOf[node]
            sizes[part] += self.sizes[node]
            for value in values[node] { counts[part][value.value, default: 0] += value.count }
            for link in links[node] where partOf[link.node] != part {
                weights[part][partOf[link.node], default: 0] += link.weight
            }
        }
        return Network(
            sizes: sizes, valueWeights: valueWeights,
            values: counts.map { $0.sorted { $0.key < $1.key }.map { (value: $0.key, count: $0.value) } },
            links: weights.map { $0.sorted { $0.key < $1.key }.map { (node: $0.key, weight: $0.value) } })
    }
}
