/// A row of small columns, one a value, in steps that leave a gap so that rows above and below do not touch.
public struct Sparkline: Widget, Sendable {
    /// One a column; `nil` leaves a gap. The last ones are drawn if there are more than columns.
    public var values: [Double?]
    /// What a full column means; the largest value, if not given.
    public var maximum: Double?
    /// The style of the columns.
    public var style: Style

    /// Makes a sparkline.
    public init(_ values: [Double?], maximum: Double? = nil, style: Style = .series(4)) {
        self.values = values
        self.maximum = maximum
        self.style = style
    }

    static let steps: [Glyph] = ["▂", "▃", "▄", "▅", "▆", "▇"]

    /// Draws on the first row of the rectangle. Zero is a line at the bottom, and where all is zero a faint one; the least
    /// value is higher.
    public func draw(into grid: inout Grid, in rect: Rect) {
        let shown = values.suffix(rect.width)
        let top = maximum ?? shown.reduce(0) { max($0, $1 ?? 0) }
        for (column, value) in shown.enumerated() {
            guard let value, !value.isNaN else { continue }
            let x = rect.x + column
            if value <= 0 || top <= 0 {
                grid.put("▁", x: x, y: rect.y, style: top <= 0 ? .track : style)
            } else {
                let step = min(6, max(1, Int((value / top * 6).rounded(.up))))
                grid.put(Self.steps[step - 1], x: x, y: rect.y, style: style)
            }
        }
    }
}
