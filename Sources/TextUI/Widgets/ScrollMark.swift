public import HostileText

/// How far a list is scrolled: `30 of 242`, and a thumb along an edge.
public struct ScrollMark: Widget, Sendable {
    /// The rows in view.
    public var visible: Range<Int>
    /// How many there are.
    public var count: Int
    /// Whether there are at least that many and the rest is not counted yet.
    public var isLowerBound: Bool

    /// Makes a mark.
    public init(visible: Range<Int>, count: Int, isLowerBound: Bool = false) {
        self.visible = visible
        self.count = count
        self.isLowerBound = isLowerBound
    }

    /// `30 of 242`, `30 of 242+` while counting, and nothing if all are in view.
    public var label: SafeText {
        guard visible.count < count || isLowerBound else { return "" }
        return "\(visible.count) of \(count)\(isLowerBound ? "+" : "")"
    }

    /// Draws a thumb down the first column of the rectangle if something is out of view.
    public func draw(into grid: inout Grid, in rect: Rect) {
        guard visible.count < count, rect.height > 1 else { return }
        let thumb = max(1, rect.height * visible.count / count)
        let room = rect.height - thumb
        let hidden = count - visible.count
        let start = hidden == 0 ? 0 : (room * visible.lowerBound + hidden / 2) / hidden
        for row in 0..<rect.height {
            let isThumb = row >= start && row < start + thumb
            grid.put(isThumb ? "┃" : "│", x: rect.x, y: rect.y + row, style: isThumb ? .muted : .rule)
        }
    }
}
