import HostileText
import TextUI

/// The keys of one screen, as a panel that scrolls.
public struct HelpPanel: Sendable {
    let keys: KeyTable
    let place: ScreenKind
    var top = 0

    init(keys: KeyTable, place: ScreenKind) {
        self.keys = keys
        self.place = place
    }

    /// Scrolls by a key.
    ///
    /// - Returns: whether the panel stays open.
    mutating func take(_ key: Key, height: Int) -> Bool {
        let most = max(0, lines.count - max(1, height - 6))
        switch key {
        case .down, .character("j"): top = min(most, top + 1)
        case .up, .character("k"): top = max(0, top - 1)
        case .pageDown, .character(" "): top = min(most, top + max(1, height - 8))
        case .pageUp: top = max(0, top - max(1, height - 8))
        default: return false
        }
        return true
    }

    /// The rows of the table that count here, those of this screen first.
    var lines: [(keys: SafeText, help: SafeText, isHere: Bool)] {
        let rows = keys.rows(on: place)
        let here = rows.filter { !$0.places.isEmpty }
        let everywhere = rows.filter { $0.places.isEmpty }
        return (here + everywhere).map { row in
            (
                SafeText(ours: row.chords.map(\.text).joined(separator: "  ")), SafeText(ours: row.help),
                !row.places.isEmpty
            )
        }
    }

    /// Draws it over a screen.
    func draw(on grid: inout Grid) {
        let lines = lines
        let wanted = grid.bounds.centred(width: 76, height: min(lines.count + 2, grid.height - 4))
        let visible = lines.dropFirst(top).prefix(wanted.height - 2)
        let position: SafeText =
            visible.count < lines.count ? "\(visible.count) of \(lines.count)  j k scroll  esc closes" : "esc closes"
        let inside = grid.draw(
            Panel(title: "keys on this screen: \(SafeText(ours: place.rawValue))", footer: position), in: wanted)
        for (line, row) in visible.enumerated() {
            var room = inside.row(line)
            grid.draw(row.keys, in: room.cutLeft(14), style: .key.bold)
            grid.draw(row.help, in: room, style: row.isHere ? .text : .muted)
        }
    }
}
