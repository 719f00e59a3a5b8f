public import HostileText

/// A list to choose from, in a panel: commands, completions, values to pivot on.
public struct Menu: Widget {
    /// One choice.
    public struct Item: Sendable {
        /// The key that chooses it, if there is one.
        public var key: SafeText
        /// What it is.
        public var text: StyledText
        /// A sentence or a count beside it.
        public var note: StyledText
        /// Whether it can be chosen now.
        public var isEnabled: Bool

        /// Makes a choice.
        public init(key: SafeText = "", _ text: StyledText, note: StyledText = "", isEnabled: Bool = true) {
            self.key = key
            self.text = text
            self.note = note
            self.isEnabled = isEnabled
        }
    }

    /// From top to bottom.
    public var items: [Item]
    /// What is in view, and where the cursor is.
    public var position: ListPosition
    /// Whether there is a cursor.
    public var hasFocus: Bool

    /// Makes a list.
    public init(_ items: [Item], position: ListPosition, hasFocus: Bool = true) {
        self.items = items
        self.position = position
        self.hasFocus = hasFocus
    }

    /// The size at which nothing is cut.
    public var ideal: (width: Int, height: Int) {
        let keys = keyWidth
        let texts = items.reduce(0) { max($0, $1.text.width) }
        let notes = items.reduce(0) { max($0, $1.note.width) }
        return (keys + texts + (notes > 0 ? notes + 3 : 0) + 2, items.count)
    }

    /// Draws the choices in view.
    public func draw(into grid: inout Grid, in rect: Rect) {
        let keys = keyWidth
        let notes = min(items.reduce(0) { max($0, $1.note.width) }, rect.width / 2)
        for (line, index) in position.visible(count: items.count, height: rect.height).enumerated() {
            let item = items[index]
            let row = rect.row(line)
            let isCursor = hasFocus && index == position.cursor
            if isCursor {
                grid.lay(.selection, on: row)
                grid.cursor = (row.x, row.y)
            }
            var room = row.inset(x: 1)
            grid.draw(item.key, in: room.cutLeft(keys), style: item.isEnabled ? .key.bold : .faint)
            if notes > 0 {
                grid.draw(item.note, in: room.cutRight(notes), style: .muted)
                _ = room.cutRight(2)
            }
            grid.draw(item.text, in: room, style: item.isEnabled ? (isCursor ? .focus : .text) : .faint)
        }
    }

    private var keyWidth: Int {
        let widest = items.reduce(0) { max($0, $1.key.width) }
        return widest == 0 ? 0 : widest + 2
    }
}
