import Evidence
import EvidenceCache
import HostileText
import TextUI

/// How the list of clusters divides its room: the list, and the preview beside or below it.
struct ClustersLayout: Hashable, Sendable {
    let list: Rect
    let preview: Rect
    /// Whether the preview stands beside the list.
    let isBeside: Bool

    /// The least that a preview below the list is good for.
    private static let least = 9

    /// Divides it. A list of few clusters leaves room for a preview below it where there is none beside it.
    init(_ area: Rect, count: Int) {
        var rest = area
        isBeside = area.width >= 118
        if isBeside {
            preview = rest.cutRight(min(76, max(50, area.width * 2 / 5)))
            _ = rest.cutRight(2)
        } else if area.height >= 28 || count > 0 && count + 2 + Self.least <= area.height {
            preview = rest.cutBottom(area.height >= 28 ? area.height / 2 : area.height - count - 2)
            _ = rest.cutBottom(1)
        } else {
            preview = Rect(x: area.x, y: area.maxY, width: 0, height: 0)
        }
        list = rest
    }

    /// How many rows of the list fit.
    var rows: Int { max(1, Table.rowCount(in: list)) }
}

extension ClustersScreen {
    func draw(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        let layout = ClustersLayout(area, count: list.count)
        drawTable(on: &grid, in: layout.list, context)
        guard layout.preview.width > 0, let row = list.focus else { return }
        if layout.isBeside {
            grid.rule(column: layout.preview.x - 1, from: area.y, to: area.maxY)
        } else {
            grid.rule(row: layout.preview.y - 1, from: area.x, to: area.maxX)
        }
        drawPreview(row, on: &grid, in: layout.preview.inset(x: 1), context)
    }

    private func drawTable(on grid: inout Grid, in area: Rect, _ context: ScreenContext) {
        list.drawState(
            on: &grid, in: area.row(1).inset(x: 3),
            empty: filter.isEmpty
                ? "no cluster: the detector found no accounts that act together"
                : "no cluster is let through by this filter; / changes it, an empty one shows all")
        guard let rows = list.rows.value, !rows.isEmpty else { return }
        let columns = ClusterColumn.allCases
        let table = Table(
            columns: columns.map(\.column), count: rows.count, position: list.position,
            sorted: columns.firstIndex { $0.sort == sort }.map { ($0, isDescending) },
            mark: { mark(of: rows[$0]) },
            cell: { row, column in
                columns[column].cell(of: rows[row], isFocus: row == list.position.cursor, context)
            })
        grid.draw(table, in: area)
    }

    private func mark(of row: ClusterRow) -> (glyph: Glyph, style: Style)? {
        if marks.contains(row.cluster.id) { return ("◆", row.label.map { .label($0.label.digit) } ?? .accent) }
        return row.label.map { ("✓", .label($0.label.digit)) }
    }
}
