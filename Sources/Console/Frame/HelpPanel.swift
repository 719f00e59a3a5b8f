import HostileText
import TextUI

/// The keys of one screen by what they are about, as a panel that scrolls; in two columns where the terminal is wide.
public struct HelpPanel: Sendable {
    let keys: KeyTable
    let place: ScreenKind
    var top = 0

    private static let columnWidth = 74

    init(keys: KeyTable, place: ScreenKind) {
        self.keys = keys
        self.place = place
    }

    /// One line of the panel.
    enum Line: Sendable {
        case heading(SafeText)
        case row(keys: SafeText, help: SafeText, isHere: Bool)
        case gap
    }

    /// Scrolls by a key.
    ///
    /// - Parameters:
    ///   - width: of the screen that the panel floats over, in columns.
    ///   - height: the same, in rows.
    /// - Returns: whether the panel stays open.
    mutating func take(_ key: Key, width: Int, height: Int) -> Bool {
        let layout = Layout(lines: lines.count, width: width, height: height)
        let most = max(0, lines.count - layout.capacity)
        switch key {
        case .down, .character("j"): top = min(most, top + 1)
        case .up, .character("k"): top = max(0, top - 1)
        case .pageDown, .character(" "): top = min(most, top + max(1, layout.capacity - 2))
        case .pageUp: top = max(0, top - max(1, layout.capacity - 2))
        default: return false
        }
        return true
    }

    /// The rows of the table that count here, under headings.
    var lines: [Line] {
        let rows = keys.rows(on: place)
        return KeySubject.allCases.reduce(into: [Line]()) { lines, subject in
            let some = rows.filter { $0.subject == subject }
            guard !some.isEmpty else { return }
            if !lines.isEmpty { lines.append(.gap) }
            lines.append(.heading(subject.title))
            lines += some.map { row in
                let keys = row.chords.map(\.text).joined(separator: "  ")
                return .row(
                    keys: SafeText(ours: keys), help: SafeText(ours: row.help), isHere: !row.places.isEmpty)
            }
        }
    }

    /// How many columns of lines there are, and how many lines each holds.
    private struct Layout {
        let columns: Int
        let rows: Int
        var capacity: Int { columns * rows }

        init(lines: Int, width: Int, height: Int) {
            columns = width >= 2 * HelpPanel.columnWidth + 7 && lines > height / 2 ? 2 : 1
            rows = max(1, min((lines + columns - 1) / columns, height - 6))
        }
    }

    /// Draws it over a screen.
    func draw(on grid: inout Grid) {
        let lines = lines
        let layout = Layout(lines: lines.count, width: grid.width, height: grid.height)
        let wide = layout.columns * Self.columnWidth + (layout.columns - 1) * 3 + 4
        let wanted = grid.bounds.centred(width: wide, height: layout.rows + 2)
        let visible = lines.dropFirst(top).prefix(layout.capacity)
        let position: SafeText =
            visible.count < lines.count
            ? "\(top + 1)–\(top + visible.count) of \(lines.count) lines  j k scroll  esc closes" : "esc closes"
        let inside = grid.draw(
            Panel(title: "keys on this screen: \(SafeText(ours: place.rawValue))", footer: position), in: wanted)
        for (place, line) in visible.enumerated() {
            let column = Rect(
                x: inside.x + place / layout.rows * (Self.columnWidth + 3), y: inside.y,
                width: min(Self.columnWidth, inside.width), height: inside.height)
            HelpPanel.draw(line, on: &grid, in: column.row(place % layout.rows))
        }
    }

    private static func draw(_ line: Line, on grid: inout Grid, in room: Rect) {
        var room = room
        switch line {
        case .gap: break
        case .heading(let title): grid.draw(title, in: room, style: .heading)
        case .row(let keys, let help, let isHere):
            grid.draw(keys, in: room.cutLeft(12), style: .key.bold)
            grid.draw(help, in: room, style: isHere ? .text : .muted)
        }
    }
}
