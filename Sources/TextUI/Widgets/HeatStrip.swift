/// A row of shaded cells, one a value: `░▒▓█`, such as the hours of a day.
public struct HeatStrip: Widget, Sendable {
    /// One a cell, from 0 to 1; `nil` leaves it blank.
    public var values: [Double?]
    /// The style of the cells.
    public var style: Style
    /// Columns a value.
    public var cellWidth: Int

    /// Makes a strip.
    public init(_ values: [Double?], style: Style, cellWidth: Int = 1) {
        self.values = values
        self.style = style
        self.cellWidth = max(1, cellWidth)
    }

    /// Draws on the first row of the rectangle. Zero is a faint dot.
    public func draw(into grid: inout Grid, in rect: Rect) {
        let shades: [Glyph] = ["░", "▒", "▓", "█"]
        for (index, value) in values.enumerated() {
            guard let value, value.isFinite else { continue }
            for column in 0..<cellWidth {
                let x = rect.x + index * cellWidth + column
                guard x < rect.maxX else { return }
                if value <= 0 {
                    grid.put("·", x: x, y: rect.y, style: .track)
                } else {
                    grid.put(shades[min(3, Int(min(1, value) * 4))], x: x, y: rect.y, style: style)
                }
            }
        }
    }
}
