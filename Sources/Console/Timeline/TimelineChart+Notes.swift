import Evidence
import EvidenceCache
import HostileText
import TextUI

extension TimelineChart {
    /// Says under the axis what is worth a word: that history was cut off, how far two sides are in step, silences and
    /// bursts where there is room, the one at the cursor first.
    func drawNotes(on grid: inout Grid, in row: Rect, cursor: Int?) {
        let window = facts.window
        let left = row.x + Histogram.gutter
        var right = row.maxX
        var taken: [Range<Int>] = []
        if let (bucket, note) = truncation(isShort: row.width < 110) {
            let x = min(left + window.columns(of: bucket..<bucket + 1).lowerBound, max(left, right - note.width))
            grid.draw(note, x: x, y: row.y, width: right - x, style: .stale)
            taken.append(x..<x + note.width + 2)
        }
        if let (both, either) = facts.inStep {
            let isClose = either > 0 && 2 * both >= either
            let words = StyledText(
                "both active in \(Count.safe(both, of: either)) columns", isClose ? .warning : .muted)
            right -= words.width + 3
            grid.draw(words, x: right + 3, y: row.y)
        }
        let all = facts.episodes()
        let order =
            all.filter { $0.focus == cursor } + all.filter { $0.kind == .silence && $0.focus != cursor }
            + all.filter { $0.kind == .burst && $0.focus != cursor }.sorted { $0.exchanges > $1.exchanges }
        for episode in facts.sides.count == 1 ? order : [] {
            let text: SafeText = "▲ \(facts.words(for: episode, context))"
            let column = left + window.column(of: min(episode.focus, window.count - 1))
            let x = min(column, right - text.width)
            let place = x - 2..<x + text.width + 2
            guard x >= left, !taken.contains(where: { $0.overlaps(place) }) else { continue }
            taken.append(place)
            grid.draw(text, x: x, y: row.y, style: episode.focus == cursor ? .warning : .muted)
        }
    }

    /// Where history is cut off, and in which words; `nil` where it is whole, or cut off outside of what is shown.
    private func truncation(isShort: Bool) -> (bucket: Int, note: SafeText)? {
        let window = facts.window
        let kept = facts.sides.compactMap(\.kept)
        let missing = kept.filter(\.isTruncated)
        guard facts.withheld > 0 || !missing.isEmpty else { return nil }
        let start = missing.compactMap(\.firstDay).max().map { Instant(day: $0) } ?? facts.whole.from
        guard start >= window.from || window.from <= facts.whole.from, start < window.to else { return nil }
        let held = missing.reduce(0) { $0 + $1.exchanges }
        let of = missing.reduce(0) { $0 + $1.of }
        let why: SafeText =
            facts.withheld > 0
            ? "\(Count.safe(facts.withheld)) records withheld" : "\(Count.safe(held, of: of)) exchanges are cached"
        return (window.bucket(of: start), isShort ? "◂ history truncated here" : "◂ history truncated here: \(why)")
    }
}
