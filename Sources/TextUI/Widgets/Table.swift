public import HostileText

/// What stands in one place of a table.
public enum TableCell {
    /// A line of text, aligned as its column says.
    case text(StyledText)
    /// Something drawn.
    case widget(any Widget)

    /// A text in one style.
    public static func text(_ text: SafeText, _ style: Style) -> TableCell { .text(StyledText(text, style)) }
    /// Nothing.
    public static var empty: TableCell { .text(StyledText("")) }
}

/// A table that asks only for the rows in view.
///
/// ```
/// grid.draw(Table(columns: columns, count: page.count, position: position) { row, column in
///     switch column { case 0: .text("\(page[row].rank)", .muted) … }
/// }, in: area)
/// ```
public struct Table: Widget {
    /// From left to right.
    public var columns: [TableColumn]
    /// How many rows there are.
    public var count: Int
    /// What is in view, and where the cursor is.
    public var position: ListPosition
    /// Whether the table has the cursor; without it the row is marked, but faintly.
    public var hasFocus: Bool
    /// Which column is sorted by, and whether downwards.
    public var sorted: (column: Int, descending: Bool)?
    /// Columns at the left for the cursor's bar and a mark.
    public var gutter: Int
    /// Whether the headings are drawn, on the first row.
    public var showsHeader: Bool
    /// The column before which the cursor's ground ends; `nil` lays it over the whole row. What a step of the cursor
    /// need not draw again need not be sent.
    public var bandEnd: Int?
    /// The sign before a row: done, claimed, selected.
    public var mark: (Int) -> (glyph: Glyph, style: Style)?
    /// What stands at a row and a column (its place in `columns`).
    public var cell: (Int, Int) -> TableCell

    /// Makes a table.
    public init(
        columns: [TableColumn], count: Int, position: ListPosition, hasFocus: Bool = true,
        sorted: (column: Int, descending: Bool)? = nil, gutter: Int = 3, showsHeader: Bool = true,
        bandEnd: Int? = nil, mark: @escaping (Int) -> (glyph: Glyph, style: Style)? = { _ in nil },
        cell: @escaping (_ row: Int, _ column: Int) -> TableCell
    ) {
        self.columns = columns
        self.count = count
        self.position = position
        self.hasFocus = hasFocus
        self.sorted = sorted
        self.gutter = gutter
        self.showsHeader = showsHeader
        self.bandEnd = bandEnd
        self.mark = mark
        self.cell = cell
    }

    /// How many rows of data a rectangle holds.
    public static func rowCount(in rect: Rect, showsHeader: Bool = true) -> Int {
        max(0, rect.height - (showsHeader ? 1 : 0))
    }

    /// Draws headings and rows, and puts the hardware cursor on the cursor's row if the table has the focus.
    public func draw(into grid: inout Grid, in rect: Rect) {
        let layout = TableLayout(columns, width: rect.width, gutter: gutter)
        var body = rect
        if showsHeader { drawHeader(layout, into: &grid, in: body.cutTop(1)) }
        for (line, row) in position.visible(count: count, height: body.height).enumerated() {
            let place = body.row(line)
            let isCursor = row == position.cursor
            if isCursor { drawCursor(into: &grid, in: place, band: band(layout, of: rect.width)) }
            if gutter > 1, let mark = mark(row) {
                grid.put(mark.glyph, x: place.x + 1, y: place.y, style: mark.style)
            }
            for part in layout.places {
                let room = Rect(x: rect.x + part.x, y: place.y, width: part.width, height: 1)
                let isFocus = isCursor && hasFocus && columns[part.column].isTitle
                drawCell(
                    cell(row, part.column), isFocus: isFocus, align: columns[part.column].align, into: &grid, in: room)
            }
        }
    }

    private func drawHeader(_ layout: TableLayout, into grid: inout Grid, in rect: Rect) {
        for part in layout.places {
            var title = columns[part.column].title
            if let sorted, sorted.column == part.column { title.append(sorted.descending ? "↓" : "↑") }
            // A heading may lean into the gap beside it rather than lose its end.
            let lean = max(0, title.width - part.width)
            let isRight = columns[part.column].align == .trailing
            let x = rect.x + part.x - (isRight ? min(lean, 1) : 0)
            grid.draw(
                title, x: x, y: rect.y, width: part.width + min(lean, 1), style: .heading,
                align: columns[part.column].align)
        }
    }

    /// How wide the cursor's ground is: to the gap before the first column that is out of it.
    private func band(_ layout: TableLayout, of width: Int) -> Int {
        guard let bandEnd, let first = layout.places.first(where: { $0.column >= bandEnd }) else { return width }
        return max(1, first.x - 1)
    }

    private func drawCursor(into grid: inout Grid, in rect: Rect, band: Int) {
        if hasFocus {
            grid.lay(.selection, on: Rect(x: rect.x, y: rect.y, width: min(band, rect.width), height: 1))
            grid.cursor = (rect.x, rect.y)
        }
        if gutter > 0 { grid.put(hasFocus ? "▌" : "▏", x: rect.x, y: rect.y, style: hasFocus ? .accent : .muted) }
    }

    private func drawCell(_ cell: TableCell, isFocus: Bool, align: Alignment, into grid: inout Grid, in rect: Rect) {
        switch cell {
        case .text(let text): grid.draw(text, in: rect, style: isFocus ? .focus : .text, align: align)
        case .widget(let widget): grid.draw(widget, in: rect)
        }
    }
}
