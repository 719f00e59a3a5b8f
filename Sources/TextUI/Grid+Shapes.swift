public import HostileText

extension Grid {
    /// Draws one sign of our own.
    public mutating func put(_ glyph: Glyph, x: Int, y: Int, style: Style = .text) {
        write(glyph: glyph.scalar.value, columns: glyph.columns, x: x, y: y, style: style)
    }

    /// Fills a rectangle with one sign.
    public mutating func fill(_ rect: Rect, with glyph: Glyph = " ", style: Style = .text) {
        let part = rect.intersection(clip)
        for y in part.y..<part.maxY {
            for x in part.x..<part.maxX { write(glyph: glyph.scalar.value, columns: 1, x: x, y: y, style: style) }
        }
    }

    /// Lays a ground under a rectangle and leaves what is drawn there.
    public mutating func lay(_ ground: Role, on rect: Rect) {
        let part = rect.intersection(clip)
        for y in part.y..<part.maxY {
            for x in part.x..<part.maxX { cells[y * width + x].style.ground = ground }
        }
    }

    /// Gives what is drawn in a rectangle another role and leaves grounds and attributes.
    public mutating func tint(_ role: Role, in rect: Rect) {
        let part = rect.intersection(clip)
        for y in part.y..<part.maxY {
            for x in part.x..<part.maxX { cells[y * width + x].style.role = role }
        }
    }

    /// Makes a rectangle blank, ground included.
    public mutating func clear(_ rect: Rect) {
        let part = rect.intersection(clip)
        for y in part.y..<part.maxY {
            for x in part.x..<part.maxX {
                write(glyph: 0x20, columns: 1, x: x, y: y, style: .text)
                cells[y * width + x] = .blank
            }
        }
    }

    /// Draws a thin vertical line down a column; `to` is the row after the last.
    public mutating func rule(column x: Int, from top: Int, to bottom: Int, style: Style = .rule) {
        for y in top..<max(top, bottom) { put("│", x: x, y: y, style: style) }
    }

    /// Draws a thin horizontal line along a row, with a title set into it if there is one.
    ///
    /// - Parameter title: drawn with a space on each side, three columns before the trailing end or after the leading one.
    public mutating func rule(
        row y: Int, from left: Int, to right: Int, title: SafeText = "", align: Alignment = .leading,
        style: Style = .rule
    ) {
        for x in left..<max(left, right) { put("─", x: x, y: y, style: style) }
        let room = right - left - 8
        guard !title.isEmpty, room > 0 else { return }
        let wide = min(title.width, room)
        let start =
            switch align {
            case .leading: left + 3
            case .trailing: right - 5 - wide
            case .centre: left + (right - left - wide - 2) / 2
            }
        put(" ", x: start, y: y)
        draw(title, x: start + 1, y: y, width: wide, style: .muted)
        put(" ", x: start + 1 + wide, y: y)
    }
}
