extension GraphPositions {
    /// One node in the middle, the others on rings around it.
    ///
    /// - Parameter rings: how far each node is from the middle: 0 in the middle, 1 on the first ring. Nodes of a ring are
    ///   spread in their own order, the second ring turned by half a step so that names do not line up.
    public static func radial(rings: [Int]) -> GraphPositions {
        let outermost = Float(max(1, rings.max() ?? 1))
        var x = [Float](repeating: 0.5, count: rings.count)
        var y = x
        for ring in Set(rings).sorted() where ring > 0 {
            let members = rings.indices.filter { rings[$0] == ring }
            for (place, node) in members.enumerated() {
                let step = (Float(place) + (ring % 2 == 0 ? 0.5 : 0)) / Float(members.count)
                let angle = Double(step) * 2 * Double.pi - Double.pi / 2
                let radius = Float(ring) / outermost / 2
                x[node] = 0.5 + radius * Float(Trigonometry.cosine(angle))
                y[node] = 0.5 + radius * Float(Trigonometry.sine(angle))
            }
        }
        return GraphPositions(x: x, y: y)
    }

    /// Two columns, those of the right ordered by the mean height of their neighbours, then those of the left, four times.
    ///
    /// - Parameters:
    ///   - isLeft: for each node, whether it stands in the left column.
    ///   - edges: pairs of nodes.
    public static func bipartite(isLeft: [Bool], edges: [(from: Int, to: Int)]) -> GraphPositions {
        var neighbours = [[Int]](repeating: [], count: isLeft.count)
        for edge in edges {
            neighbours[edge.from].append(edge.to)
            neighbours[edge.to].append(edge.from)
        }
        var y = [Float](repeating: 0.5, count: isLeft.count)
        func place(_ side: [Int]) {
            for (rank, node) in side.enumerated() { y[node] = (Float(rank) + 0.5) / Float(max(1, side.count)) }
        }
        var left = isLeft.indices.filter { isLeft[$0] }
        var right = isLeft.indices.filter { !isLeft[$0] }
        place(left)
        place(right)
        func ordered(_ side: [Int]) -> [Int] {
            let means = side.map { node in
                neighbours[node].isEmpty
                    ? y[node] : neighbours[node].reduce(0) { $0 + y[$1] } / Float(neighbours[node].count)
            }
            return side.indices.sorted { means[$0] == means[$1] ? $0 < $1 : means[$0] < means[$1] }.map { side[$0] }
        }
        for _ in 0..<4 {
            right = ordered(right)
            place(right)
            left = ordered(left)
            place(left)
        }
        return GraphPositions(x: isLeft.map { $0 ? 0 : 1 }, y: y)
    }
}
