import Evidence
import HostileText
import TextUI

extension ReaderMaker {
    /// Adds one part of an exchange's text: its lines wrapped, what matched marked in place, slots in braces.
    mutating func add(_ text: UntrustedText, as role: SafeText, part: TextMatch.Part?, matches: [TextMatch]) {
        addGap()
        let own = matches.filter { $0.part == part && $0.end > $0.start }
            .sorted { ($0.start, $1.end) < ($1.start, $0.end) }
        let spots = own.filter { $0.signal != nil }
        let slots = slots(of: own, beside: spots)
        let styles =
            (layout.showsTemplate ? [] : spots).map { (bytes: $0.start..<$0.end, tag: Style.match) }
            + slots.map { (bytes: $0, tag: Style.slot) }
        let all = SafeText.lines(of: text, charset: layout.charset, limit: layout.limit)
        found.count(all, text, spots)
        var isFirst = true
        for (index, line) in all.enumerated() {
            let next = all.dropFirst(index + 1).lazy.compactMap(\.pieces.first).first.map { Int($0.source) }
            let styled = StyledText(line, marking: styles).bracing(slots, from: line.firstByte, before: next)
            for piece in styled.wrapped(to: layout.textWidth, hanging: 0) {
                lines.append(
                    ReaderPage.Line(
                        role: isFirst ? role : "", text: piece,
                        signals: layout.showsTemplate ? [] : numbers(of: spots, in: piece)))
                isFirst = false
            }
        }
        if let last = all.last, last.isClipped {
            let shown = last.pieces.last.map { Int($0.source) + 1 } ?? 0
            isClipped = true
            addNote("\(Count.safe(max(1, text.byteCount - shown))) more bytes; ⏎ shows more")
        }
    }

    /// The slots that are marked: all of them where the template is looked at, and else short ones that nothing matched.
    private func slots(of own: [TextMatch], beside spots: [TextMatch]) -> [Range<Int>] {
        own.filter { $0.signal == nil }.map { $0.start..<$0.end }.filter { slot in
            layout.showsTemplate
                || slot.count <= 80 && !spots.contains { $0.start < slot.upperBound && $0.end > slot.lowerBound }
        }
    }

    /// The numbers of the signals that matched in a line.
    private func numbers(of spots: [TextMatch], in line: StyledText) -> [Int] {
        let sources = line.runs.lazy.filter { $0.style == .match }.flatMap(\.text.pieces).map { Int($0.source) }
        guard let first = sources.min(), let last = sources.max() else { return [] }
        return Set(
            spots.filter { $0.start <= last && $0.end > first }.compactMap { spot in
                found.signals.firstIndex { $0.name == spot.signal }.map { $0 + 1 }
            }
        ).sorted()
    }
}

extension SafeText {
    /// Where the first piece starts in the source.
    fileprivate var firstByte: Int { pieces.first.map { Int($0.source) } ?? 0 }
}

extension StyledText {
    /// Sets slots of a template between braces, since a hue alone says nothing. One of several lines has them at its ends.
    ///
    /// - Parameters:
    ///   - slots: their bytes in the source.
    ///   - start: the first byte of the line.
    ///   - next: the first byte of the next line that has any; `nil` for the last.
    func bracing(_ slots: [Range<Int>], from start: Int, before next: Int?) -> StyledText {
        guard runs.contains(where: { $0.style == .slot }) else { return self }
        var braced = StyledText("")
        for run in runs {
            let first = run.text.pieces.first.map { Int($0.source) } ?? 0
            guard run.style == .slot, let slot = slots.last(where: { $0.lowerBound <= first && $0.upperBound > first })
            else {
                braced.append(run.text, run.style)
                continue
            }
            if slot.lowerBound >= start { braced.append("{", .slot) }
            braced.append(run.text, .slot)
            if next.map({ slot.upperBound <= $0 }) ?? true { braced.append("}", .slot) }
        }
        return braced
    }
}
