/// A short message that goes by itself: what was done, and how to undo it.
public struct Toast: Widget, Sendable {
    /// What it says, on one line.
    public var text: StyledText
    /// The sign before it.
    public var sign: Glyph
    /// The style of the sign.
    public var style: Style

    /// Makes a message.
    public init(_ text: StyledText, sign: Glyph = "●", style: Style = .done) {
        self.text = text
        self.sign = sign
        self.style = style
    }

    /// Draws at the right of the last row of the rectangle, on a panel's ground.
    public func draw(into grid: inout Grid, in rect: Rect) {
        let wide = min(text.width + 4, rect.width)
        guard wide > 4 else { return }
        let place = Rect(x: rect.maxX - wide, y: rect.maxY - 1, width: wide, height: 1)
        grid.clear(place)
        grid.fill(place, style: Style(.text, on: .panel))
        grid.put(sign, x: place.x + 1, y: place.y, style: style)
        grid.draw(text, x: place.x + 3, y: place.y, width: wide - 4, style: .text)
    }
}
