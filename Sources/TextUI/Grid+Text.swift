public import HostileText

/// Where a text stands in the room it has.
public enum Alignment: Sendable, Hashable {
    /// At the left.
    case leading
    /// At the right, as numbers do.
    case trailing
    /// In the middle.
    case centre
}

extension Grid {
    /// Draws one line of text at a place, cut with an ellipsis if it is wider than its room.
    ///
    /// - Parameters:
    ///   - width: the room in columns; what the clip leaves, if not given.
    ///   - style: of what has no style of its own. Hidden characters keep the hostile role.
    /// - Returns: the columns drawn.
    @discardableResult @_disfavoredOverload
    public mutating func draw(
        _ text: StyledText, x: Int, y: Int, width room: Int = .max, style: Style = .text, align: Alignment = .leading
    ) -> Int {
        let room = min(room, max(0, clip.maxX - x))
        guard room > 0, y >= clip.y, y < clip.maxY else { return 0 }
        let whole = text.width
        let isCut = whole > room || (text.runs.last?.text.isClipped ?? false)
        let used = isCut ? room : whole
        var column =
            switch align {
            case .leading: x
            case .trailing: x + room - used
            case .centre: x + (room - used) / 2
            }
        let start = column
        let end = x + room - (isCut ? 1 : 0)
        var last = style
        for run in text.runs {
            last = run.style ?? style
            for piece in run.text.pieces {
                if column + Int(piece.width) > end {
                    if isCut { write(glyph: 0x2026, columns: 1, x: column, y: y, style: last) }
                    return column + (isCut ? 1 : 0) - start
                }
                if piece.isPlain {
                    write(glyph: piece.scalar.value, columns: 1, x: column, y: y, style: last)
                } else {
                    write(piece, of: run.text, x: column, y: y, style: last)
                }
                column += Int(piece.width)
            }
        }
        if isCut {
            write(glyph: 0x2026, columns: 1, x: column, y: y, style: last)
            column += 1
        }
        return column - start
    }

    /// Draws one line of text at a place, cut with an ellipsis if it is wider than its room.
    @discardableResult
    public mutating func draw(
        _ text: SafeText, x: Int, y: Int, width room: Int = .max, style: Style = .text, align: Alignment = .leading
    ) -> Int {
        draw(StyledText(text), x: x, y: y, width: room, style: style, align: align)
    }

    /// Draws one line of text on the first row of a rectangle. Returns the columns drawn.
    @discardableResult @_disfavoredOverload
    public mutating func draw(
        _ text: StyledText, in rect: Rect, style: Style = .text, align: Alignment = .leading
    ) -> Int {
        guard !rect.isEmpty else { return 0 }
        return draw(text, x: rect.x, y: rect.y, width: rect.width, style: style, align: align)
    }

    /// Draws one line of text on the first row of a rectangle. Returns the columns drawn.
    @discardableResult
    public mutating func draw(
        _ text: SafeText, in rect: Rect, style: Style = .text, align: Alignment = .leading
    ) -> Int {
        draw(StyledText(text), in: rect, style: style, align: align)
    }

    /// Draws a text wrapped between words into a rectangle.
    ///
    /// - Parameters:
    ///   - indent: columns by which the lines after the first are moved right.
    ///   - skipping: lines left out at the top, when the text is scrolled.
    /// - Returns: the rows used. The last one ends in an ellipsis if the text goes on.
    @discardableResult
    public mutating func draw(
        paragraph text: StyledText, in rect: Rect, style: Style = .text, hanging indent: Int = 0, skipping: Int = 0
    ) -> Int {
        guard !rect.isEmpty else { return 0 }
        let lines = text.wrapped(to: rect.width, hanging: indent, limit: rect.height + skipping + 1)
        for (row, var line) in lines.dropFirst(skipping).prefix(rect.height).enumerated() {
            let x = rect.x + (row + skipping > 0 ? indent : 0)
            if row == rect.height - 1, lines.count - skipping > rect.height { line.append("…", line.runs.last?.style) }
            draw(line, x: x, y: rect.y + row, width: rect.maxX - x, style: style)
        }
        return min(max(0, lines.count - skipping), rect.height)
    }

    private mutating func write(_ piece: SafeText.Piece, of text: SafeText, x: Int, y: Int, style: Style) {
        var style = style
        switch piece.mark {
        case .plain: break
        case .layout, .space, .emoji, .substituted: style.role = .quietMark
        case .control, .hidden, .tags, .combining, .replaced: style.role = .hostile
        }
        let combining = text.combining(of: piece)
        var glyph = piece.scalar.value
        if !combining.isEmpty {
            glyph = UInt32(pool.count) | Cell.poolFlag
            pool.append([piece.scalar] + combining)
        }
        write(glyph: glyph, columns: Int(piece.width), x: x, y: y, style: style)
    }
}
