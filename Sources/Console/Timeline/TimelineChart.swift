import Evidence
import EvidenceCache
import HostileText
import TextUI

/// A timeline as something to draw: the series, their hues and names, the labels of the axis, the marks.
struct TimelineChart {
    let facts: TimelineFacts
    let stacking: Timeline.Stacking
    let scaling: Histogram.Scaling
    let context: ScreenContext
    /// The targets or models that have a hue of their own, largest of all sides first; the rest is summed up.
    let shown: [Timeline.Name]
    /// What is summed up.
    let rest: [Timeline.Name]

    private static let most = 6

    init(facts: TimelineFacts, stacking: Timeline.Stacking, scaling: Histogram.Scaling, context: ScreenContext) {
        self.facts = facts
        self.stacking = stacking
        self.scaling = scaling
        self.context = context
        var totals: [Timeline.Name: Int] = [:]
        var order: [Timeline.Name] = []
        for series in facts.sides.flatMap({ $0.series(stacking) }) where series.total > 0 {
            if totals[series.name] == nil { order.append(series.name) }
            totals[series.name, default: 0] += series.total
        }
        let ranked = order.enumerated().sorted {
            (totals[$1.element] ?? 0, $0.offset) < (totals[$0.element] ?? 0, $1.offset)
        }.map(\.element)
        let general = Timeline.Name.target(.general)
        let named = ranked.filter { $0 != general }
        shown = Array(named.prefix(Self.most))
        rest = Array(named.dropFirst(Self.most)) + ranked.filter { $0 == general }
    }

    private func style(_ index: Int) -> Style {
        guard index < shown.count else { return .track }
        if case .target(let target) = shown[index] { return target.style }
        return .series(index + 1)
    }

    private func name(_ name: Timeline.Name) -> SafeText {
        switch name {
        case .target(let target): target.name
        case .model(let model): model.map { context.safe($0, limit: 20) } ?? "no model"
        }
    }

    /// What stands for a series where there are neither hues nor blocks.
    private static let letters: [Glyph] = ["a", "b", "c", "d", "e", "f"]

    private var letters: [Glyph] {
        context.charset == .ascii ? Array(Self.letters.prefix(shown.count)) + ["."] : []
    }

    /// The counts of a side's series in a bucket, in the order of `shown`, the rest last.
    private func parts(_ side: Int) -> [[Int]] {
        let window = facts.window
        var parts = Array(repeating: Array(repeating: 0, count: shown.count + 1), count: window.count)
        for series in facts.sides[side].series(stacking) {
            let index = shown.firstIndex(of: series.name) ?? shown.count
            for (bucket, count) in series.counts.prefix(window.count).enumerated() { parts[bucket][index] += count }
        }
        return parts
    }

    /// What the top of every plot means, so that two sides can be compared.
    private var maximum: Double {
        let most = facts.sides.indices.map { facts.totals(of: $0).max() ?? 0 }.max() ?? 0
        return Histogram.roundMaximum(Double(most))
    }

    /// The histogram of a side, each bucket as wide as the window says.
    func histogram(
        of side: Int = 0, brush: Range<Int>?, cursor: Int?, keepsBracketRow: Bool, showsLabels: Bool = true
    ) -> Histogram {
        let window = facts.window
        let bins = parts(side).flatMap { counts in
            repeatElement(counts.map(Double.init), count: window.columnsEach)
        }
        var histogram = Histogram(
            bins: bins, styles: (0...shown.count).map(style), maximum: maximum, labels: showsLabels ? labels : [],
            moments: moments, brush: brush, keepsBracketRow: keepsBracketRow, cursor: cursor,
            scale: { $0 == $0.rounded() ? SafeText(ours: Count.short(Int($0))) : "" })
        histogram.letters = letters
        histogram.scaling = scaling
        return histogram
    }

    /// The legend: as many series as there is room for, and how many are left out.
    ///
    /// - Parameter buckets: the exchanges in them are counted; `nil` counts all that is shown, where there is room.
    func legend(counting buckets: Range<Int>?, room: Int) -> StyledText {
        let whole = legend(legendParts(counting: buckets ?? 0..<facts.window.count), room: room)
        guard buckets == nil, whole.left > 0 else { return whole.text }
        return legend(legendParts(counting: nil), room: room).text
    }

    private func legend(_ all: [StyledText], room: Int) -> (text: StyledText, left: Int) {
        for left in 0..<max(1, all.count) {
            let shown = all.dropLast(left) + (left > 0 ? [StyledText("+ \(left)", .faint)] : [])
            let legend = shown.joined(separator: StyledText("   "))
            if legend.width <= room { return (legend, left) }
        }
        return ("", all.count)
    }

    /// A swatch and a name for each series, and the exchanges in some buckets.
    private func legendParts(counting buckets: Range<Int>?) -> [StyledText] {
        var counts = Array(repeating: 0, count: shown.count + 1)
        for side in buckets == nil ? 0..<0 : facts.sides.indices {
            for bucket in parts(side)[(buckets ?? 0..<0).clamped(to: 0..<facts.window.count)] {
                for (index, count) in bucket.enumerated() { counts[index] += count }
            }
        }
        func number(_ index: Int) -> StyledText {
            buckets == nil ? "" : StyledText(" \(Count.safe(counts[index]))", counts[index] > 0 ? .text : .faint)
        }
        var parts: [StyledText] = []
        for (index, series) in shown.enumerated() {
            let swatch: SafeText = letters.isEmpty ? "▪ " : "\(SafeText(ours: String(letters[index].scalar))) "
            parts.append([StyledText(swatch, style(index)), StyledText(name(series)), number(index)])
        }
        if !rest.isEmpty {
            let isGeneral = rest == [.target(.general)]
            let words: SafeText = isGeneral ? "general" : "\(rest.count) others"
            parts.append([StyledText(letters.isEmpty ? "▫ " : ". ", .track), StyledText(words), number(shown.count)])
        }
        return parts
    }

    /// Releases of models within the window.
    private var moments: [Histogram.Moment] {
        facts.releases.filter { $0.releasedAt >= facts.window.from && $0.releasedAt < facts.window.to }.map { release in
            Histogram.Moment(
                bin: facts.window.bucket(of: release.releasedAt) * facts.window.columnsEach,
                label: "\(context.safe(release.model, limit: 24)) released")
        }
    }
}

extension TimelineSide {
    /// The series that bars are stacked by.
    func series(_ stacking: Timeline.Stacking) -> [Timeline.Series] {
        (stacking == .target ? byTarget : byModel).series
    }
}
