import Evidence
import EvidenceCache
import HostileText
import TextUI

extension TimelineScreen {
    func draw(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        let layout = TimelineLayout(area, sides: sides)
        switch facts {
        case .failed(let problem):
            grid.draw(["✗ ", StyledText(SafeText(ours: problem.sentence))], in: area.inset(x: 1), style: .danger)
        case .ready(let facts?): draw(facts, on: &grid, layout, context)
        case .ready(nil): grid.draw(whose.emptySentence(context), in: area.inset(x: 1), style: .muted)
        case .idle, .loading: break
        }
    }

    private func draw(_ facts: TimelineFacts, on grid: inout Grid, _ layout: TimelineLayout, _ context: ScreenContext) {
        let chart = TimelineChart(facts: facts, stacking: stacking, scaling: scaling, context: context)
        drawLegend(chart, on: &grid, layout)
        let window = facts.window
        let buckets = brush.buckets(in: window, cursor: cursor)
        for (side, area) in layout.histograms.enumerated() where facts.sides.indices.contains(side) {
            if layout.names.indices.contains(side) {
                drawName(of: side, facts, on: &grid, in: layout.names[side], context)
            }
            let isLowest = side == layout.histograms.count - 1
            grid.draw(
                chart.histogram(
                    of: side, brush: buckets.map { window.columns(of: $0) },
                    cursor: cursor.map { window.column(of: window.bucket(of: $0)) },
                    keepsBracketRow: isLowest && layout.keepsBracketRow, showsLabels: isLowest), in: area)
        }
        if pane != .histogram { grid.cursor = nil }
        chart.drawNotes(on: &grid, in: layout.notes, cursor: cursor.map { window.bucket(of: $0) })
        drawLists(facts, on: &grid, layout, context)
    }

    /// Whose a plot is, and how much of it is shown.
    private func drawName(
        of side: Int, _ facts: TimelineFacts, on grid: inout Grid, in row: Rect, _ context: ScreenContext
    ) {
        guard let subject = side == 0 ? whose.only : beside else { return }
        let count = facts.totals(of: side).reduce(0, +)
        grid.draw(
            [
                StyledText(context.safe(subject.text, columns: 40), .focus.bold),
                StyledText("   \(Count.safe(count, "exchange"))", .muted),
            ], x: row.x, y: row.y, width: row.width)
    }

    private var listShowsDates: Bool {
        guard let facts = facts.value ?? nil else { return true }
        let shown = brush.ended ?? Brush(from: facts.window.from, to: facts.window.to)
        return shown.to - shown.from > Instant.day
    }

    /// The unit, what the numbers of the legend count, and the legend.
    private func drawLegend(_ chart: TimelineChart, on grid: inout Grid, _ layout: TimelineLayout) {
        let window = chart.facts.window
        var room = layout.legend
        let log: SafeText = scaling == .logarithmic ? ", log" : ""
        let unit: SafeText = "per \(SafeText(ours: window.widthText))\(log)"
        grid.draw(unit, in: room.cutLeft(unit.width + 3), style: pane == .histogram ? .accent : .muted)
        let counted = counted(in: window)
        let from = counted.map { window.start(of: $0.lowerBound) } ?? max(window.from, chart.facts.whole.from)
        let to = counted.map { window.start(of: $0.upperBound) } ?? min(window.to, chart.facts.whole.to)
        let span = StyledText(
            TimeRange(from: from, to: to).words(in: chart.context.zone), counted == nil ? .muted : .text)
        grid.draw(span, in: room.cutLeft(span.width + 3))
        let legend = chart.legend(counting: counted, room: room.width)
        grid.draw(legend, in: room, style: .muted, align: .trailing)
    }

    /// The columns that the legend counts: those of the brush, or the one under the cursor; `nil` counts all.
    private func counted(in window: TimeWindow) -> Range<Int>? {
        if let buckets = brush.buckets(in: window, cursor: cursor) { return buckets }
        guard pane == .histogram, let cursor else { return nil }
        let bucket = window.bucket(of: cursor)
        return bucket..<bucket + 1
    }

