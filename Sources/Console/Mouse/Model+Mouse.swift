import Evidence
import HostileText
import TextUI

extension Model {
    /// Takes what the mouse did, by what is drawn where it is: a row under it gets the cursor, a second press opens it, the
    /// wheel moves, a tab or a key of the footer does what it says. Nothing is decided by a press on a row.
    mutating func take(_ mouse: Key.Mouse) -> [Work] {
        switch mouse.action {
        case .wheelUp: return move(by: -3)
        case .wheelDown: return move(by: 3)
        case .press: return press(x: mouse.x, y: mouse.y)
        case .release, .drag: return []
        }
    }

    /// Moves the cursor, or what floats above the screen, by rows.
    private mutating func move(by rows: Int) -> [Work] {
        var work: [Work] = []
        for _ in 0..<abs(rows) {
            work +=
                overlay == nil ? perform(rows > 0 ? .moveDown : .moveUp) : takeInOverlay(rows > 0 ? .down : .up)
        }
        return work
    }

    private mutating func press(x: Int, y: Int) -> [Work] {
        var grid = Grid(width: world.width, height: world.height)
        draw(on: &grid)
        let frame = Frame(width: world.width, height: world.height)
        if overlay == nil {
            if frame.bar.contains(x: x, y: y) { return pressTab(x: x, in: frame.bar) }
            if frame.footer.contains(x: x, y: y) { return pressHint(x: x, in: frame.footer) }
            guard frame.body.contains(x: x, y: y) else { return [] }
        }
        guard let cursor = grid.cursor else { return [] }
        if overlay == nil, grid.isRule(between: cursor.x, and: x, y: y) {
            return keys.rows(on: top.kind).contains { $0.action == .nextPane } ? perform(.nextPane) : []
        }
        if y == cursor.y { return overlay == nil ? perform(.enter) : takeInOverlay(.enter) }
        return move(by: y - cursor.y)
    }

    private mutating func pressTab(x: Int, in bar: Rect) -> [Work] {
        guard let place = topBar.tab(at: x, in: bar) else { return [] }
        return go(to: Model.tabs[place].0)
    }

    /// A key of the footer; one that stands for several, such as `1-7`, says nothing.
    private mutating func pressHint(x: Int, in footer: Rect) -> [Work] {
        guard let hint = hints(width: footer.width).hint(at: x, in: footer) else { return [] }
        let row = keys.rows(on: top.kind).first { row in
            row.chords.contains { SafeText(ours: $0.text) == hint.key }
        }
        return row.map { perform($0.action) } ?? []
    }
}

extension Grid {
    /// Whether a vertical rule stands between two columns of a row: then they belong to different panes.
    fileprivate func isRule(between one: Int, and other: Int, y: Int) -> Bool {
        let row = Array(line(y))
        let columns = min(one, other)..<max(one, other)
        return columns.contains { row.indices.contains($0) && row[$0] == "│" }
    }
}
