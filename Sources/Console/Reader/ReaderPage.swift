import Evidence
import EvidenceCache
import HostileText
import TextUI

/// A conversation laid out for a width: lines that only have to be drawn.
struct ReaderPage: Sendable {
    /// The lines from the top.
    private(set) var lines: [Line] = []
    /// The lines at which a matched span begins.
    private(set) var matches: [Int] = []
    /// The line at which each exchange begins.
    private(set) var turns: [Int] = []
    /// Where what matched is summed up.
    private(set) var summary = 0
    /// Whether some text goes on.
    private(set) var isClipped = false
    /// What matched, in the order of its numbers.
    private(set) var signals: [SignalName] = []

    /// One line: who speaks, or nothing where the line goes on, and what is said.
    struct Line: Sendable {
        /// Who speaks.
        var role: SafeText = ""
        /// What is said.
        var text: StyledText = ""
        /// How text without a style of its own is drawn.
        var style = Style.text
        /// The numbers, from 1, of the signals that matched here: a bar and the first of them stand at the edge.
        var signals: [Int] = []
        /// Whether it is drawn from the left edge, across the column of roles.
        var isHeader = false
    }

    /// How a page is laid out.
    struct Layout: Hashable, Sendable {
        /// The columns in all.
        var width: Int
        /// Columns of text shown of each part at first.
        var limit = 12_000
        /// Whether all that is not ASCII is drawn as code points.
        var showsCodePoints = false
        /// Whether the template is marked, fixed text and slots, in place of what matched.
        var showsTemplate = false
        /// The zone that times are shown in.
        var zone = DisplayZone.utc

        /// The columns of the roles and the marks beside the text.
        var roleWidth: Int { width >= 110 ? 18 : width >= 48 ? 13 : 0 }
        /// The columns of the text: never so many that the eye loses the line.
        var textWidth: Int { max(8, min(width - roleWidth, 104)) }
        var charset: SafeText.Charset { showsCodePoints ? .ascii : .unicode }
    }

    /// Lays out nothing.
    init() {}

    /// Lays out a conversation.
    init(_ conversation: ReadConversation, _ layout: Layout) {
        var maker = ReaderMaker(conversation, layout)
        maker.make()
        lines = maker.lines
        turns = maker.turns
        summary = maker.summary
        isClipped = maker.isClipped
        signals = maker.found.signals.map(\.name)
        var wasMatch = false
        for (index, line) in lines.enumerated() {
            if !line.signals.isEmpty, !wasMatch { matches.append(index) }
            wasMatch = !line.signals.isEmpty
        }
    }

    /// The line of the next match after a line, or of the last before it; `nil` if there is none.
    func match(after line: Int) -> Int? { matches.first { $0 > line } }
    func match(before line: Int) -> Int? { matches.last { $0 < line } }

    /// The number of the match at or before a line, from 1.
    func matchNumber(at line: Int) -> Int { matches.count { $0 <= line } }

    /// The exchange, counted from 0, that a line is in.
    func turn(at line: Int) -> Int { max(0, turns.count { $0 <= line } - 1) }

    /// Draws the lines from `top` on.
    func draw(on grid: inout Grid, in area: Rect, from top: Int, layout: Layout) {
        for (row, line) in lines.dropFirst(top).prefix(area.height).enumerated() {
            var room = area.row(row)
            if line.isHeader {
                grid.draw(line.text, in: room, style: line.style)
                continue
            }
            if layout.roleWidth > 0 {
                let head = room.cutLeft(layout.roleWidth)
                grid.draw(line.role, x: head.x, y: head.y, width: layout.roleWidth - 4, style: .muted)
                if let first = line.signals.first {
                    grid.put("▎", x: head.maxX - 3, y: head.y, style: .danger)
                    let sign: SafeText = line.signals.count > 1 ? "+" : first < 10 ? "\(first)" : "*"
                    grid.draw(sign, x: head.maxX - 2, y: head.y, style: .danger)
                }
            }
            let text = room.cutLeft(min(room.width, layout.textWidth))
            grid.draw(line.text, in: text, style: line.style)
            if room.width >= 20 { drawNames(of: line, after: top + row, on: &grid, in: room) }
        }
    }

    /// Names what begins to match on a line, where there is room beside the text.
    private func drawNames(of line: Line, after index: Int, on grid: inout Grid, in room: Rect) {
        let before = index > 0 ? lines[index - 1].signals : []
        let names = line.signals.filter { !before.contains($0) && $0 <= signals.count }
            .map { StyledText(signals[$0 - 1].words, .danger) }
        guard !names.isEmpty else { return }
        grid.draw(
            [StyledText("◂ ", .danger), names.joined(separator: StyledText(", ", .faint))], x: room.x + 2, y: room.y,
            width: room.width - 2)
    }
}
