import Evidence
import EvidenceCache
import HostileText
import TextUI

/// How the labels divide their room: a line of counts, the list, and the panel beside or below it.
struct LabelsLayout: Hashable, Sendable {
    let counts: Rect
    let list: Rect
    let panel: Rect
    /// Whether the panel stands beside the list.
    let isBeside: Bool

    /// Divides it.
    init(_ area: Rect) {
        var rest = area
        counts = rest.cutTop(2).inset(x: 1)
        isBeside = area.width >= 118
        if isBeside {
            panel = rest.cutRight(min(72, max(48, area.width * 2 / 5)))
            _ = rest.cutRight(2)
        } else if area.height >= 30 {
            panel = rest.cutBottom(rest.height / 2)
            _ = rest.cutBottom(1)
        } else {
            panel = Rect(x: area.x, y: area.maxY, width: 0, height: 0)
        }
        list = rest
    }

    /// How many rows of the list fit.
    var rows: Int { max(1, Table.rowCount(in: list)) }
}

extension LabelsScreen {
    func draw(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        let layout = LabelsLayout(area)
        drawCounts(on: &grid, in: layout.counts)
        drawTable(on: &grid, in: layout.list, context)
        guard layout.panel.width > 0 else { return }
        if layout.isBeside {
            grid.rule(column: layout.panel.x - 1, from: layout.panel.y, to: area.maxY)
        } else {
            grid.rule(row: layout.panel.y - 1, from: area.x, to: area.maxX)
        }
        var rest = layout.panel.inset(x: 1)
        if seesOthers, let agreement = agreement.value {
            let used = agreement.draw(on: &grid, in: rest.cutTop(min(rest.height, rest.height / 2)), context)
            rest = layout.panel.inset(x: 1)
            _ = rest.cutTop(used + 1)
        }
        drawHistory(on: &grid, in: rest, context)
    }

    /// How many of each label hold. Where disputes are known but there is no room for the panel, they come first.
    private func drawCounts(on grid: inout Grid, in row: Rect) {
        guard let counts, !counts.holding.isEmpty else { return }
        var parts: [StyledText] = []
        if let agreement = agreement.value {
            parts.append([
                StyledText("≠ ", agreement.disputed > 0 ? .danger : .muted),
                "\(SafeText(ours: Count.text(agreement.disputed, of: agreement.shared))) disputed",
            ])
        }
        let all = counts.holding.values.reduce(0, +)
        parts.append(StyledText("\(SafeText(ours: Count.text(all))) hold", .text))
        for label in Label.allCases {
            guard let count = counts.holding[label] else { continue }
            let name = SafeText(ours: label.rawValue)
            parts.append([StyledText("\(name) ", .label(label.digit)), "\(SafeText(ours: Count.text(count)))"])
        }
        grid.draw(paragraph: parts.joined(separator: "   "), in: row, style: .muted)
    }

    private func drawTable(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        guard list.count > 0 else {
            if let problem {
                grid.draw(["✗ ", StyledText(SafeText(ours: problem.sentence))], in: area.row(1), style: .danger)
                return
            }
            guard list.isLoaded else { return }
            let none: StyledText =
                filterText.isEmpty
                ? "no label holds: in the queue a digit gives one; z shows every event, also those taken back"
                : "no label is let through by this filter; / changes it, an empty one shows all"
            grid.draw(none, in: area.row(1).inset(x: 3), style: .muted)
            return
        }
        let columns = LabelColumn.allCases.filter { $0 != .others || seesOthers }
            .filter { $0 != .who || seesOthers }
        let table = Table(
            columns: columns.map { $0.column(context) }, count: list.count, position: list.position,
            sorted: columns.firstIndex { $0.sort == order.sort }.map { ($0, order.isDescending) },
            mark: { row in
                guard let row = list[row], row.holds, let label = row.event.label else { return nil }
                return ("✓", .label(label.digit))
            },
            cell: { number, column in
                guard let row = list[number] else { return .empty }
                let isRepeated = seesOthers && list[number - 1]?.event.subject == row.event.subject
                return columns[column].cell(of: row, isRepeated: isRepeated, context)
            })
        grid.draw(table, in: area)
    }

    /// What was said of the subject under the cursor, the latest first.
    private func drawHistory(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        guard let history, area.height > 3 else { return }
        var rest = area
        if !seesOthers {
            let foot: StyledText = [
                StyledText("v", .key), " shows everybody's labels and how far you agree; the log says that you looked",
            ]
            let lines = area.width < foot.width ? 2 : 1
            grid.draw(paragraph: foot, in: rest.cutBottom(lines), style: .muted)
            _ = rest.cutBottom(1)
        }
        let name = context.safe(history.of.text, columns: max(8, rest.width - 24))
        let count = SafeText(ours: Count.text(history.events.count, "event"))
        grid.drawHeading("HISTORY OF \(name)", StyledText(count), in: rest.cutTop(1))
        let superseded = Set(history.events.compactMap(\.supersedes))
        for (index, event) in history.events.enumerated().reversed() {
            let lines = event.story(holds: !superseded.contains(event.id), context)
            guard rest.height >= lines.count + (index > 0 ? 1 : 0) else {
                grid.draw(
                    "\(SafeText(ours: Count.text(index + 1))) earlier; H lists them all", in: rest.cutTop(1),
                    style: .faint)
                return
            }
            for line in lines { grid.draw(line, in: rest.cutTop(1), style: .text) }
        }
    }
}

extension LabelEvent {
    /// The event in a few lines: when, who, what and how sure; why; on what evidence, and what was on screen.
    fileprivate func story(holds: Bool, _ context: ScreenContext) -> [StyledText] {
        let when: SafeText = "\(context.zone.date(at)) \(context.zone.minute(at))"
        var head: [StyledText] = [
            StyledText(when, .muted), StyledText(context.safe(analyst, limit: 24)),
            [StyledText(holds && label != nil ? "✓ " : "", .done), labelText(holds: holds)],
        ]
        if label != nil { head.append(StyledText(SafeText(ours: confidence.word), .muted)) }
        if supersedes != nil { head.append(StyledText("in place of an earlier one", .faint)) }
        var lines = [head.joined(separator: "  ")]
        let reason = why(context)
        if !reason.isEmpty { lines.append(["  ", StyledText(reason)]) }
        var seen: [StyledText] = []
        if !evidence.isEmpty { seen.append("\(SafeText(ours: Count.text(evidence.count))) pinned") }
        if let scoreSeen { seen.append("score seen \(SafeText(ours: Count.decimal(scoreSeen, 2)))") }
        seen.append(isBlind ? "blind" : "others' labels seen")
        seen.append("guideline \(context.safe(UntrustedText(guideline), limit: 12))")
        lines.append(StyledText(runs: (["  ", seen.joined(separator: " · ")] as StyledText).runs, otherwise: .faint))
        return lines
    }
}
