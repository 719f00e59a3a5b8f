/// Something that draws itself into a rectangle: a value made for one frame, pure and deterministic.
public protocol Widget {
    /// Draws into the rectangle and nowhere else.
    func draw(into grid: inout Grid, in rect: Rect)
}

extension Grid {
    /// Draws a widget, confined to its rectangle.
    public mutating func draw(_ widget: some Widget, in rect: Rect) {
        guard !rect.isEmpty else { return }
        clipped(to: rect) { widget.draw(into: &$0, in: rect) }
    }
}
