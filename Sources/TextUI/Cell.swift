/// One place of the grid: eight bytes, no reference.
public struct Cell: Sendable, Hashable {
    /// A scalar, or `0x8000_0000` and a place in the grid's pool of clusters with combining marks.
    var glyph: UInt32
    /// How it looks. The ground is always set in a grid's cells after drawing, or `nil` for the screen's own.
    public var style: Style
    /// The columns it takes: 1, 2, or 0 for the second half of the wide cell to its left.
    public internal(set) var width: UInt8

    /// A space on the screen's ground.
    public static let blank = Cell(glyph: 0x20, style: .text, width: 1)

    /// Whether it holds a space.
    public var isSpace: Bool { glyph == 0x20 && width == 1 }

    static let poolFlag: UInt32 = 0x8000_0000
}
