import Evidence
import EvidenceCache
import HostileText
import TextUI

// The list of members, and what a digit does.

extension ClusterScreen {
    private enum Column: CaseIterable {
        case member, score, ties, exchanges, standing, weight

        var sort: MemberSort? {
            switch self {
            case .member: .id
            case .score: .score
            case .exchanges: .exchanges
            case .weight: .weight
            case .ties, .standing: nil
            }
        }

        func column(_ title: SafeText) -> TableColumn {
            switch self {
            case .member: TableColumn(title, minimum: 14, grows: true, isTitle: true)
            case .score: TableColumn("SCORE", minimum: 5, align: .trailing)
            case .ties: TableColumn("TIES", minimum: 4)
            case .exchanges: TableColumn("EXCHANGES", minimum: 9, align: .trailing, rank: 3)
            case .standing: TableColumn("STANDING", minimum: 14, ideal: 16, rank: 2)
            case .weight: TableColumn("FIRMNESS", minimum: 9, align: .trailing, rank: 4)
            }
        }
    }

    func drawMembers(_ sheet: ClusterSheet, on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        guard area.height > 1 else { return }
        var position = list.position
        position.settle(count: list.count, height: max(1, area.height - 1))
        let shown = position.visible(count: list.count, height: area.height - 1)
        let total = Count.text(sheet.members)
        let span = "\(Count.text(shown.lowerBound + 1))–\(Count.text(shown.upperBound)) of \(total)"
        let title = SafeText(
            ours: shown.count >= sheet.members ? "\(total) MEMBERS" : span.count > 12 ? span : span + " MEMBERS")
        // Where nobody stands out there is room for how firmly each belongs.
        let stands = shown.contains { list[$0].map { !standing(of: $0, sheet, context).isEmpty } ?? false }
        let columns = Column.allCases.filter { $0 != (stands ? .weight : .standing) }
        let table = Table(
            columns: columns.map { $0.column(title) }, count: list.count, position: position,
            hasFocus: isInMembers && chain == nil,
            sorted: columns.firstIndex { $0.sort == order.sort }.map { ($0, order.isDescending) },
            mark: { list[$0].flatMap { mark(of: $0) } },
            cell: { row, column in
                list[row].map { cell(of: $0, columns[column], sheet, context) } ?? .text("…", .faint)
            })
        grid.draw(table, in: area)
    }

    private func mark(of row: MemberRow) -> (glyph: Glyph, style: Style)? {
        let account = row.membership.account
        if exceptions.contains(account) { return ("✗", .warning) }
        if marked.contains(account) { return ("★", .accent) }
        return row.label.map { ("✓", .label($0.label.digit)) }
    }

    private func cell(of row: MemberRow, _ column: Column, _ sheet: ClusterSheet, _ context: ScreenContext) -> TableCell
    {
        switch column {
        case .member: return .text(StyledText(context.safe(row.membership.account.text, limit: 60)))
        case .score:
            return .text(
                SafeText(ours: row.account?.score.map { Count.decimal($0, 2) } ?? "–"), .score(row.account?.score ?? 0))
        case .ties: return .text(row.membership.kinds.letters)
        case .exchanges: return .text(SafeText(ours: row.account.map { Count.text($0.exchanges) } ?? "–"), .text)
        case .standing: return .text(standing(of: row, sheet, context))
        case .weight: return .text(SafeText(ours: Count.decimal(row.membership.weight, 2)), .muted)
        }
    }

    /// The one thing most worth knowing: left out, what became of it, the label, new.
    private func standing(of row: MemberRow, _ sheet: ClusterSheet, _ context: ScreenContext) -> StyledText {
        if exceptions.contains(row.membership.account) { return StyledText("left out", .warning) }
        if let outcome = row.outcome { return outcome.words(context) }
        if let label = row.label { return StyledText(SafeText(ours: label.label.shortName), .label(label.label.digit)) }
        return sheet.changes.joined.contains(row.membership.account) ? StyledText("joined", Style(.fresh)) : ""
    }

    /// How many of the sample were looked at.
    private var lookText: (key: SafeText, text: StyledText) {
        let seen = SafeText(ours: Count.text(lookedAt, of: sample.count))
        guard lookedAt < sample.count else { return ("", [StyledText("✓ ", .done), "\(seen) looked at"]) }
        return ("L", "look at \(SafeText(ours: Count.text(sample.count))) by chance first (\(seen) seen)")
    }

    /// What a digit does here, what must be looked at first, and whom the other keys are about.
    func drawDecision(_ sheet: ClusterSheet, on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        guard !area.isEmpty else { return }
        if let brushedAccounts { return drawBrushed(brushedAccounts.count, on: &grid, in: area) }
        let name = context.safe(id.text, limit: 20)
        let all = SafeText(ours: Count.text(labelled, "account"))
        let out: StyledText =
            exceptions.isEmpty
            ? "" : StyledText(", \(SafeText(ours: Count.text(exceptions.count))) left out", .warning)
        var lines: [(key: SafeText, text: StyledText)] = [
            ("1-7", ["label ", StyledText("\(name) and \(all)", .focus), out])
        ]
        if !sample.isEmpty {
            if area.height > 2 {
                lines.append(lookText)
            } else if lookedAt < sample.count {
                let seen = SafeText(ours: Count.text(lookedAt, of: sample.count))
                lines[0].text += [" · look first: ", StyledText("L", .key), " (\(seen))"]
            }
        }
        let about = isInMembers ? list.focus.map { context.safe($0.membership.account.text, columns: 24) } : nil
        lines.append(("t o a y", ["about ", StyledText(about ?? "\(name), all members", .focus)]))
        var rest = area
        for line in lines where !rest.isEmpty {
            var row = rest.cutTop(1)
            grid.draw(line.key, in: row.cutLeft(9), style: .key)
            grid.draw(line.text, in: row, style: .muted)
        }
    }

    /// What a digit does while the brush holds accounts: they are meant, not the cluster.
    private func drawBrushed(_ count: Int, on grid: inout Grid, in area: Rect) {
        var rest = area
        let whom = StyledText("the \(Count.safe(count, "account")) of the brush", .focus)
        let lines: [(key: SafeText, text: StyledText)] = [
            ("1-7", ["label ", whom, ", after a question"]), ("a", "put them into a case"),
            ("esc", "let them go: then a digit is for the whole cluster again"),
        ]
        for line in lines where !rest.isEmpty {
            var row = rest.cutTop(1)
            grid.draw(line.key, in: row.cutLeft(9), style: .key)
            grid.draw(line.text, in: row, style: .muted)
        }
    }
}
