import Evidence
import EvidenceCache
import HostileText
import TextUI

extension TimelineScreen {
    func draw(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        let layout = TimelineLayout(area, brush: brush)
        switch facts {
        case .failed(let problem):
            grid.draw(["✗ ", StyledText(SafeText(ours: problem.sentence))], in: area.inset(x: 1), style: .danger)
        case .ready(let facts?): draw(facts, on: &grid, layout, context)
        case .ready(nil):
            let whose: StyledText =
                subject.map { "no exchange of \(context.safe($0.text, columns: 40)) is in the cache" }
                ?? "no exchange is in the cache yet: stillwatch sync brings them, g s shows how far it is"
            grid.draw(whose, in: area.inset(x: 1), style: .muted)
        case .idle, .loading: break
        }
    }

    private func draw(_ facts: TimelineFacts, on grid: inout Grid, _ layout: TimelineLayout, _ context: ScreenContext) {
        let chart = TimelineChart(facts: facts, stacking: stacking, context: context)
        drawLegend(chart, on: &grid, layout)
        let window = facts.window
        let buckets = brush.buckets(in: window, cursor: cursor)
        grid.draw(
            chart.histogram(
                brush: buckets.map { window.columns(of: $0) },
                cursor: cursor.map { window.column(of: window.bucket(of: $0)) },
                keepsBracketRow: layout.histogram.height >= 12), in: layout.histogram)
        if pane != .histogram { grid.cursor = nil }
        chart.drawNotes(on: &grid, in: layout.notes, cursor: cursor.map { window.bucket(of: $0) })
        drawDivider(facts, on: &grid, layout, context)
        conversations.draw(
            on: &grid, in: layout.list, hasFocus: pane == .list, showsDate: listShowsDates,
            empty: "no conversation here: h l moves, b takes the brush away", context)
        if let area = layout.reader { drawReader(on: &grid, in: area, layout, context) }
    }

    private var listShowsDates: Bool {
        guard let facts = facts.value ?? nil else { return true }
        let shown = brush.ended ?? Brush(from: facts.window.from, to: facts.window.to)
        return shown.to - shown.from > Instant.day
    }

    private func drawLegend(_ chart: TimelineChart, on grid: inout Grid, _ layout: TimelineLayout) {
        let facts = chart.facts
        var room = layout.legend
        let unit: SafeText = "per \(SafeText(ours: facts.window.widthText))"
        grid.draw(unit, in: room.cutLeft(unit.width + 3), style: pane == .histogram ? .accent : .muted)
        let window = facts.window
        let shown = TimeRange(from: max(window.from, facts.whole.from), to: min(window.to, facts.whole.to))
        let span = StyledText(shown.words(in: chart.context.zone))
        if room.width > 60 { grid.draw(span, in: room.cutLeft(span.width + 3), style: .muted) }
        let legend = chart.legend(room: room.width)
        grid.draw(legend, in: room, style: .muted, align: .trailing)
    }

    private func drawDivider(
        _ facts: TimelineFacts, on grid: inout Grid, _ layout: TimelineLayout, _ context: ScreenContext
    ) {
        let row = layout.divider
        grid.rule(row: row.y, from: row.x, to: row.maxX)
        if let reader = layout.reader {
            grid.put("┬", x: reader.x - 2, y: row.y, style: .rule)
            grid.rule(column: reader.x - 2, from: row.y + 1, to: reader.maxY)
        }
        var words: StyledText = ""
        if let total = conversations.total {
            let count = Count.safe(total)
            let visible = conversations.list.position.visible(count: total, height: layout.listHeight).count
            let shown: SafeText = visible < total ? "\(visible) of \(count)" : count
            words = [
                StyledText(" \(shown)", .text),
                StyledText(brush.ended == nil ? " conversations " : " in brush, b clears ", .muted),
            ]
        }
        let end = layout.reader.map { $0.x - 4 } ?? row.maxX - 2
        grid.draw(words, x: max(row.x, end - words.width), y: row.y)
    }

    private func drawReader(on grid: inout Grid, in area: Rect, _ layout: TimelineLayout, _ context: ScreenContext) {
        guard let focus = conversations.focus, let reading = reading.value else { return }
        var rest = area
        var head: StyledText = [
            StyledText(
                "conversation \(Count.safe(conversations.list.position.cursor + 1, of: conversations.list.count))",
                pane == .reader ? .accent.bold : .focus.bold)
        ]
        if subject?.kind != .account {
            head += StyledText("  \(context.safe(focus.conversation.account.text, limit: 30))", .muted)
        }
        grid.draw(head, in: rest.cutTop(1))
        _ = rest.cutTop(1)
        guard reading.id == focus.conversation.id else { return }
        let roleWidth = ReaderPage.Layout(width: area.width).roleWidth
        let isCut = page.lines.count - readerTop > rest.height
        let foot = rest.cutBottom(isCut ? 1 : 0)
        page.draw(on: &grid, in: rest, from: readerTop, roleWidth: roleWidth)
        if isCut {
            let left = page.lines.count - readerTop - rest.height
            grid.draw("\(Count.safe(left, "more line")), ⏎ opens all", in: foot, style: .faint, align: .trailing)
        }
        if pane == .reader { grid.cursor = (area.x, area.y) }
    }
}

extension TimeRange {
    /// The ends in words: `05-02 → 06-05`, with times where it is short.
    func words(in zone: DisplayZone) -> SafeText {
        let isShort = length < 3 * Instant.day
        func end(_ at: Instant) -> SafeText {
            isShort ? "\(zone.date(at)) \(zone.minute(at))" : DisplayZone.utc.date(at)
        }
        return "\(end(from)) → \(end(isShort ? to : to - 1))"
    }
}
