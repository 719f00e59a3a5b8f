internal import HostileText

extension StyledText {
    /// Breaks between words, or inside a word that is wider than a line. A mark of hidden characters is kept whole if it fits.
    ///
    /// - Parameters:
    ///   - width: the columns of a line.
    ///   - indent: columns that every line after the first has less.
    ///   - limit: how many lines are wanted; the rest is not computed.
    /// - Returns: at least one line. The space at a break is not drawn.
    public func wrapped(to width: Int, hanging indent: Int = 0, limit: Int = .max) -> [StyledText] {
        var breaker = LineBreaker(self, width: max(1, width), indent: max(0, indent))
        var lines: [StyledText] = []
        while lines.count < limit, let range = breaker.next() { lines.append(slice(range)) }
        return lines.isEmpty ? [StyledText("")] : lines
    }

    /// The pieces of a range, counted through all runs.
    func slice(_ range: Range<Int>) -> StyledText {
        var part = StyledText("")
        var start = 0
        for run in runs {
            let count = run.text.pieces.count
            let own = range.clamped(to: start..<start + count)
            if !own.isEmpty { part.append(run.text[own.lowerBound - start..<own.upperBound - start], run.style) }
            start += count
            if start >= range.upperBound { break }
        }
        return part
    }
}

/// Finds where the lines of a text begin and end.
private struct LineBreaker {
    private let pieces: [SafeText.Piece]
    private let width: Int
    private let indent: Int
    private var start = 0
    private var isFirst = true

    init(_ text: StyledText, width: Int, indent: Int) {
        pieces = text.runs.count == 1 ? text.runs[0].text.pieces : text.runs.flatMap(\.text.pieces)
        self.width = width
        self.indent = min(indent, width - 1)
    }

    mutating func next() -> Range<Int>? {
        if !isFirst, start >= pieces.count { return nil }
        let room = isFirst ? width : width - indent
        isFirst = false
        let first = start
        var used = 0
        var end = first
        var lastBreak: Int?
        while end < pieces.count {
            let piece = pieces[end]
            let isBreakable = isSpace(piece) || (piece.width == 2 && !piece.continues)
            if end > first, isBreakable { lastBreak = end }
            if used + Int(piece.width) > room { break }
            used += Int(piece.width)
            end += 1
        }
        if end == pieces.count {
            start = end
            return first..<end
        }
        if let lastBreak { end = lastBreak }
        end = beforeMark(end, first: first)
        if end == first { end = first + 1 }
        start = end
        if start < pieces.count, isSpace(pieces[start]) { start += 1 }
        return first..<end
    }

    private func isSpace(_ piece: SafeText.Piece) -> Bool {
        piece.scalar == " " && piece.mark == .plain && !piece.continues
    }

    /// Moves a break out of a mark, unless the mark fills the line.
    private func beforeMark(_ end: Int, first: Int) -> Int {
        var place = end
        while place > first, place < pieces.count, pieces[place].continues { place -= 1 }
        return place > first ? place : end
    }
}
