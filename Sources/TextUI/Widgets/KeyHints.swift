public import HostileText

/// The last line: the keys of this context and what they do.
public struct KeyHints: Widget, Sendable {
    /// A key and what it does.
    public struct Hint: Sendable, Hashable {
        /// As it is written on the key: `t`, `⏎`, `esc`.
        public var key: SafeText
        /// In a word or two.
        public var name: SafeText

        /// Makes a hint.
        public init(_ key: SafeText, _ name: SafeText) {
            self.key = key
            self.name = name
        }

        /// The columns it takes.
        public var width: Int { key.width + 1 + name.width }
    }

    /// The most useful first.
    public var hints: [Hint]
    /// Drawn at the end however little room there is: the key that shows all others.
    public var last: Hint?

    /// Makes a line.
    public init(_ hints: [Hint], last: Hint? = nil) {
        self.hints = hints
        self.last = last
    }

    /// Draws as many whole hints as fit on the first row.
    public func draw(into grid: inout Grid, in rect: Rect) {
        grid.fill(rect, style: Style(.text, on: .bar))
        for place in places(in: rect) { draw(place.hint, x: place.x, into: &grid, y: rect.y) }
    }

    /// The hint that is drawn at a column.
    public func hint(at column: Int, in rect: Rect) -> Hint? {
        places(in: rect).first { ($0.x..<$0.x + $0.hint.width).contains(column) }?.hint
    }

    /// The hints that fit, with their columns.
    private func places(in rect: Rect) -> [(hint: Hint, x: Int)] {
        let room = rect.inset(x: 1)
        var x = room.x
        var places: [(hint: Hint, x: Int)] = []
        let reserved = last.map { $0.width + 2 } ?? 0
        for hint in hints {
            let isLastOfAll = hint == hints.last && last == nil
            guard x + hint.width + (isLastOfAll ? 0 : reserved) <= room.maxX else { break }
            places.append((hint, x))
            x += hint.width + 2
        }
        if let last, x + last.width <= room.maxX { places.append((last, x)) }
        return places
    }

    private func draw(_ hint: Hint, x: Int, into grid: inout Grid, y: Int) {
        grid.draw(hint.key, x: x, y: y, style: .key.bold)
        grid.draw(hint.name, x: x + hint.key.width + 1, y: y, style: .keyName)
    }
}
