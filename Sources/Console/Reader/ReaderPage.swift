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

    /// One line: who speaks, or nothing where the line goes on, and what is said.
    struct Line: Sendable {
        /// Who speaks.
        var role: SafeText = ""
        /// What is said.
        var text: StyledText = ""
        /// How text without a style of its own is drawn.
        var style = Style.text
        /// Whether a matched span begins or goes on here: a sign stands at the edge.
        var isMatch = false
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
        /// The zone that times are shown in.
        var zone = DisplayZone.utc

        /// The columns of the roles.
        var roleWidth: Int { width >= 110 ? 17 : width >= 48 ? 11 : 0 }
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
        var wasMatch = false
        for (index, line) in lines.enumerated() {
            if line.isMatch, !wasMatch { matches.append(index) }
            wasMatch = line.isMatch
        }
    }

    /// The line of the next match after a line, or of the last before it; `nil` if there is none.
    func match(after line: Int) -> Int? { matches.first { $0 > line } }
    func match(before line: Int) -> Int? { matches.last { $0 < line } }

    /// The number of the match at or before a line, from 1.
    func matchNumber(at line: Int) -> Int { matches.count { $0 <= line } }

    /// Draws the lines from `top` on.
    func draw(on grid: inout Grid, in area: Rect, from top: Int, roleWidth: Int) {
        for (row, line) in lines.dropFirst(top).prefix(area.height).enumerated() {
            var room = area.row(row)
            if line.isHeader {
                grid.draw(line.text, in: room, style: line.style)
                continue
            }
            if roleWidth > 0 {
                let head = room.cutLeft(roleWidth)
                grid.draw(line.role, x: head.x, y: head.y, width: roleWidth - 2, style: .muted)
                if line.isMatch { grid.put("▎", x: head.maxX - 2, y: head.y, style: .danger) }
            }
            grid.draw(line.text, in: room, style: line.style)
        }
    }
}
