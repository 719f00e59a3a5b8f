import Evidence
import EvidenceCache
import HostileText
import TextUI

extension TargetsScreen {
    func draw(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        let layout = TargetsLayout(area, targets: facts.value?.targets.count ?? 0)
        if case .failed(let problem) = facts {
            grid.draw(["✗ ", StyledText(SafeText(ours: problem.sentence))], in: layout.summary, style: .danger)
            return
        }
        guard let facts = facts.value else { return }
        guard facts.exchanges > 0 else {
            grid.draw(whose.emptySentence(context), in: layout.summary, style: .muted)
            return
        }
        let harvest = facts.targets.filter { $0.target != .general }.reduce(0) { $0 + $1.exchanges }
        grid.draw(
            [
                "\(Count.safe(facts.exchanges, "exchange"))",
                StyledText("   \(Count.safe(harvest, of: facts.exchanges)) extract a capability", .muted),
            ], in: layout.summary)
        drawTargets(facts, on: &grid, in: layout.targets)
        drawDivider(facts, on: &grid, in: layout.divider)
        drawTemplates(on: &grid, in: layout.templates, context)
        drawTemplate(on: &grid, in: layout.detail, context)
        if area.width >= 110 {
            grid.rule(column: layout.detail.x - 3, from: layout.divider.y + 1, to: area.maxY)
            grid.put("┬", x: layout.detail.x - 3, y: layout.divider.y, style: .rule)
        }
    }

    private func drawTargets(_ facts: TargetsFacts, on grid: inout Grid, in area: Rect) {
        let columns = [
            TableColumn("TARGET", minimum: 20, isTitle: true), TableColumn("", minimum: 8, ideal: 20, rank: 3),
            TableColumn("SHARE", minimum: 7, align: .trailing),
            TableColumn("ORDINARY", minimum: 8, align: .trailing, rank: 2),
            TableColumn("× ORDINARY", minimum: 10, align: .trailing),
            TableColumn("LAST 7 D", minimum: 8, align: .trailing, rank: 1),
            TableColumn("CHANGE", minimum: 6, align: .trailing, rank: 1),
            TableColumn("EXCHANGES", minimum: 10, align: .trailing),
            TableColumn(heatTitle(facts), minimum: 13, ideal: 60, rank: 4),
        ]
        let table = Table(
            columns: columns, count: facts.targets.count + 1, position: targetPosition, hasFocus: pane == .targets,
            gutter: 2
        ) { row, column in
            row == 0 ? whole(facts, column) : cell(facts, facts.targets[row - 1], column)
        }
        grid.draw(table, in: area)
    }

    private func heatTitle(_ facts: TargetsFacts) -> SafeText {
        guard let days = facts.days, let count = days.series.first?.counts.count else { return "" }
        let last = days.from + Int64(count - 1) * Instant.day
        return SafeText(ours: "\(days.from.shortDateText) → \(last.shortDateText)")
    }

    private func whole(_ facts: TargetsFacts, _ column: Int) -> TableCell {
        switch column {
        case 0: .text("all targets", .text)
        case 1:
            .widget(ShareBar(facts.targets.map { ($0.share, $0.target.style) }))
        case 7: .text(Count.safe(facts.exchanges), .text)
        default: .empty
        }
    }

    private func cell(_ facts: TargetsFacts, _ row: TargetBreakdown, _ column: Int) -> TableCell {
        switch column {
        case 0: return .text([StyledText(row.target.swatch, row.target.style), StyledText(row.target.name)])
        case 1: return .widget(ThinBar(value: row.share, style: row.target.style))
        case 2: return .text(SafeText(ours: Count.percent(row.share)), .text)
        case 3: return .text(SafeText(ours: Count.percent(row.ordinaryShare)), .muted)
        case 4:
            guard let lift = row.lift else { return .text("only here", .warning) }
            return .text(SafeText(ours: "× " + Count.decimal(lift, lift < 9.95 ? 1 : 0)), lift >= 3 ? .warning : .muted)
        case 5: return .text(facts.trend(of: row.target).last.map { SafeText(ours: Count.percent($0)) } ?? "–", .muted)
        case 6: return .text(change(facts.trend(of: row.target)))
        case 7: return .text(Count.safe(row.exchanges), .text)
        default:
            let days = facts.days(of: row.target)
            let most = Double(max(1, days.max() ?? 1))
            return .widget(DayHeat(values: days.map { Double($0) / most }, style: row.target.style))
        }
    }

