/// An indented list with lines that show what belongs to what.
public struct Outline: Widget {
    /// One line: how deep it stands and what it says.
    public struct Item: Sendable {
        /// 0 at the margin.
        public var depth: Int
        /// What it says.
        public var text: StyledText
        /// Drawn at the right, such as a count.
        public var trailing: StyledText

        /// Makes a line.
        public init(depth: Int, _ text: StyledText, trailing: StyledText = "") {
            self.depth = max(0, depth)
            self.text = text
            self.trailing = trailing
        }
    }

    /// From top to bottom; a child follows its parent one deeper.
    public var items: [Item]
    /// What is in view, and where the cursor is.
    public var position: ListPosition
    /// Whether the list has the cursor.
    public var hasFocus: Bool

    /// Makes a list.
    public init(_ items: [Item], position: ListPosition, hasFocus: Bool = true) {
        self.items = items
        self.position = position
        self.hasFocus = hasFocus
    }

    /// Draws the lines in view.
    public func draw(into grid: inout Grid, in rect: Rect) {
        for (line, index) in position.visible(count: items.count, height: rect.height).enumerated() {
            let row = rect.row(line)
            let item = items[index]
            if index == position.cursor, hasFocus {
                grid.lay(.selection, on: row)
                grid.put("▌", x: row.x, y: row.y, style: .accent)
                grid.cursor = (row.x, row.y)
            }
            for depth in 0..<item.depth {
                let isOwn = depth == item.depth - 1
                let goesOn = hasLater(at: depth + 1, after: index)
                let glyph: Glyph = isOwn ? (goesOn ? "├" : "└") : (goesOn ? "│" : " ")
                grid.put(glyph, x: row.x + 2 + depth * 2, y: row.y, style: .rule)
            }
            var room = row
            _ = room.cutLeft(2 + item.depth * 2)
            if !item.trailing.isEmpty {
                grid.draw(item.trailing, in: room.cutRight(item.trailing.width), style: .muted)
                _ = room.cutRight(1)
            }
            let isCursor = index == position.cursor && hasFocus
            grid.draw(item.text, in: room, style: isCursor ? .focus : .text)
        }
    }

    private func hasLater(at depth: Int, after index: Int) -> Bool {
        for item in items[(index + 1)...] {
            if item.depth < depth { return false }
            if item.depth == depth { return true }
        }
        return false
    }
}
