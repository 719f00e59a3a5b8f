/// Nodes tied by shared values and by links.
package struct Network {
    /// The accounts in each node.
    let sizes: [Int]
    /// The weight of a pair that shares a value, for each value.
    let valueWeights: [Double]
    /// The values of each node, with the number of the node's accounts that have each, those that hardly hold it in part.
    let values: Lists<(value: Int, count: Double)>
    /// The nodes that have each value, the other way round.
    let members: Lists<(node: Int, count: Double)>
    /// The links of each node, in rising order; a node inside which there are links has none to itself.
    let links: Lists<(node: Int, weight: Double)>

    init(
        sizes: [Int], valueWeights: [Double], values: Lists<(value: Int, count: Double)>,
        links: Lists<(node: Int, weight: Double)>
    ) {
        self.sizes = sizes
        self.valueWeights = valueWeights
        self.values = values
        self.links = links
        var members = Array(repeating: [(node: Int, count: Double)](), count: valueWeights.count)
        for node in sizes.indices {
            for value in values[node] { members[value.value].append((node, value.count)) }
        }
        self.members = Lists(members)
    }

    /// The number of nodes.
    var count: Int { sizes.count }

    /// The network in which each part of a partition is one node. O(values + links).
    func joined(_ partOf: [Int], count: Int) -> Network {
        var sizes = Array(repeating: 0, count: count)
        var nodesOf = Array(repeating: [Int](), count: count)
        for node in partOf.indices {
            sizes[partOf[node]] += self.sizes[node]
            nodesOf[partOf[node]].append(node)
        }
        var counts = Sums(count: valueWeights.count)
        var weights = Sums(count: count)
        var values = Lists<(value: Int, count: Double)>()
        var links = Lists<(node: Int, weight: Double)>()
        for (part, nodes) in nodesOf.enumerated() {
            for node in nodes {
                for value in self.values[node] { counts.add(value.count, to: value.value) }
                for link in self.links[node] where partOf[link.node] != part {
                    weights.add(link.weight, to: partOf[link.node])
                }
            }
            values.append(counts.taken().map { (value: $0.place, count: $0.sum) })
            links.append(weights.taken().map { (node: $0.place, weight: $0.sum) })
        }
        return Network(sizes: sizes, valueWeights: valueWeights, values: values, links: links)
    }
}

extension Network {
    /// A network of lists, one a node.
    init(
        sizes: [Int], valueWeights: [Double], values: [[(value: Int, count: Double)]],
        links: [[(node: Int, weight: Double)]]
    ) {
        self.init(sizes: sizes, valueWeights: valueWeights, values: Lists(values), links: Lists(links))
    }

    /// A network of single accounts that only links tie, each listed at both of its ends, in rising order.
    package init(links: [[(node: Int, weight: Double)]]) {
        self.init(
            sizes: Array(repeating: 1, count: links.count), valueWeights: [],
            values: Array(repeating: [], count: links.count), links: links)
    }
}
