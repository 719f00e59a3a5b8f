import Evidence
import HostileText
import TextUI

extension ReaderMaker {
    /// Adds one part of an exchange's text: its lines wrapped, what matched marked in place, slots in braces.
    mutating func add(_ text: UntrustedText, as role: SafeText, part: TextMatch.Part?, matches: [TextMatch]) {
        addGap()
        let own = matches.filter { $0.part == part && $0.end > $0.start }
            .sorted { ($0.start, $1.end) < ($1.start, $0.end) }
        let styles = own.map { (bytes: $0.start..<$0.end, tag: $0.signal == nil ? Style.slot : Style.match) }
        let all = SafeText.lines(of: text, charset: layout.charset, limit: layout.limit)
        found.count(all, own)
        var isFirst = true
        for line in all {
            let styled = StyledText(line, marking: styles).bracingSlots
            for piece in styled.wrapped(to: layout.textWidth, hanging: 0) {
                let isMatch = piece.runs.contains { $0.style == .match }
                lines.append(ReaderPage.Line(role: isFirst ? role : "", text: piece, isMatch: isMatch))
                isFirst = false
            }
        }
        if let last = all.last, last.isClipped {
            let shown = last.pieces.last.map { Int($0.source) + 1 } ?? 0
            isClipped = true
            addNote("\(Count.safe(max(1, text.byteCount - shown))) more bytes; ⏎ shows more")
        }
    }
}

extension StyledText {
    /// Sets slots of a template between braces, since a hue alone says nothing.
    var bracingSlots: StyledText {
        guard runs.contains(where: { $0.style == .slot }) else { return self }
        var braced = StyledText("")
        for run in runs {
            guard run.style == .slot else {
                braced.append(run.text, run.style)
                continue
            }
            braced.append("{", .slot)
            braced.append(run.text, .slot)
            braced.append("}", .slot)
        }
        return braced
    }
}
