/// A thin horizontal bar on its track: `━━━━╾───`, in steps of half a column.
public struct ThinBar: Widget, Sendable {
    /// From 0 to 1; what is outside is clamped, not a number is zero.
    public var value: Double
    /// The style of the filled part.
    public var style: Style
    /// Whether the rest of the track is drawn.
    public var showsTrack: Bool

    /// Makes a bar.
    public init(value: Double, style: Style, showsTrack: Bool = true) {
        self.value = value
        self.style = style
        self.showsTrack = showsTrack
    }

    /// Draws on the first row of the rectangle. A value above zero always shows at least half a column.
    public func draw(into grid: inout Grid, in rect: Rect) {
        let share = value.isNaN ? 0 : min(1, max(0, value))
        var halves = Int((share * Double(rect.width * 2)).rounded())
        if share > 0, halves == 0 { halves = 1 }
        for column in 0..<rect.width {
            let x = rect.x + column
            switch halves - column * 2 {
            case 2...: grid.put("━", x: x, y: rect.y, style: style)
            case 1: grid.put(showsTrack ? "╾" : "╸", x: x, y: rect.y, style: style)
            default: if showsTrack { grid.put("─", x: x, y: rect.y, style: .track) }
            }
        }
    }
}
