internal import HostileText

extension Histogram {
    static let eighths: [Glyph] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    func drawBin(_ bin: [Double], top: Double, into grid: inout Grid, x: Int, plot: Rect) {
        let clean = bin.map { $0.isFinite ? max(0, $0) : 0 }
        let all = clean.reduce(0, +)
        guard all > 0 else { return }
        // What is there at all shows at least one eighth.
        let height = max(1, Int((self.height(of: all, top: top) * Double(plot.height * 8)).rounded()))
        var ends: [Int] = []
        var sum = 0.0
        for part in clean {
            sum += part
            ends.append(Int((sum / all * Double(height)).rounded()))
        }
        for row in 0..<plot.height where height > row * 8 {
            drawCell(ends.map { min(8, max(0, $0 - row * 8)) }, into: &grid, x: x, y: plot.maxY - 1 - row)
        }
    }

    /// Draws one cell of a bin, given the eighths at which each part ends in it.
    ///
    /// Two parts share a full cell as sign and ground; the top of a bin takes the style of the part that fills most of it.
    private func drawCell(_ ends: [Int], into grid: inout Grid, x: Int, y: Int) {
        let heights = zip(ends, [0] + ends).map { $0 - $1 }
        let height = ends.last ?? 0
        guard let lower = heights.firstIndex(where: { $0 > 0 }) else { return }
        func largest(_ parts: Range<Int>) -> Int? {
            parts.max { heights[$0] == heights[$1] ? $0 > $1 : heights[$0] < heights[$1] }
        }
        let most = largest(0..<heights.count) ?? lower
        guard letters.isEmpty else {
            grid.put(most < letters.count ? letters[most] : "#", x: x, y: y, style: style(most))
            return
        }
        guard height == 8, heights[lower] < 8, let upper = largest(lower + 1..<heights.count) else {
            grid.put(Self.eighths[height], x: x, y: y, style: style(most))
            return
        }
        draw(style(lower), heights[lower], below: style(upper), into: &grid, x: x, y: y)
    }

    /// Draws two parts in one cell. A track is grey, and grey is no ground that every terminal has: it is the sign, of half
    /// a cell, or the cell is given to the greater part.
    private func draw(_ lower: Style, _ height: Int, below upper: Style, into grid: inout Grid, x: Int, y: Int) {
        switch (upper.role, height) {
        case (.track, 3...5): grid.put("▀", x: x, y: y, style: upper.on(lower.role))
        case (.track, _): grid.put("█", x: x, y: y, style: height < 3 ? upper : lower)
        default: grid.put(Self.eighths[height], x: x, y: y, style: lower.on(upper.role))
        }
    }

    private func style(_ part: Int) -> Style { part < styles.count ? styles[part] : .track }

    func drawScale(top: Double, into grid: inout Grid, in rect: Rect) {
        var freeFrom = rect.y
        for value in steps(top: top, rows: rect.height) {
            let rows = Int((height(of: value, top: top) * Double(rect.height)).rounded())
            let row = rect.maxY - max(1, rows)
            guard row >= freeFrom, row < rect.maxY else { continue }
            grid.draw(scale(value), x: rect.x, y: row, width: rect.width - 1, style: .faint, align: .trailing)
            freeFrom = row + 1
        }
    }

    func drawBrush(into grid: inout Grid, plot: Rect, bracket: Rect?) {
        guard let brush = brush?.clamped(to: 0..<plot.width), !brush.isEmpty else { return }
        grid.lay(.brush, on: Rect(x: plot.x + brush.lowerBound, y: plot.y, width: brush.count, height: plot.height + 1))
        guard let bracket else { return }
        let left = plot.x + brush.lowerBound
        let right = plot.x + brush.upperBound - 1
        for x in left...right { grid.put("─", x: x, y: bracket.y, style: Style(.brushEdge)) }
        grid.put(left == right ? "╵" : "╰", x: left, y: bracket.y, style: Style(.brushEdge))
        if right > left { grid.put("╯", x: right, y: bracket.y, style: Style(.brushEdge)) }
    }

    func drawMoments(into grid: inout Grid, plot: Rect, row: Rect?) {
        guard let row else { return }
        var freeFrom = row.x
        for moment in moments.sorted(by: { $0.bin < $1.bin }) where moment.bin >= 0 && moment.bin < plot.width {
            let x = plot.x + moment.bin
            grid.rule(column: x, from: plot.y, to: plot.maxY)
            grid.put("▾", x: x, y: row.y, style: moment.style)
            let wide = moment.label.width
            if x - 1 - wide >= freeFrom {
                grid.draw(moment.label, x: x - 1 - wide, y: row.y, style: moment.style)
                freeFrom = x + 2
            } else if x + 2 + wide <= row.maxX {
                grid.draw(moment.label, x: x + 2, y: row.y, style: moment.style)
                freeFrom = x + 3 + wide
            }
        }
    }

    func drawAxis(into grid: inout Grid, axis: Rect, labels row: Rect?, plot: Rect) {
        for x in plot.x..<plot.maxX { grid.put("─", x: x, y: axis.y, style: .rule) }
        if let cursor, cursor >= 0, cursor < plot.width {
            grid.put("▲", x: plot.x + cursor, y: axis.y, style: .accent)
            grid.cursor = (plot.x + cursor, axis.y)
        }
        guard let row else { return }
        var freeFrom = row.x
        for label in labels where label.bin >= 0 && label.bin < plot.width {
            let x = plot.x + label.bin
            let start = max(freeFrom, min(x, row.maxX - label.text.width))
            guard start - x <= 1, start + label.text.width <= row.maxX else { continue }
            if label.bin != cursor { grid.put("┴", x: x, y: axis.y, style: .rule) }
            grid.draw(label.text, x: start, y: row.y, style: .faint)
            freeFrom = start + label.text.width + 1
        }
    }
}
