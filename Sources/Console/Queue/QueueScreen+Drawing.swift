import Evidence
import EvidenceCache
import HostileText
import TextUI

extension QueueScreen {
    func draw(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        let layout = QueueLayout(area)
        if list.isLoaded, list.count == 0 {
            drawEmpty(on: &grid, in: layout.list, context)
        } else if let problem, !list.isLoaded {
            grid.draw(
                [StyledText("✗ ", .danger), StyledText(SafeText(ours: problem.sentence))], in: layout.list.inset(x: 3))
        } else {
            drawList(on: &grid, in: layout.list, context)
        }
        guard layout.preview.width > 0, list.focus != nil else { return }
        if layout.isBeside {
            grid.rule(column: layout.preview.x - 1, from: area.y, to: area.maxY)
        } else {
            grid.rule(row: layout.preview.y - 1, from: area.x, to: area.maxX)
        }
        drawPreview(on: &grid, in: layout.preview.inset(x: 1), isBeside: layout.isBeside, context)
    }

    private func drawList(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        let columns = shown
        let table = Table(
            columns: columns.map(\.column), count: list.count, position: list.position,
            sorted: columns.firstIndex { $0.sort == order.sort }.map { ($0, order.isDescending) },
            bandEnd: columns.firstIndex { $0.isPicture }, mark: { list[$0].flatMap { mark(of: $0) } },
            cell: { row, column in
                list[row].map { columns[column].cell(of: $0, isFocus: row == list.position.cursor, context) } ?? .empty
            })
        grid.draw(table, in: area)
    }

    private func mark(of row: FlagRow) -> (glyph: Glyph, style: Style)? {
        if marks.contains(row.flag.subject) {
            return ("◆", row.label.map { .label($0.label.digit) } ?? .accent)
        }
        if let label = row.label { return ("✓", .label(label.label.digit)) }
        return row.claim == nil ? nil : ("●", Style(.claimed))
    }

    private func drawEmpty(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        var room = area.inset(x: 3, y: 1)
        if !filterText.isEmpty {
            grid.draw("No flag is let through by this filter.", in: room.cutTop(1), style: .focus)
            grid.draw("/ changes it; an empty one shows all flags.", in: room.cutTop(2), style: .muted)
            return
        }
        grid.draw("The cache holds no flags yet.", in: room.cutTop(2), style: .focus.bold)
        grid.draw("Bring it up to a detector's feed, in another window or before starting:", in: room.cutTop(2))
        grid.draw("  stillwatch sync --detector URL --token-file FILE", in: room.cutTop(2), style: .accent)
        grid.draw(
            "The queue fills by itself while that runs. ? lists the keys, q leaves.", in: room.cutTop(1), style: .muted)
    }
}
