/// The way of a line between two names: straight where nothing is in the way, else bent around what is.
struct EdgeRoute {
    /// Cells that a line must not enter, row by row.
    let blocked: [Bool]
    let columns: Int
    let rows: Int

    init(blocking boxes: [Rect], in rect: Rect) {
        columns = rect.width
        rows = rect.height
        var blocked = [Bool](repeating: false, count: columns * rows)
        for box in boxes {
            let part = box.intersection(rect)
            for y in part.y..<part.maxY {
                for x in part.x..<part.maxX { blocked[(y - rect.y) * rect.width + x - rect.x] = true }
            }
        }
        self.blocked = blocked
    }

    private func isBlocked(_ x: Int, _ y: Int) -> Bool {
        let (column, row) = (x / 2, y / 4)
        return x >= 0 && y >= 0 && column < columns && row < rows && blocked[row * columns + column]
    }

    /// The dots of the best way, those under names left out.
    ///
    /// - Parameters:
    ///   - own: the boxes of the two ends, which are in nobody's way.
    ///   - step: every so many dots one is given.
    func dots(from a: (x: Int, y: Int), to b: (x: Int, y: Int), own: (Rect, Rect), step: Int) -> [(x: Int, y: Int)] {
        var best: (cost: Int, way: [(x: Int, y: Int)])?
        for bend in [0, 6, -6, 12, -12, 20, -20, 30, -30] {
            let way = Self.way(from: a, to: b, bend: bend)
            let hits = way.count { isBlocked($0.x, $0.y) && !own.0.holds($0) && !own.1.holds($0) }
            let cost = hits * 60 + abs(bend)
            if best.map({ cost < $0.cost }) ?? true { best = (cost, way) }
            if hits == 0 { break }
        }
        let way = best?.way ?? []
        return way.enumerated().filter { $0.offset % max(1, step) == 0 && !isBlocked($0.element.x, $0.element.y) }
            .map(\.element)
    }

    /// A quadratic curve whose middle is moved aside by so many dots, a dot a step.
    private static func way(from a: (x: Int, y: Int), to b: (x: Int, y: Int), bend: Int) -> [(x: Int, y: Int)] {
        let (dx, dy) = (Double(b.x - a.x), Double(b.y - a.y))
        let length = max(1, (dx * dx + dy * dy).squareRoot())
        let control = (
            x: Double(a.x + b.x) / 2 - dy / length * Double(bend) * 2,
            y: Double(a.y + b.y) / 2 + dx / length * Double(bend) * 2
        )
        let count = Int(max(abs(dx), abs(dy))) + abs(bend)
        var way: [(x: Int, y: Int)] = []
        for index in 0...max(1, count) {
            let t = Double(index) / Double(max(1, count))
            let (p, q, r) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
            let x = Int((p * Double(a.x) + q * control.x + r * Double(b.x)).rounded())
            let y = Int((p * Double(a.y) + q * control.y + r * Double(b.y)).rounded())
            if let last = way.last, last == (x, y) { continue }
            way.append((x, y))
        }
        return way
    }
}

extension Rect {
    /// Whether a dot of a canvas, given from the corner that the rectangle counts from, lies in it.
    fileprivate func holds(_ dot: (x: Int, y: Int)) -> Bool { contains(x: dot.x / 2, y: dot.y / 4) }
}