    private func drawLists(
        _ facts: TimelineFacts, on grid: inout Grid, _ layout: TimelineLayout, _ context: ScreenContext
    ) {
        drawDivider(on: &grid, layout, context)
        // Where there is room for one list only, it is that of the side with the keys.
        let isSecond = layout.side == nil && pane == .side
        let first = isSecond ? others ?? conversations : conversations
        let empty: StyledText = "no conversation here: h l moves, b takes the brush away"
        first.draw(
            on: &grid, in: layout.list, hasFocus: pane == .list || isSecond, showsDate: listShowsDates, empty: empty,
            context)
        guard let area = layout.side else { return }
        if let others {
            others.draw(
                on: &grid, in: area, hasFocus: pane == .side, showsDate: listShowsDates, empty: empty, context)
        } else {
            drawReader(on: &grid, in: area, layout, context)
        }
    }

    private func drawDivider(on grid: inout Grid, _ layout: TimelineLayout, _ context: ScreenContext) {
        let row = layout.divider
        grid.rule(row: row.y, from: row.x, to: row.maxX)
        if let side = layout.side {
            grid.put("┬", x: side.x - 2, y: row.y, style: .rule)
            grid.rule(column: side.x - 2, from: row.y + 1, to: side.maxY)
        }
        let isSecond = layout.side == nil && pane == .side
        let words = count(of: isSecond ? others : conversations, isSecond ? beside : whose.only, layout, context)
        let end = layout.side.map { $0.x - 4 } ?? row.maxX - 2
        grid.draw(words, x: max(row.x, end - words.width), y: row.y)
        guard layout.side != nil, let others else { return }
        let more = count(of: others, beside, layout, context)
        grid.draw(more, x: max(end + 4, row.maxX - 2 - more.width), y: row.y)
    }

    /// How many conversations a list holds, and whose they are where there are two.
    private func count(
        of list: ConversationList?, _ subject: Subject?, _ layout: TimelineLayout, _ context: ScreenContext
    ) -> StyledText {
        guard let list, let total = list.total else { return "" }
        let count = Count.safe(total)
        let visible = list.list.position.visible(count: total, height: layout.listHeight).count
        let shown: SafeText = visible < total ? "\(visible) of \(count)" : count
        let whose: StyledText =
            beside == nil
            ? "" : StyledText(subject.map { "of \(context.safe($0.text, columns: 20)) " } ?? "", .muted)
        return [
            StyledText(" \(shown)", .text),
            StyledText(brush.ended == nil ? " conversations " : " in brush, b clears ", .muted), whose,
        ]
    }

    private func drawReader(on grid: inout Grid, in area: Rect, _ layout: TimelineLayout, _ context: ScreenContext) {
        guard let focus = conversations.focus, let reading = reading.value else { return }
        var rest = area
        var head: StyledText = [
            StyledText(
                "conversation \(Count.safe(conversations.list.position.cursor + 1, of: conversations.list.count))",
                pane == .side ? .accent.bold : .focus.bold)
        ]
        if whose.only?.kind != .account {
            head += StyledText("  \(context.safe(focus.conversation.account.text, limit: 30))", .muted)
        }
        grid.draw(head, in: rest.cutTop(1))
        _ = rest.cutTop(1)
        guard reading.id == focus.conversation.id else { return }
        let isCut = page.lines.count - readerTop > rest.height
        let foot = rest.cutBottom(isCut ? 1 : 0)
        page.draw(on: &grid, in: rest, from: readerTop, layout: ReaderPage.Layout(width: area.width))
        if isCut {
            let left = page.lines.count - readerTop - rest.height
            grid.draw("\(Count.safe(left, "more line")), ⏎ opens all", in: foot, style: .faint, align: .trailing)
        }
        if pane == .side { grid.cursor = (area.x, area.y) }
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
