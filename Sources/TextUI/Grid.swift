/// A screen as values: one flat array of small cells, drawn into, compared, and shown by somebody else.
///
/// ## How to draw
/// ```
/// var grid = Grid(width: 80, height: 24)
/// var area = grid.bounds
/// let bar = area.cutTop(1)                                   // rectangles are cut off with a knife …
/// let halves = area.columns(.share(3, minimum: 40), .share(2), gap: 1)   // … or split
/// grid.lay(.bar, on: bar)                                    // a ground; later drawing keeps it
/// grid.draw("stillwatch", in: bar, style: .accent.bold)      // SafeText or a literal, clipped with an ellipsis
/// grid.draw(SafeText(account.id), in: halves[0].row(2))      // text of a client goes through SafeText
/// grid.draw("\(n) of \(total)", in: bar, style: .muted, align: .trailing)
/// grid.draw(["score ", ("0.97", .score(0.97))], in: halves[1])           // StyledText: runs, each with a style
/// let rows = grid.draw(paragraph: text, in: halves[1], hanging: 2)       // wrapped; returns rows used
/// grid.rule(column: halves[1].x - 1, from: 1, to: 24)
/// grid.draw(ThinBar(value: 0.4, style: .score(0.97)), in: halves[1].row(4))   // widgets are values
/// grid.cursor = (x: 0, y: 5)                                 // where the hardware cursor sits
/// ```
/// Every call is clipped to the grid and to its own rectangle; drawing outside is not an error. Marks of hidden characters
/// are drawn in ``Role/hostile`` by themselves, whatever the style. A wide character cut by an edge becomes a space.
///
/// Tests compare `grid.text` with an inline string. `grid.ansi(…)` and `grid.svg(…)` serve headless use.
public struct Grid: Sendable {
    /// How many columns.
    public let width: Int
    /// How many rows.
    public let height: Int
    /// Row by row.
    public internal(set) var cells: [Cell]
    /// Clusters of a base and combining marks, which cells name by place.
    var pool: [[Unicode.Scalar]] = []
    /// Where the hardware cursor sits; `nil` parks it at the bottom right and hides it where possible.
    public var cursor: (x: Int, y: Int)?
    /// Whether the cursor is shown as an insertion point, in an input line.
    public var showsCursor = false
    /// What drawing is confined to.
    public private(set) var clip: Rect

    /// Makes a blank grid; sizes below one become one.
    public init(width: Int, height: Int) {
        self.width = max(1, width)
        self.height = max(1, height)
        cells = Array(repeating: .blank, count: self.width * self.height)
        clip = Rect(x: 0, y: 0, width: self.width, height: self.height)
    }

    /// All of it.
    public var bounds: Rect { Rect(x: 0, y: 0, width: width, height: height) }

    /// The cell at a place; `nil` outside.
    public subscript(x: Int, y: Int) -> Cell? {
        bounds.contains(x: x, y: y) ? cells[y * width + x] : nil
    }

    /// What a cell shows: one scalar, or a base with its combining marks. Empty for the second half of a wide cell.
    public func scalars(of cell: Cell) -> [Unicode.Scalar] {
        if cell.width == 0 { return [] }
        if cell.glyph & Cell.poolFlag != 0 { return pool[Int(cell.glyph & ~Cell.poolFlag)] }
        return [Unicode.Scalar(cell.glyph) ?? "\u{FFFD}"]
    }

    /// Confines all drawing of a closure to a rectangle.
    public mutating func clipped<Result>(to rect: Rect, _ body: (inout Grid) throws -> Result) rethrows -> Result {
        let outer = clip
        clip = clip.intersection(rect)
        defer { clip = outer }
        return try body(&self)
    }

    /// Whether two grids show the cursor in the same place and in the same way.
    public func showsCursor(as other: Grid) -> Bool {
        cursor?.x == other.cursor?.x && cursor?.y == other.cursor?.y && showsCursor == other.showsCursor
    }

    /// Writes one cell at a place inside the clip, repairs a wide neighbour it cuts, and keeps the ground if it has none.
    mutating func write(glyph: UInt32, columns: Int, x: Int, y: Int, style: Style) {
        guard y >= clip.y, y < clip.maxY, x >= clip.x, x < clip.maxX else { return }
        let place = y * width + x
        var drawn = style
        if drawn.ground == nil { drawn.ground = cells[place].style.ground }
        if columns == 2 {
            guard x + 1 < clip.maxX else { return write(glyph: 0x20, columns: 1, x: x, y: y, style: style) }
            split(place)
            split(place + 1)
            cells[place] = Cell(glyph: glyph, style: drawn, width: 2)
            cells[place + 1] = Cell(glyph: 0x20, style: drawn, width: 0)
        } else {
            if cells[place].width != 1 { split(place) }
            cells[place] = Cell(glyph: glyph, style: drawn, width: 1)
        }
    }

    /// Turns both halves of a wide character into spaces before one is overwritten.
    private mutating func split(_ place: Int) {
        switch cells[place].width {
        case 2 where place + 1 < cells.count && cells[place + 1].width == 0:
            cells[place + 1].glyph = 0x20
            cells[place + 1].width = 1
        case 0 where place > 0:
            cells[place - 1].glyph = 0x20
            cells[place - 1].width = 1
        default: break
        }
        cells[place].glyph = 0x20
        cells[place].width = 1
    }
}
