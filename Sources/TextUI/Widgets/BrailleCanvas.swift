/// A drawing of dots, two by four to a cell, with one role a cell. An empty cell draws nothing.
///
/// The dot at (0, 0) is at the upper left. Dots are about square on most terminals.
public struct BrailleCanvas: Widget, Sendable {
    /// Dots across: twice the columns.
    public let width: Int
    /// Dots down: four times the rows.
    public let height: Int
    private let columns: Int
    private var dots: [UInt8]
    private var styles: [Style]

    /// A canvas for so many cells.
    public init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        width = self.columns * 2
        height = max(0, rows) * 4
        dots = Array(repeating: 0, count: self.columns * max(0, rows))
        styles = Array(repeating: .text, count: dots.count)
    }

    /// The bit of each dot of a cell, by row and column (Unicode Standard, Braille Patterns).
    private static let bits: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]

    /// Sets a dot; the cell takes its style. Outside is ignored.
    public mutating func set(x: Int, y: Int, style: Style) {
        guard x >= 0, x < width, y >= 0, y < height else { return }
        let cell = y / 4 * columns + x / 2
        dots[cell] |= Self.bits[y % 4 * 2 + x % 2]
        styles[cell] = style
    }

    /// Draws a straight line (Bresenham), every dot or every `step`-th.
    public mutating func line(
        from start: (x: Int, y: Int), to end: (x: Int, y: Int), style: Style, step: Int = 1
    ) {
        // A line that misses the canvas by far would only cost time.
        guard let (start, end) = clip(start, end) else { return }
        let dx = abs(end.x - start.x)
        let dy = -abs(end.y - start.y)
        let sx = start.x < end.x ? 1 : -1
        let sy = start.y < end.y ? 1 : -1
        var (x, y, error, count) = (start.x, start.y, dx + dy, 0)
        while true {
            if count % max(1, step) == 0 { set(x: x, y: y, style: style) }
            if x == end.x, y == end.y { return }
            count += 1
            let twice = 2 * error
            if twice >= dy {
                error += dy
                x += sx
            }
            if twice <= dx {
                error += dx
                y += sy
            }
        }
    }

    /// Draws the cells that hold a dot.
    public func draw(into grid: inout Grid, in rect: Rect) {
        for (index, pattern) in dots.enumerated() where pattern != 0 {
            guard let scalar = Unicode.Scalar(0x2800 + UInt32(pattern)) else { continue }
            let (row, column) = (index / columns, index % columns)
            grid.put(Glyph(scalar), x: rect.x + column, y: rect.y + row, style: styles[index])
        }
    }

    /// Cuts a line at the canvas (Liang and Barsky); `nil` if it misses it.
    private func clip(_ a: (x: Int, y: Int), _ b: (x: Int, y: Int)) -> (start: (x: Int, y: Int), end: (x: Int, y: Int))?
    {
        guard width > 0, height > 0 else { return nil }
        let (dx, dy) = (Double(b.x - a.x), Double(b.y - a.y))
        var (enter, leave) = (0.0, 1.0)
        let sides = [
            (-dx, Double(a.x)), (dx, Double(width - 1 - a.x)), (-dy, Double(a.y)), (dy, Double(height - 1 - a.y)),
        ]
        for (change, distance) in sides {
            if change == 0 {
                if distance < 0 { return nil }
            } else if change < 0 {
                enter = max(enter, distance / change)
            } else {
                leave = min(leave, distance / change)
            }
        }
        guard enter <= leave else { return nil }
        func point(_ t: Double) -> (x: Int, y: Int) {
            (Int((Double(a.x) + t * dx).rounded()), Int((Double(a.y) + t * dy).rounded()))
        }
        return (point(enter), point(leave))
    }
}
