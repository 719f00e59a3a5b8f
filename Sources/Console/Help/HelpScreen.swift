import Evidence
import HostileText
import TextUI

/// All keys, screen by screen, for reading at leisure and for `stillwatch screen help`. `?` shows those of one screen.
struct HelpScreen: Screen {
    private var kept: ViewState
    private var position = ListPosition()
    private let lines: [Line]

    /// A line of the help.
    private enum Line: Sendable {
        case heading(SafeText)
        case row(keys: SafeText, help: SafeText, screens: SafeText)
        case gap
    }

    init(_ state: ViewState) throws(Problem) {
        kept = state
        lines = HelpScreen.lines(of: .standard)
    }

    var kind: ScreenKind { .help }
    var title: StyledText { "help" }
    var summary: StyledText { "\(lines.count) lines" }
    var state: ViewState { kept }

    private static func lines(of table: KeyTable) -> [Line] {
        let keys = KeySubject.allCases.flatMap { subject in
            [.heading(subject.title)] + table.rows.filter { $0.subject == subject }.map(line) + [.gap]
        }
        return keys + [.heading("FILTERS")]
            + FilterField.allCases.map { field in
                .row(keys: SafeText(ours: field.rawValue), help: SafeText(ours: field.help), screens: "")
            }
    }

    private static func line(_ row: KeyTable.Row) -> Line {
        let keys = row.chords.map(\.text).joined(separator: "  ")
        let screens = row.places.isEmpty ? "everywhere" : row.places.map(\.rawValue).sorted().joined(separator: " ")
        return .row(keys: SafeText(ours: keys), help: SafeText(ours: row.help), screens: SafeText(ours: screens))
    }

    mutating func load(_ context: ScreenContext) -> Response { Response() }
    mutating func receive(_ answer: Answer, _ context: ScreenContext) -> Response { Response() }

    mutating func perform(_ action: Action, _ context: ScreenContext) -> Response {
        let height = context.area.height
        switch action {
        case .moveDown: position.top += 1
        case .moveUp: position.top -= 1
        case .pageDown: position.top += max(1, height - 2)
        case .pageUp: position.top -= max(1, height - 2)
        case .moveFirst: position.top = 0
        case .moveLast: position.top = lines.count
        default: return Response()
        }
        position.top = min(max(0, position.top), max(0, lines.count - height))
        return Response()
    }

    func availability(of action: Action) -> Availability {
        action == .enter ? .unavailable("there is nothing to open in the help") : .available
    }

    func draw(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        let visible = lines.dropFirst(position.top).prefix(area.height)
        for (offset, line) in visible.enumerated() {
            var room = area.inset(x: 2).row(offset)
            switch line {
            case .gap: break
            case .heading(let title): grid.draw(title, in: room, style: .heading)
            case .row(let keys, let help, let screens):
                grid.draw(keys, in: room.cutLeft(16), style: .key.bold)
                if area.width >= 120 { grid.draw(screens, in: room.cutRight(area.width / 3), style: .faint) }
                grid.draw(help, in: room)
            }
        }
        let mark = ScrollMark(visible: position.top..<position.top + visible.count, count: lines.count)
        grid.draw(mark, in: Rect(x: area.maxX - 1, y: area.y, width: 1, height: area.height))
    }
}
