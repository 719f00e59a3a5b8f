import Evidence
import EvidenceCache
import HostileText
import TextUI

/// A timeline as something to draw: the series, their hues and names, the labels of the axis, the marks.
struct TimelineChart {
    let facts: TimelineFacts
    let stacking: Timeline.Stacking
    let context: ScreenContext
    /// The series that have a hue of their own, largest first; what is left is summed up as the rest.
    let shown: [Timeline.Series]
    let rest: [Timeline.Series]

    private static let most = 6

    init(facts: TimelineFacts, stacking: Timeline.Stacking, context: ScreenContext) {
        self.facts = facts
        self.stacking = stacking
        self.context = context
        let all = (stacking == .target ? facts.byTarget : facts.byModel).series.filter { $0.total > 0 }
        let (named, general) = (
            all.filter { $0.name != .target(.general) }, all.filter { $0.name == .target(.general) }
        )
        shown = Array(named.prefix(Self.most))
        rest = Array(named.dropFirst(Self.most)) + general
    }

    private func style(_ index: Int) -> Style {
        guard index < shown.count else { return .track }
        if case .target(let target) = shown[index].name { return target.style }
        return .series(index + 1)
    }

    private func name(_ name: Timeline.Name) -> SafeText {
        switch name {
        case .target(let target): target.name
        case .model(let model): model.map { context.safe($0, limit: 20) } ?? "no model"
        }
    }

    /// The histogram, each bucket as wide as the window says.
    func histogram(brush: Range<Int>?, cursor: Int?, keepsBracketRow: Bool) -> Histogram {
        let window = facts.window
        var bins: [[Double]] = []
        for bucket in 0..<window.count {
            var bin = shown.map { Double($0.counts.indices.contains(bucket) ? $0.counts[bucket] : 0) }
            bin.append(rest.reduce(0) { $0 + Double($1.counts.indices.contains(bucket) ? $1.counts[bucket] : 0) })
            for _ in 0..<window.columnsEach { bins.append(bin) }
        }
        return Histogram(
            bins: bins, styles: (0...shown.count).map(style), labels: labels, moments: moments, brush: brush,
            keepsBracketRow: keepsBracketRow, cursor: cursor,
            scale: { $0 == $0.rounded() ? SafeText(ours: Count.short(Int($0))) : "" })
    }

    /// The legend, as many series as there is room for, and how many are left out.
    func legend(room: Int) -> StyledText {
        var parts: [StyledText] = []
        for (index, series) in shown.enumerated() {
            parts.append([StyledText("▪ ", style(index)), StyledText(name(series.name))])
        }
        if !rest.isEmpty {
            let isGeneral = rest.count == 1 && rest[0].name == .target(.general)
            parts.append([StyledText("▫ ", .track), StyledText(isGeneral ? "general" : "\(rest.count) others")])
        }
        var left = 0
        while !parts.isEmpty {
            var all = parts
            if left > 0 { all.append(StyledText("+ \(left)", .faint)) }
            let legend = all.joined(separator: "   ")
            if legend.width <= room { return legend }
            parts.removeLast()
            left += 1
        }
        return ""
    }

    /// Releases of models within the window.
    private var moments: [Histogram.Moment] {
        facts.releases.filter { $0.releasedAt >= facts.window.from && $0.releasedAt < facts.window.to }.map { release in
            Histogram.Moment(
                bin: facts.window.bucket(of: release.releasedAt) * facts.window.columnsEach,
                label: "\(context.safe(release.model, limit: 24)) released")
        }
    }

    /// The labels of the axis: dates at first, times of day where a column is short.
    private var labels: [(bin: Int, text: SafeText)] {
        let window = facts.window
        let room = 10
        let step =
            Self.labelSteps.first { Int64(room) * window.width <= $0 * Int64(window.columnsEach) } ?? 364 * Instant.day
        var labels: [(bin: Int, text: SafeText)] = []
        var at = TimeWindow.aligned(window.from, to: step)
        while at < window.to, labels.count < 100 {
            if at >= window.from {
                labels.append(
                    (Int((at - window.from) / window.width) * window.columnsEach, label(at, step: step))
                )
            }
            at = at + step
        }
        return labels
    }

    private static let labelSteps: [Int64] =
        [10, 30].map { $0 * Instant.second } + [1, 2, 5, 10, 15, 30].map { $0 * Instant.minute }
        + [1, 2, 3, 6, 12].map { $0 * Instant.hour } + [1, 2, 7, 14, 28, 91].map { $0 * Instant.day }

    private func label(_ at: Instant, step: Int64) -> SafeText {
        // Days are those of UTC in every zone, and their columns bear its dates.
        if step >= Instant.day { return DisplayZone.utc.date(at) }
        if at.milliseconds % Instant.day == 0, context.zone == .utc { return context.zone.date(at) }
        return step < Instant.minute ? context.zone.time(at) : context.zone.minute(at)
    }
}

extension TimelineChart {
    /// Says under the axis what is worth a word: silences and bursts where there is room, the one at the cursor first,
    /// and that history was cut off.
    func drawNotes(on grid: inout Grid, in row: Rect, cursor: Int?) {
        let window = facts.window
        let left = row.x + Histogram.gutter
        var taken: [Range<Int>] = []
        if facts.withheld > 0, window.from <= facts.whole.from {
            let count: SafeText = row.width < 110 ? "" : ": \(Count.safe(facts.withheld)) records withheld"
            let note: SafeText = "◂ history truncated here\(count)"
            grid.draw(note, x: left, y: row.y, width: row.maxX - left, style: .stale)
            taken.append(left..<left + note.width + 2)
        }
        let all = facts.episodes
        let order =
            all.filter { $0.focus == cursor } + all.filter { $0.kind == .silence && $0.focus != cursor }
            + all.filter { $0.kind == .burst && $0.focus != cursor }.sorted { $0.exchanges > $1.exchanges }
        for episode in order {
            let text: SafeText = "▲ \(facts.words(for: episode, context))"
            let column = left + window.column(of: min(episode.focus, window.count - 1))
            let x = min(column, row.maxX - text.width)
            let place = x - 2..<x + text.width + 2
            guard x >= left, !taken.contains(where: { $0.overlaps(place) }) else { continue }
            taken.append(place)
            grid.draw(text, x: x, y: row.y, style: episode.focus == cursor ? .warning : .muted)
        }
    }
}