    /// By how many points of a hundred the share rose or fell.
    private func change(_ trend: (last: Double?, before: Double?)) -> StyledText {
        guard let last = trend.last, let before = trend.before else { return StyledText("–", .faint) }
        let points = Int(((last - before) * 100).rounded())
        let sign: SafeText = points > 0 ? "+" : points < 0 ? "−" : "±"
        return StyledText("\(sign)\(abs(points)) pt", points >= 10 ? .warning : points == 0 ? .faint : .muted)
    }

    private func drawDivider(_ facts: TargetsFacts, on grid: inout Grid, in row: Rect) {
        let of: SafeText = target.map { " of \($0.name)" } ?? ""
        let read =
            facts.templates.count < facts.templateTotal
            ? " (the \(facts.templates.count) most used of \(Count.text(facts.templateTotal)) are read)" : ""
        grid.rule(
            row: row.y, from: row.x, to: row.maxX,
            title: "\(Count.safe(templates.count, "template"))\(of)\(SafeText(ours: read))")
    }

    private func drawTemplates(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        guard !templates.isEmpty else {
            grid.draw(
                paragraph: "no template carries it: the prompts have nothing fixed in common",
                in: area.inset(x: 1, y: 1), style: .muted)
            return
        }
        let columns = [
            TableColumn("TEMPLATE", minimum: 10, isTitle: true), TableColumn("TARGET", minimum: 10, ideal: 20, rank: 1),
            TableColumn("EXCHANGES", minimum: 9, align: .trailing),
            TableColumn("ACCOUNTS", minimum: 8, align: .trailing, rank: 2),
        ]
        let table = Table(
            columns: columns, count: templates.count, position: templatePosition, hasFocus: pane == .templates,
            gutter: 2
        ) { row, column in
            let use = templates[row]
            return switch column {
            case 0: .text(context.safe(use.template.id.text, limit: 20), .link)
            case 1:
                .text([
                    StyledText(use.template.target.swatch, use.template.target.style),
                    StyledText(use.template.target.name),
                ])
            case 2: .text(Count.safe(use.exchanges), .text)
            default: .text(Count.safe(use.accounts), .muted)
            }
        }
        grid.draw(table, in: area)
    }

    /// The text of the template under the cursor: what is fixed plain, slots in braces with some of their fillings.
    private func drawTemplate(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        guard let use = template else { return }
        var rest = area
        let everywhere = use.template
        grid.draw(
            [
                StyledText(context.safe(everywhere.id.text, limit: 20), .link),
                StyledText(
                    "  \(Count.safe(use.exchanges, of: everywhere.exchanges)) exchanges, \(Count.safe(use.accounts, of: everywhere.accounts)) accounts",
                    .muted),
            ], in: rest.cutTop(1), style: .muted)
        if rest.height > 6 { _ = rest.cutTop(1) }
        let text = TemplateText(template: everywhere, charset: context.charset)
        for line in text.lines where !rest.isEmpty {
            _ = rest.cutTop(line.isEmpty ? 1 : grid.draw(paragraph: line, in: rest))
        }
        _ = rest.cutTop(1)
        for (index, slot) in text.slots.enumerated() where !rest.isEmpty {
            var row = rest.cutTop(1)
            grid.draw("slot \(index + 1)", in: row.cutLeft(8), style: .muted)
            grid.draw(slot, in: row)
        }
    }
}
