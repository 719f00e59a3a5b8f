public import HostileText

/// An input line: a sign, what was typed with the insertion point, and a note at the right.
public struct Prompt: Widget, Sendable {
    /// `/`, `:`, `;` or a question.
    public var sign: SafeText
    /// What was typed.
    public var field: TextField
    /// Shown faintly while nothing is typed.
    public var placeholder: SafeText
    /// A count, or what is wrong; drawn at the right.
    public var note: StyledText
    /// Characters that are wrong, drawn in the danger style.
    public var wrong: Range<Int>?
    /// Whether it is being typed into, so that it shows the insertion point.
    public var hasFocus: Bool

    /// Makes a line.
    public init(
        sign: SafeText, field: TextField, placeholder: SafeText = "", note: StyledText = "", wrong: Range<Int>? = nil,
        hasFocus: Bool = true
    ) {
        self.sign = sign
        self.field = field
        self.placeholder = placeholder
        self.note = note
        self.wrong = wrong
        self.hasFocus = hasFocus
    }

    /// Draws on the first row; a text longer than its room is scrolled so that the insertion point shows.
    public func draw(into grid: inout Grid, in rect: Rect) {
        var room = rect
        if hasFocus { grid.fill(rect, style: Style(.text, on: .input)) }
        _ = room.cutLeft(1)
        grid.draw(sign, in: room.cutLeft(sign.width), style: .accent.bold)
        _ = room.cutLeft(1)
        if !note.isEmpty, note.width + 8 < room.width {
            _ = room.cutRight(1)
            grid.draw(note, in: room.cutRight(note.width), style: .muted)
            _ = room.cutRight(2)
        }
        guard !field.text.isEmpty || hasFocus else {
            grid.draw(placeholder, in: room, style: .faint)
            return
        }
        let before = safe(field.text.prefix(field.cursor))
        let start = firstPiece(of: before, room: room.width - 1)
        let shown = StyledText(safe(field.text[...]), marking: marks)
        let count = shown.runs.reduce(0) { $0 + $1.text.pieces.count }
        let offset = before.width - before[0..<start].width
        if field.text.isEmpty { grid.draw(placeholder, in: room, style: .faint) }
        if start < count { grid.draw(shown.slice(start..<count), in: room, style: hasFocus ? .focus : .text) }
        if hasFocus {
            grid.cursor = (min(room.x + offset, room.maxX - 1), room.y)
            grid.showsCursor = true
        }
    }

    private func safe(_ text: Substring) -> SafeText { SafeText(UntrustedText(String(text)), limit: 4_000) }

    private var marks: [(bytes: Range<Int>, tag: Style)] {
        guard let wrong else { return [] }
        let start = field.text.prefix(wrong.lowerBound).utf8.count
        return [(bytes: start..<field.text.prefix(wrong.upperBound).utf8.count, tag: Style.danger.underlined)]
    }

    private func firstPiece(of before: SafeText, room: Int) -> Int {
        var start = 0
        var wide = before.width
        while wide > max(1, room), start < before.pieces.count {
            wide -= Int(before.pieces[start].width)
            start += 1
        }
        return start
    }
}
