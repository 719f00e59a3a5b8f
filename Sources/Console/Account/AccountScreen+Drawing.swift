import Evidence
import EvidenceCache
import HostileText
import TextUI

extension AccountScreen {
    func draw(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        let layout = AccountLayout(area)
        switch facts {
        case .idle, .loading: break
        case .failed(let problem):
            grid.draw([StyledText("✗ ", .danger), StyledText(SafeText(ours: problem.sentence))], in: area.inset(x: 2))
        case .ready(nil):
            var room = area.inset(x: 2)
            grid.draw("The cache holds no such account.", in: room.cutTop(2), style: .focus)
            grid.draw(
                "stillwatch sync may bring it; esc comes back.", in: room, style: .muted)
        case .ready(let reply?):
            drawHead(reply, on: &grid, in: layout.head.inset(x: 1), context)
            drawSections(on: &grid, in: layout.sectionRow, layout)
            if let chart {
                AccountCharts(reply: reply, context: context).draw(only: chart, on: &grid, in: layout.list.inset(x: 1))
                return
            }
            let hasCharts = layout.charts.width > 0
            if hasCharts { grid.rule(column: layout.charts.x - 1, from: layout.charts.y, to: layout.charts.maxY) }
            drawRows(on: &grid, in: layout.list, edge: hasCharts ? layout.charts.x - 1 : layout.list.maxX - 1, context)
            guard hasCharts else { return }
            AccountCharts(reply: reply, context: context).draw(on: &grid, in: layout.charts.inset(x: 1))
        }
    }

    /// The sections by name, the one that is shown set apart.
    private func drawSections(on grid: inout Grid, in row: Rect, _ layout: AccountLayout) {
        let names = layout.sections.map { section -> StyledText in
            let name = SafeText(ours: section.rawValue)
            return section == current ? StyledText("‹\(name)›", .accent) : StyledText(" \(name) ", .muted)
        }
        grid.draw(names.joined(separator: StyledText(" ", .faint)), in: row)
    }

    private func drawHead(
        _ reply: AccountFacts.Found, on grid: inout Grid, in area: Rect, _ context: ScreenContext
    ) {
        var rest = area
        let account = reply.dossier.account
        var line = rest.cutTop(1)
        if let score = account.score {
            let interval = reply.flag.map { "   \(Count.decimal($0.flag.low, 2)) to \(Count.decimal($0.flag.high, 2))" }
            let text: StyledText = [
                StyledText("score ", .muted), StyledText(SafeText(ours: Count.decimal(score, 2)), .score(score).bold),
                StyledText(SafeText(ours: interval ?? ""), .muted),
            ]
            grid.draw(text, in: line.cutRight(min(line.width / 2, text.width)), align: .trailing)
            _ = line.cutRight(2)
        }
        let parts = standing(account, context)
        grid.draw(parts.joined(separator: StyledText(" · ", .muted), within: line.width), in: line)
        line = rest.cutTop(1)
        grid.draw(times(reply, context), in: line, style: .muted)
    }

    /// What it is, the most telling first.
    private func standing(_ account: Account, _ context: ScreenContext) -> [StyledText] {
        var parts: [StyledText] = []
        if let pathway = account.pathway { parts.append(StyledText(pathway.words, .focus)) }
        if let plan = account.plan { parts.append(StyledText(context.safe(plan, limit: 24))) }
        if let created = account.createdAt {
            parts.append("\(SafeText(ours: Age.text(milliseconds: context.now - created))) old")
        }
        if let clusterID { parts.append(StyledText(context.safe(clusterID.text, columns: 24), .accent)) }
        if let organisation = account.organisation {
            parts.append("organisation \(context.safe(organisation.text, limit: 24))")
        }
        parts.append(StyledText(SafeText(ours: Count.text(account.keys, "key"))))
        return parts
    }

    private func times(_ reply: AccountFacts.Found, _ context: ScreenContext) -> StyledText {
        let account = reply.dossier.account
        let (first, last) = (context.zone.date(account.firstAt), context.zone.date(account.lastAt))
        var text: StyledText = "seen \(first) to \(last) \(context.zone.minute(account.lastAt))"
        if let input = account.inputTokens, let output = account.outputTokens {
            text.append(SafeText(ours: " · \(Count.short(input)) tokens in, \(Count.short(output)) out"))
        }
        text.append(SafeText(ours: " · \(Count.text(reply.dossier.texts, of: account.exchanges)) with text"))
        if reply.dossier.hidden > 0 {
            text.append(SafeText(ours: "  ⚠ \(Count.text(reply.dossier.hidden)) hidden characters"), .hostile)
        }
        if let label = reply.dossier.label {
            text.append(SafeText(ours: "  ✓ \(label.label.rawValue)"), .label(label.label.digit))
        }
        for id in reply.dossier.cases.prefix(3) { text.append("  in \(context.safe(id.text, limit: 20))", .link) }
        return text
    }

    private func drawRows(on grid: inout Grid, in area: Rect, edge: Int, _ context: ScreenContext) {
        guard let content else { return }
        let visible = position.visible(count: content.rows.count, height: area.height)
        for (offset, index) in visible.enumerated() {
            let line = area.row(offset)
            let isFocus = index == position.cursor && content.rows[index].isSelectable
            if isFocus {
                grid.lay(.selection, on: line)
                grid.put("▌", x: line.x, y: line.y, style: .accent)
                grid.cursor = (line.x, line.y)
            }
            var room = line
            _ = room.cutLeft(2)
            _ = room.cutRight(2)
            DossierLine(row: content.rows[index], isFocus: isFocus, context: context).draw(on: &grid, in: room)
        }
        grid.draw(
            ScrollMark(visible: visible, count: content.rows.count),
            in: Rect(x: edge, y: area.y, width: 1, height: area.height))
    }
}
