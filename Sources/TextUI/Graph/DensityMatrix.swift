/// A square of counts in half blocks, two rows to a cell: how closely each is linked to each, in an order that puts
/// those alike beside each other.
///
/// Three steps, told apart by weight and by sign: one of a few links is a dot, a middling one half a shade, the rest whole.
public struct DensityMatrix: Widget, Sendable {
    /// Row by row, from 0 (nothing) to 1; `side` times `side` of them.
    public var values: [Float]
    /// Rows and columns.
    public var side: Int
    /// The style of the signs.
    public var style: Style
    /// The rows marked from edge to edge, such as those of the cell under the cursor.
    public var rows: Range<Int>
    /// The columns marked from edge to edge.
    public var columns: Range<Int>
    /// Whether only the cells where marked rows and columns meet are marked: a rectangle that is brushed.
    public var isBrushed: Bool

    /// Makes a matrix.
    public init(
        values: [Float], side: Int, style: Style, rows: Range<Int> = 0..<0, columns: Range<Int> = 0..<0,
        isBrushed: Bool = false
    ) {
        self.values = values
        self.side = side
        self.style = style
        self.rows = rows
        self.columns = columns
        self.isBrushed = isBrushed
    }

    /// The most bins that a rectangle has room for.
    public static func side(in rect: Rect) -> Int { max(2, min(rect.width, rect.height * 2)) }

    /// Draws two rows of values in each row of cells.
    public func draw(into grid: inout Grid, in rect: Rect) {
        for line in 0..<min(rect.height, (side + 1) / 2) {
            for column in 0..<min(rect.width, side) {
                let upper = value(column, line * 2)
                let lower = value(column, line * 2 + 1)
                let isInRow = rows.contains(line * 2) || rows.contains(line * 2 + 1)
                let isInColumn = columns.contains(column)
                if isBrushed ? isInRow && isInColumn : isInRow || isInColumn {
                    grid.lay(.brush, on: Rect(x: rect.x + column, y: rect.y + line, width: 1, height: 1))
                }
                guard let sign = Self.sign(upper, lower) else { continue }
                grid.put(sign.glyph, x: rect.x + column, y: rect.y + line, style: sign.isFaint ? .track : style)
            }
        }
    }

    private func value(_ column: Int, _ row: Int) -> Float {
        row < side && column < side ? values[row * side + column] : 0
    }

    private static func sign(_ upper: Float, _ lower: Float) -> (glyph: Glyph, isFaint: Bool)? {
        let most = max(upper, lower)
        guard most > 0 else { return nil }
        let isFaint = most < 0.34
        // A half that is much fainter than the other is left blank.
        switch (upper > most * 0.4, lower > most * 0.4) {
        case (true, true): return (isFaint ? "░" : most < 0.67 ? "▒" : "█", isFaint)
        case (true, false): return ("▀", isFaint)
        default: return ("▄", isFaint)
        }
    }
}
