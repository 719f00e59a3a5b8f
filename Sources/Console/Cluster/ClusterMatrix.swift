import Evidence
import EvidenceCache
import TextUI

/// A cluster as a square: how much each member shares with each, those alike beside each other.
///
/// Made of groups of members that have the same values, so it costs as much for 20,000 members as for 20.
struct ClusterMatrix: Sendable {
    /// The groups in the order of rows and columns.
    let groups: [MemberGroup]
    /// How much two groups share, row by row, from 0 to 1.
    private let likeness: [Float]
    private let ends: [Int]

    /// Makes it of groups, and of the values that they have.
    ///
    /// - Complexity: O(n²) in the groups; reckoned with the answer, never with a key.
    init(_ groups: [MemberGroup], _ values: [IndicatorRow]) {
        let weights = values.map { $0.isMuted ? 0 : $0.indicator.rarity * $0.indicator.rarity }
        func shared(_ one: UInt64, _ other: UInt64) -> Double {
            weights.indices.reduce(0) { (one & other) >> $1 & 1 == 1 ? $0 + weights[$1] : $0 }
        }
        // From the largest group always on to the one most like it; those that share nothing come last.
        var rest = groups.filter { shared($0.holding, $0.holding) > 0 }
        let alone = groups.filter { shared($0.holding, $0.holding) == 0 }
        var order: [MemberGroup] = []
        while !rest.isEmpty {
            let next = order.last.map { last in
                rest.indices.max {
                    (shared(last.holding, rest[$0].holding), -$0) < (shared(last.holding, rest[$1].holding), -$1)
                } ?? 0
            }
            order.append(rest.remove(at: next ?? 0))
        }
        order += alone
        let raw = order.flatMap { one in order.map { shared(one.holding, $0.holding) } }
        let most = raw.max() ?? 0
        self.groups = order
        likeness = raw.map { most > 0 ? Float($0 / most) : 0 }
        var end = 0
        ends = order.map { group in
            end += group.count
            return end
        }
    }

    private var members: Int { ends.last ?? 0 }

    /// The group that the n-th bin of so many stands for.
    private func group(ofBin bin: Int, side: Int) -> Int {
        let member = (bin * 2 + 1) * members / (2 * side)
        return ends.firstIndex { member < $0 } ?? ends.count - 1
    }

    /// How much two groups share, from 0 to 1.
    func likeness(_ cell: MatrixCell) -> Float {
        groups.indices.contains(cell.row) && groups.indices.contains(cell.column)
            ? likeness[cell.row * groups.count + cell.column] : 0
    }

    /// The groups of a rectangle, those of its rows and those of its columns, each once.
    func groups(in brush: MatrixBrush) -> [MemberGroup] {
        groups.indices.filter { brush.rows.contains($0) || brush.columns.contains($0) }.map { groups[$0] }
    }

    /// The square for a rectangle of cells, with what the cursor or the brush is on marked.
    func drawing(in rect: Rect, brush: MatrixBrush?, cell: MatrixCell, style: Style) -> DensityMatrix {
        let side = max(1, min(DensityMatrix.side(in: rect), max(members, 1) * 4))
        let bins = (0..<side).map { group(ofBin: $0, side: side) }
        let values = bins.flatMap { row in bins.map { likeness[row * groups.count + $0] } }
        func range(_ wanted: ClosedRange<Int>) -> Range<Int> {
            guard let first = bins.firstIndex(where: wanted.contains), let last = bins.lastIndex(where: wanted.contains)
            else { return 0..<0 }
            return first..<last + 1
        }
        return DensityMatrix(
            values: groups.isEmpty ? [] : values, side: groups.isEmpty ? 0 : side, style: style,
            rows: range(brush?.rows ?? cell.row...cell.row),
            columns: range(brush?.columns ?? cell.column...cell.column), isBrushed: brush != nil)
    }
}

/// A cell of the matrix: which group against which, by their places in its order.
struct MatrixCell: Hashable, Sendable {
    var row = 0
    var column = 0

    /// The cell one step on, within so many groups.
    func moved(_ action: Action, count: Int) -> MatrixCell {
        func within(_ place: Int) -> Int { min(max(0, place), max(0, count - 1)) }
        let page = max(1, count / 6)
        switch action {
        case .moveUp: return MatrixCell(row: within(row - 1), column: column)
        case .moveDown: return MatrixCell(row: within(row + 1), column: column)
        case .moveLeft: return MatrixCell(row: row, column: within(column - 1))
        case .moveRight: return MatrixCell(row: row, column: within(column + 1))
        case .pageUp: return MatrixCell(row: within(row - page), column: column)
        case .pageDown: return MatrixCell(row: within(row + page), column: column)
        case .moveFirst: return MatrixCell()
        case .moveLast: return MatrixCell(row: within(count - 1), column: within(count - 1))
        default: return MatrixCell(row: within(row), column: within(column))
        }
    }
}

/// A rectangle of the matrix.
struct MatrixBrush: Hashable, Sendable {
    /// The corner where it was begun.
    var from: MatrixCell
    /// The corner where it ends; follows the cursor while it is drawn.
    var to: MatrixCell

    /// Its rows, by the places of their groups.
    var rows: ClosedRange<Int> { min(from.row, to.row)...max(from.row, to.row) }
    /// Its columns.
    var columns: ClosedRange<Int> { min(from.column, to.column)...max(from.column, to.column) }

    /// The corners as a view's state holds them: `1,2,4,5`.
    var text: String { "\(from.row),\(from.column),\(to.row),\(to.column)" }

    init(from: MatrixCell, to: MatrixCell) {
        self.from = from
        self.to = to
    }

    /// Reads them; `nil` for anything else.
    init?(_ text: String) {
        let places = text.split(separator: ",").compactMap { Int($0) }
        guard places.count == 4, places.allSatisfy({ $0 >= 0 && $0 < 10_000 }) else { return nil }
        from = MatrixCell(row: places[0], column: places[1])
        to = MatrixCell(row: places[2], column: places[3])
    }
}
