internal import HostileText

extension Histogram {
    static let eighths: [Glyph] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    func drawBin(_ bin: [Double], top: Double, into grid: inout Grid, x: Int, plot: Rect) {
        let full = plot.height * 8
        var ends: [Int] = []
        var sum = 0.0
        for part in bin {
            sum += part.isFinite ? max(0, part) : 0
            ends.append(min(full, Int((sum / max(top, .leastNormalMagnitude) * Double(full)).rounded())))
        }
        guard sum > 0, let last = ends.indices.last else { return }
        // What is there at all shows at least one eighth.
        if ends[last] == 0 { ends[last] = 1 }
        for row in 0..<plot.height where ends[last] > row * 8 {
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
        if height == 8, heights[lower] < 8, let upper = largest(lower + 1..<heights.count) {
            grid.put(Self.eighths[heights[lower]], x: x, y: y, style: style(lower).on(style(upper).role))
        } else {
            grid.put(Self.eighths[height], x: x, y: y, style: style(largest(0..<heights.count) ?? lower))
        }
    }

    private func style(_ part: Int) -> Style { part < styles.count ? styles[part] : .track }

    func drawScale(top: Double, into grid: inout Grid, in rect: Rect) {
        let steps = rect.height >= 8 ? 4 : (rect.height >= 4 ? 2 : 1)
        for step in 1...steps {
            let row = rect.height - (rect.height * step + steps - 1) / steps
            let text = scale(top * Double(step) / Double(steps))
            grid.draw(text, x: rect.x, y: rect.y + row, width: rect.width - 1, style: .faint, align: .trailing)
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
