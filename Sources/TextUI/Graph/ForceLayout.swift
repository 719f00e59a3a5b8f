/// A force-directed layout (Fruchterman and Reingold 1991, with their grid variant): edges pull, near nodes push.
///
/// The same graph, seed and budget give the same picture. Far nodes do not push, so one round costs O(nodes + edges) for
/// graphs that are not all in one place.
public struct ForceLayout: Sendable {
    private let edges: [(from: Int, to: Int, weight: Float)]
    private let count: Int
    private var x: [Float]
    private var y: [Float]
    private var moveX: [Float]
    private var moveY: [Float]
    /// The distance at which neighbours would like to be.
    private let ideal: Float
    /// The side of the square that nodes start in.
    private let side: Float

    /// Starts a layout.
    ///
    /// - Parameters:
    ///   - count: how many nodes.
    ///   - edges: pairs of nodes, and how strongly each pulls: 1 is ordinary.
    ///   - seed: where the nodes start; derive it from something stable, such as the id of a cluster.
    ///   - start: positions of an earlier run, so that a small change moves little.
    public init(
        count: Int, edges: [(from: Int, to: Int, weight: Float)], seed: UInt64, start: GraphPositions? = nil
    ) {
        self.count = count
        self.edges = edges.filter { $0.from != $0.to && $0.from < count && $0.to < count && $0.from >= 0 && $0.to >= 0 }
        ideal = 1
        side = max(1, Float(count).squareRoot())
        var random = SplitMix(state: seed)
        x = (0..<count).map { _ in random.unit() }
        y = (0..<count).map { _ in random.unit() }
        if let start, start.x.count == count {
            x = start.x
            y = start.y
        }
        for node in 0..<count {
            x[node] *= side
            y[node] *= side
        }
        moveX = Array(repeating: 0, count: count)
        moveY = moveX
    }

    /// Runs all rounds from hot to cold and gives positions from 0 to 1.
    public mutating func run(rounds: Int = 200) -> GraphPositions {
        for round in 0..<rounds {
            let heat = side / 8 * (1 - Float(round) / Float(max(1, rounds)))
            step(heat: max(heat, 0.01))
        }
        return GraphPositions(x: x, y: y).normalised()
    }

    private mutating func step(heat: Float) {
        for node in 0..<count {
            // A weak pull to the middle keeps parts that nothing joins on the page.
            moveX[node] = (side / 2 - x[node]) * 0.05
            moveY[node] = (side / 2 - y[node]) * 0.05
        }
        push()
        for edge in edges {
            let dx = x[edge.from] - x[edge.to]
            let dy = y[edge.from] - y[edge.to]
            let distance = max(0.01, (dx * dx + dy * dy).squareRoot())
            let pull = distance / ideal * edge.weight * 0.5
            moveX[edge.from] -= dx * pull
            moveY[edge.from] -= dy * pull
            moveX[edge.to] += dx * pull
            moveY[edge.to] += dy * pull
        }
        for node in 0..<count {
            let length = (moveX[node] * moveX[node] + moveY[node] * moveY[node]).squareRoot()
            let scale = length > heat ? heat / length : 1
            x[node] += moveX[node] * scale
            y[node] += moveY[node] * scale
        }
    }

    /// Nodes push those in the same square of the grid and in the eight around it.
    private mutating func push() {
        guard count > 1 else { return }
        let reach = ideal * 2
        let low = (x: x.min() ?? 0, y: y.min() ?? 0)
        let columns = min(256, Int(((x.max() ?? 0) - low.x) / reach) + 1)
        let rows = min(256, Int(((y.max() ?? 0) - low.y) / reach) + 1)
        var next = [Int32](repeating: -1, count: count)
        var first = [Int32](repeating: -1, count: columns * rows)
        var square = [Int](repeating: 0, count: count)
        for node in 0..<count {
            let column = min(columns - 1, Int((x[node] - low.x) / reach))
            let row = min(rows - 1, Int((y[node] - low.y) / reach))
            square[node] = row * columns + column
            next[node] = first[square[node]]
            first[square[node]] = Int32(node)
        }
        for node in 0..<count {
            let (row, column) = square[node].quotientAndRemainder(dividingBy: columns)
            for otherRow in max(0, row - 1)...min(rows - 1, row + 1) {
                for otherColumn in max(0, column - 1)...min(columns - 1, column + 1) {
                    var other = Int(first[otherRow * columns + otherColumn])
                    while other >= 0 {
                        if other > node { pushApart(node, other, reach: reach) }
                        other = Int(next[other])
                    }
                }
            }
        }
    }

    private mutating func pushApart(_ a: Int, _ b: Int, reach: Float) {
        var dx = x[a] - x[b]
        var dy = y[a] - y[b]
        if dx == 0, dy == 0 {
            dx = Float(a % 7 + 1) * 0.001
            dy = Float(b % 5 + 1) * 0.001
        }
        let square = max(0.0001, dx * dx + dy * dy)
        guard square < reach * reach else { return }
        let force = ideal * ideal / square
        moveX[a] += dx * force
        moveY[a] += dy * force
        moveX[b] -= dx * force
        moveY[b] -= dy * force
    }
}
