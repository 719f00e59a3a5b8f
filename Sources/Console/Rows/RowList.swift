import HostileText
import TextUI

/// A short list that is held whole: its rows, where it stands, and how many there are in all.
struct RowList<Row: Sendable>: Sendable {
    /// The rows held.
    var rows: Loaded<[Row]> = .idle
    /// How many there are in all; more than are held where the list says so.
    var total = 0
    /// What is in view, and the cursor.
    var position = ListPosition()

    /// The row under the cursor.
    var focus: Row? {
        guard let rows = rows.value, rows.indices.contains(position.cursor) else { return nil }
        return rows[position.cursor]
    }

    /// How many rows are held.
    var count: Int { rows.value?.count ?? 0 }

    /// Takes rows in, and keeps the cursor where it was.
    mutating func take(_ new: [Row], total: Int) {
        rows = .ready(new)
        self.total = total
        position.settle(count: new.count, height: max(1, new.count))
    }

    /// Moves by an action.
    ///
    /// - Returns: whether it was one of moving.
    mutating func move(_ action: Action, height: Int) -> Bool {
        switch action {
        case .moveDown: position.move(by: 1, count: count, height: height)
        case .moveUp: position.move(by: -1, count: count, height: height)
        case .pageDown: position.page(by: 1, count: count, height: height)
        case .pageUp: position.page(by: -1, count: count, height: height)
        case .moveFirst: position.go(to: 0, count: count, height: height)
        case .moveLast: position.go(to: count - 1, count: count, height: height)
        default: return false
        }
        return true
    }

    /// Says how many of how many are held, or why there are none.
    func drawState(on grid: inout Grid, in row: Rect, empty: StyledText) {
        switch rows {
        case .failed(let problem):
            grid.draw(["✗ ", StyledText(.init(ours: problem.sentence))], in: row, style: .danger)
        case .ready(let rows) where rows.isEmpty: grid.draw(empty, in: row, style: .muted)
        default: break
        }
    }
}
