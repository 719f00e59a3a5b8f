public import HostileText

/// A box that floats above the screen: a menu, a help page, a question.
public struct Panel: Sendable {
    /// Set into the upper border.
    public var title: SafeText
    /// Set into the lower border, such as `30 of 242` or the keys that work here.
    public var footer: SafeText

    /// Makes a box.
    public init(title: SafeText = "", footer: SafeText = "") {
        self.title = title
        self.footer = footer
    }
}

extension Grid {
    /// Draws a box over what is there.
    ///
    /// - Returns: the rectangle inside, with a column of air on each side.
    public mutating func draw(_ panel: Panel, in rect: Rect) -> Rect {
        let rect = rect.intersection(bounds)
        guard rect.width > 3, rect.height > 1 else { return Rect(x: rect.x, y: rect.y, width: 0, height: 0) }
        clear(rect)
        fill(rect, style: Style(.text, on: .panel))
        let right = rect.maxX - 1
        let bottom = rect.maxY - 1
        for x in rect.x + 1..<right {
            put("─", x: x, y: rect.y, style: .rule)
            put("─", x: x, y: bottom, style: .rule)
        }
        rule(column: rect.x, from: rect.y + 1, to: bottom)
        rule(column: right, from: rect.y + 1, to: bottom)
        put("╭", x: rect.x, y: rect.y, style: .rule)
        put("╮", x: right, y: rect.y, style: .rule)
        put("╰", x: rect.x, y: bottom, style: .rule)
        put("╯", x: right, y: bottom, style: .rule)
        let room = rect.width - 6
        if !panel.title.isEmpty, room > 0 {
            label(panel.title, x: rect.x + 2, y: rect.y, room: room, style: .focus.bold)
        }
        if !panel.footer.isEmpty, room > 0 {
            let wide = min(panel.footer.width, room)
            label(panel.footer, x: right - 3 - wide, y: bottom, room: room, style: .muted)
        }
        return rect.inset(x: 2, y: 1)
    }

    private mutating func label(_ text: SafeText, x: Int, y: Int, room: Int, style: Style) {
        put(" ", x: x, y: y)
        let used = draw(text, x: x + 1, y: y, width: room, style: style)
        put(" ", x: x + 1 + used, y: y)
    }
}
