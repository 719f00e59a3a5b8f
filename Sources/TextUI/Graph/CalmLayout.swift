/// A layout for a small graph of names: few crossings, short lines, no line through a name, no name upon another.
///
/// Starts from a ``ForceLayout`` and then moves one node at a time wherever the whole becomes better (Davidson and Harel
/// 1996, with a threshold in place of a temperature). It works in cells, so it knows how wide each name is. The same
/// graph, size and seed give the same picture. About n · e · 300 steps: for at most some forty nodes.
public struct CalmLayout: Sendable {
    private let columns: Int
    private let rows: Int
    private let widths: [Float]
    private let edges: [(from: Int, to: Int)]
    private let edgesOf: [[Int]]
    private var random: SplitMix
    /// The cell of each node's sign; its name stands at the right of it.
    private var x: [Float]
    private var y: [Float]

    /// Starts a layout.
    ///
    /// - Parameters:
    ///   - widths: the columns of each node, its sign and its name.
    ///   - edges: pairs of nodes.
    ///   - columns: the width of the picture.
    ///   - rows: its height.
    ///   - seed: where the nodes start; derive it from something stable, such as the id of a cluster.
    public init(widths: [Int], edges: [(from: Int, to: Int)], columns: Int, rows: Int, seed: UInt64) {
        let count = widths.count
        self.columns = max(8, columns)
        self.rows = max(3, rows)
        self.widths = widths.map { Float(min($0, max(4, columns - 2))) }
        self.edges = edges.filter { $0.from != $0.to && (0..<count).contains($0.from) && (0..<count).contains($0.to) }
        var edgesOf = [[Int]](repeating: [], count: count)
        for (place, edge) in self.edges.enumerated() {
            edgesOf[edge.from].append(place)
            edgesOf[edge.to].append(place)
        }
        self.edgesOf = edgesOf
        random = SplitMix(state: seed)
        var force = ForceLayout(count: count, edges: self.edges.map { ($0.from, $0.to, 1) }, seed: seed)
        let start = force.run(rounds: 120)
        x = start.x
        y = start.y
        for node in 0..<count {
            x[node] = x[node] * (Float(self.columns) - 1 - self.widths[node])
            y[node] = y[node] * Float(self.rows - 1)
            settle(node)
        }
    }

    /// Moves nodes until the budget is used up, and gives the signs' places from 0 to 1 of the picture.
    public mutating func run(rounds: Int = 260) -> GraphPositions {
        let count = widths.count
        for round in 0..<rounds where count > 1 {
            let heat = 1 - Float(round) / Float(rounds)
            for node in 0..<count { tryMove(node, heat: heat * heat) }
        }
        spread()
        return GraphPositions(
            x: x.map { $0 / Float(columns - 1) }, y: y.map { $0 / Float(max(1, rows - 1)) })
    }

    /// Stretches the picture a little where there is room, and puts it in the middle. Names that stood apart still do.
    private mutating func spread() {
        let right = zip(x, widths).map { $0 + $1 }.max() ?? 0
        let (left, top, bottom) = (x.min() ?? 0, y.min() ?? 0, y.max() ?? 0)
        let wide = right - left
        let across = min(1.5, max(1, (Float(columns) - (widths.max() ?? 0)) / max(1, wide - (widths.min() ?? 0))))
        let down = min(1.5, max(1, Float(rows - 1) / max(1, bottom - top)))
        for node in x.indices {
            x[node] = (x[node] - left) * across
            y[node] = (y[node] - top) * down
        }
        let spare = Float(columns) - (zip(x, widths).map { $0 + $1 }.max() ?? 0)
        let under = Float(rows - 1) - (y.max() ?? 0)
        for node in x.indices {
            x[node] = (x[node] + spare / 2).rounded()
            y[node] = (y[node] + under / 2).rounded()
            settle(node)
        }
    }

    private mutating func tryMove(_ node: Int, heat: Float) {
        let before = (x: x[node], y: y[node])
        let old = cost(of: node)
        x[node] += random.signed() * (2 + Float(columns) * 0.4 * heat)
        y[node] += random.signed() * (1.5 + Float(rows) * 0.4 * heat)
        settle(node)
        if cost(of: node) > old + heat * 6 * random.unit() { (x[node], y[node]) = before }
    }

    private mutating func settle(_ node: Int) {
        x[node] = min(max(0, x[node]), max(0, Float(columns) - widths[node]))
        y[node] = min(max(0, y[node]), Float(rows - 1))
    }
}

extension CalmLayout {
    /// A place in units of rows, which are about twice as high as columns are wide.
    private func centre(_ node: Int) -> (x: Float, y: Float) { ((x[node] + widths[node] / 2) / 2, y[node]) }

    /// How bad the picture is as far as one node bears on it.
    private func cost(of node: Int) -> Float {
        let here = centre(node)
        var sum: Float = 0
        for other in widths.indices where other != node { sum += crowding(node, other) }
        let own = edgesOf[node]
        for place in own {
            let edge = edges[place]
            let there = centre(edge.from == node ? edge.to : edge.from)
            let (dx, dy) = (there.x - here.x, there.y - here.y)
            let square = dx * dx + dy * dy
            sum += square.squareRoot() * 0.7 + square / 60
            for other in edges.indices where other != place && cross(edge, edges[other]) { sum += 9 }
            for other in widths.indices where other != edge.from && other != edge.to {
                if meets(here, there, other) { sum += 12 }
            }
        }
        for edge in edges where edge.from != node && edge.to != node {
            if meets(centre(edge.from), centre(edge.to), node) { sum += 12 }
        }
        return sum
    }

    /// What two nodes cost for being near each other: much if their names touch.
    private func crowding(_ a: Int, _ b: Int) -> Float {
        let gapX = max(x[a] - (x[b] + widths[b]), x[b] - (x[a] + widths[a])) / 2
        let gapY = abs(y[a] - y[b])
        let isBeside = gapX < 1
        if isBeside, gapY < 1.6 { return 80 * (1.6 - gapY) + 20 }
        let dx = max(0, gapX)
        let distance = dx * dx + gapY * gapY
        return 26 / (distance + 1.5)
    }

    private func cross(_ one: (from: Int, to: Int), _ other: (from: Int, to: Int)) -> Bool {
        guard one.from != other.from, one.from != other.to, one.to != other.from, one.to != other.to else {
            return false
        }
        let (a, b, c, d) = (centre(one.from), centre(one.to), centre(other.from), centre(other.to))
        func side(_ p: (x: Float, y: Float), _ q: (x: Float, y: Float), _ r: (x: Float, y: Float)) -> Float {
            (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
        }
        return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
    }

    /// Whether a line meets the name of a node.
    private func meets(_ a: (x: Float, y: Float), _ b: (x: Float, y: Float), _ node: Int) -> Bool {
        let top = y[node] - 0.7
        let bottom = y[node] + 0.7
        guard max(a.y, b.y) > top, min(a.y, b.y) < bottom else { return false }
        let left = x[node] / 2 - 0.5
        let right = (x[node] + widths[node]) / 2 + 0.5
        guard max(a.x, b.x) > left, min(a.x, b.x) < right else { return false }
        let dy = b.y - a.y
        guard abs(dy) > 0.01 else { return true }
        let dx = b.x - a.x
        let first = a.x + dx * min(1, max(0, (top - a.y) / dy))
        let second = a.x + dx * min(1, max(0, (bottom - a.y) / dy))
        return max(first, second) > left && min(first, second) < right
    }
}
