import Evidence
import EvidenceCache
import HostileText
import TextUI

// The cell cursor of the matrix, and the brush that selects the accounts of a rectangle.

extension ClusterScreen {
    /// What is brushed: being drawn, or ended with the accounts that it selects.
    enum Brushed: Sendable {
        case nothing
        /// From a cell to wherever the cursor goes.
        case from(MatrixCell)
        /// A rectangle; its accounts once they have come.
        case over(MatrixBrush, [AccountID]?)
    }

    /// The rectangle that is brushed, as far as it is drawn.
    var brush: MatrixBrush? {
        switch brushed {
        case .nothing: nil
        case .from(let corner): MatrixBrush(from: corner, to: cell)
        case .over(let brush, _): brush
        }
    }

    /// The accounts that the brush selects, without those that are left out.
    var brushedAccounts: [AccountID]? {
        guard case .over(_, let accounts?) = brushed, style == .matrix else { return nil }
        return exceptions.isEmpty ? accounts : accounts.filter { !exceptions.contains($0) }
    }

    /// Begins a brush, ends it, or lets go what is brushed.
    mutating func brushOn(_ context: ScreenContext) -> Response {
        guard style(context) == .matrix, !isInMembers else {
            return problem("the brush is of the matrix; M draws the cluster the next way")
        }
        switch brushed {
        case .nothing:
            brushed = .from(cell)
            return Response(notice: Notice("the other corner with the arrows, then b: its accounts are selected"))
        case .from(let corner):
            style = .matrix
            return select(MatrixBrush(from: corner, to: cell))
        case .over:
            brushed = .nothing
            return Response()
        }
    }

    /// Asks for the accounts of a rectangle.
    mutating func select(_ brush: MatrixBrush) -> Response {
        guard let sheet = sheet.value, let matrix else { return Response() }
        brushed = .over(brush, nil)
        return .ask(
            BrushedAccounts(
                cluster: id, holdings: matrix.groups(in: brush).map(\.holding),
                values: sheet.values.map(\.indicator.id)),
            slot: "brush")
    }

    mutating func take(_ accounts: [AccountID], for asked: BrushedAccounts) -> Response {
        guard case .over(let brush, _) = brushed, matrix?.groups(in: brush).map(\.holding) == asked.holdings else {
            return Response()
        }
        brushed = .over(brush, accounts)
        return Response(
            notice: Notice(
                "\(Count.safe(accounts.count, "account")) selected: a digit labels, a puts them into a case, esc lets go"
            ))
    }

    /// Moves the cell cursor; the panel follows its row.
    mutating func moveCell(_ action: Action) {
        guard let matrix, !matrix.groups.isEmpty else { return }
        cell = cell.moved(action, count: matrix.groups.count)
        cursor = .group(matrix.groups[cell.row].holding)
    }

    /// What the line below the matrix says of the cell or of the rectangle.
    var brushWords: StyledText {
        guard let matrix, matrix.groups.indices.contains(cell.row), matrix.groups.indices.contains(cell.column) else {
            return ""
        }
        guard let brush else {
            let (row, column) = (matrix.groups[cell.row].count, matrix.groups[cell.column].count)
            let share = SafeText(ours: Count.decimal(Double(matrix.likeness(cell)), 2))
            return "row of \(Count.safe(row)) against column of \(Count.safe(column, "account")): \(share) alike"
        }
        let size: SafeText = "\(brush.rows.count) × \(brush.columns.count) groups"
        let count = matrix.groups(in: brush).reduce(0) { $0 + $1.count }
        switch brushed {
        case .over(_, let accounts?):
            return [StyledText("\(Count.safe(accounts.count, "account")) selected", .accent), "  \(size)"]
        case .over: return "\(size): reading their accounts …"
        default: return [StyledText("brush ", .accent), "\(size), \(Count.safe(count, "account")); b selects them"]
        }
    }
}

/// Asks for the members of some groups.
struct BrushedAccounts: Question {
    var cluster: ClusterID
    /// Which of `values` the groups have, a bit each.
    var holdings: [UInt64]
    var values: [IndicatorID]

    func answer(from cache: EvidenceCache, now: Instant) throws -> [AccountID] {
        try cache.accounts(of: cluster, holding: Set(holdings), of: values)
    }
}
