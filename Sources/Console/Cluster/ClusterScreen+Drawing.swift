import Evidence
import EvidenceCache
import HostileText
import TextUI

extension ClusterScreen {
    func draw(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        switch sheet {
        case .failed(let problem):
            grid.draw(["✗ ", StyledText(SafeText(ours: problem.sentence))], in: area.inset(x: 1), style: .danger)
        case .ready(let sheet):
            let style = style(context)
            let rooms = rooms(context)
            drawSummary(sheet.row, on: &grid, in: rooms.summary, context)
            if let chain {
                chain.draw(in: id, on: &grid, in: rooms.drawing, context)
            } else {
                drawCluster(sheet, style, on: &grid, in: rooms.drawing, context)
                drawFoot(sheet, style, on: &grid, in: rooms.foot)
            }
            if rooms.isWide {
                grid.rule(column: rooms.panel.x - 2, from: rooms.drawing.y, to: area.maxY)
                drawPanel(sheet, on: &grid, in: rooms.panel, context)
            }
            drawMembers(sheet, on: &grid, in: rooms.members, context)
            drawDecision(sheet, on: &grid, in: rooms.decision, context)
        default:
            // The members come first, what they share a moment later.
            let rooms = rooms(context)
            grid.draw("reading what the members share …", in: rooms.summary, style: .muted)
        }
    }

    private func drawSummary(_ row: ClusterRow, on grid: inout Grid, in line: Rect, _ context: ScreenContext) {
        let cluster = row.cluster
        var line = line
        let label: StyledText =
            row.label.map {
                [
                    StyledText("✓ ", .label($0.label.digit)),
                    StyledText(SafeText(ours: $0.label.rawValue), .label($0.label.digit)),
                ]
            } ?? StyledText(line.width < 100 ? "no label" : "no label of yours", .muted)
        grid.draw(label, in: line.cutRight(label.width), align: .trailing)
        _ = line.cutRight(2)
        let ofEvidence: SafeText = line.width < 100 ? "" : " of evidence"
        var facts: [StyledText] = [
            cluster.status.mark + ", \(SafeText(ours: Count.text(cluster.kinds.count, "kind")))\(ofEvidence)",
            ["score ", StyledText(SafeText(ours: Count.decimal(cluster.score, 2)), .score(cluster.score))],
            "\(SafeText(ours: Count.text(cluster.size, "account")))",
            "\(SafeText(ours: Count.text(cluster.exchanges, "exchange")))",
            "first seen \(context.zone.date(cluster.firstAt))",
        ]
        if cluster.status == .candidate, let reason = cluster.reasons.first {
            // Where it is no more than a candidate for all its kinds of evidence, this says why.
            facts.insert(StyledText(context.safe(UntrustedText(reason), limit: 60), .text), at: 1)
        }
        grid.draw(facts.joined(separator: " · ", within: line.width), in: line, style: .muted)
    }

    private func drawCluster(
        _ sheet: ClusterSheet, _ style: ClusterStyle, on grid: inout Grid, in area: Rect, _ context: ScreenContext
    ) {
        guard !area.isEmpty else { return }
        switch style {
        case .list: drawValues(sheet, on: &grid, in: area, context)
        case .matrix:
            guard let matrix else { return }
            grid.draw(matrix.drawing(in: area, brush: brush, cell: cell, style: .edge(1)), in: area)
        case .web, .columns, .dots:
            guard let picture else { return }
            var standing = ClusterPicture.Standing()
            for row in list.rows + sheet.strongest + wishes.unfolded {
                if let label = row.label { standing.labels[row.membership.account] = label.label.digit }
            }
            standing.exceptions = exceptions
            standing.pinned = wishes.pinned
            standing.marked = marked
            var drawing = picture.drawing(cursor: cursor, view: view, standing)
            drawing.hasFocus = !isInMembers
            grid.draw(drawing, in: area)
        }
    }

    private func drawFoot(_ sheet: ClusterSheet, _ style: ClusterStyle, on grid: inout Grid, in line: Rect) {
        guard !line.isEmpty else { return }
        var text: StyledText
        switch style {
        case .list:
            text = "\(SafeText(ours: Count.text(sheet.values.count, of: sheet.valueTotal))) shared values"
        case .matrix:
            let groups = SafeText(ours: Count.text(sheet.groups.count, of: sheet.groupTotal))
            let all: StyledText = "each against each: \(groups) groups"
            text = [brushWords, "   ", StyledText(runs: all.runs, otherwise: .faint)]
        case .web, .columns, .dots:
            let sketch = picture?.sketch
            let members = SafeText(ours: Count.text(sketch?.drawnMembers ?? 0, of: sheet.members))
            let values = SafeText(ours: Count.text(sketch?.drawnValues ?? 0, of: sheet.valueTotal))
            text = "drawn \(members) accounts, \(values) shared values"
            if !view.isWhole { text.append(" · \(Int(view.zoom)) times as large") }
        }
        text.append("   \(style.word)", .faint)
        let hint: SafeText = " · tab moves to the members and back"
        if text.width + hint.width <= line.width { text.append(hint, .faint) }
        grid.draw(text, in: line, style: .muted)
    }

    /// The shared values as a table: the same as the drawing says, for those who cannot see it.
    private func drawValues(_ sheet: ClusterSheet, on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        let shown = SafeText(ours: Count.text(sheet.values.count, of: sheet.valueTotal))
        let columns = [
            TableColumn("\(shown) SHARED VALUES", minimum: 20, grows: true, isTitle: true),
            TableColumn("MEMBERS", minimum: 7, align: .trailing),
            TableColumn("IN ALL", minimum: 6, align: .trailing, rank: 1),
            TableColumn("ORDINARY", minimum: 8, align: .trailing, rank: 2),
            TableColumn("RARITY", minimum: 10, rank: 3),
        ]
        var position = ListPosition(cursor: sheet.values.firstIndex { cursor == .value($0.indicator.id) } ?? 0)
        position.settle(count: sheet.values.count, height: max(1, area.height - 1))
        let table = Table(
            columns: columns, count: sheet.values.count, position: position, hasFocus: !isInMembers
        ) { row, column in
            let value = sheet.values[row]
            let kind = value.indicator.kind.evidence.style
            switch column {
            case 0:
                let mute: StyledText = value.isMuted ? StyledText(" muted", .warning) : ""
                return .text([
                    StyledText("◆ ", value.isMuted ? .faint : kind), "\(value.indicator.name(context, limit: 60))",
                    mute,
                ])
            case 1: return .text(SafeText(ours: Count.text(value.members)), .text)
            case 2: return .text(SafeText(ours: Count.text(value.indicator.accounts)), .muted)
            case 3: return .text(SafeText(ours: Count.text(value.indicator.ordinaryAccounts)), .muted)
            default: return .widget(ThinBar(value: value.indicator.rarity, style: value.isMuted ? .faint : kind))
            }
        }
        grid.draw(table, in: area)
    }
}
