internal import CNcurses
internal import HostileText
internal import TextUI

/// Turns a row of a grid into cells of ncurses. The second gate behind the sanitiser: what is not drawable becomes U+FFFD.
struct CellEncoder {
    private var pairs: Pairs
    private var row: [cchar_t] = []
    private var text = [wchar_t](repeating: 0, count: 6)

    init(pairs: Pairs) {
        self.pairs = pairs
    }

    /// What the whole screen is filled with before anything is drawn.
    mutating func background() -> cchar_t {
        encode([" "], width: 1, ink: pairs.blank(for: .text))
    }

    /// Writes one row at its place.
    mutating func write(_ y: Int, of grid: Grid) {
        row.removeAll(keepingCapacity: true)
        var last: (ink: Pairs.Ink, ground: Role?)?
        var x = 0
        while x < grid.width {
            guard let cell = grid[x, y] else { break }
            let blanks = blanksFrom(x, y, of: grid)
            guard blanks > 0 else {
                if cell.width > 0 {
                    let ink = pairs.ink(for: cell.style)
                    append(grid.scalars(of: cell), width: Int(cell.width), ink: ink)
                    last = pairs.showsWhenBlank(cell.style) ? nil : (ink, cell.style.ground)
                }
                x += 1
                continue
            }
            // A few spaces between words take the ink of the word before them, which saves two changes of colour.
            // Many of them, or the rest of a row, are erased.
            var ink = pairs.blank(for: cell.style)
            if let last, last.ground == cell.style.ground, blanks < 24, x + blanks < grid.width { ink = last.ink }
            let blank = encode([" "], width: 1, ink: ink)
            for _ in 0..<blanks { row.append(blank) }
            x += blanks
        }
        _ = row.withUnsafeBufferPointer { curses_write(Int32(y), 0, $0.baseAddress, Int32($0.count)) }
    }

    /// How many cells from a place on are spaces that show nothing but one ground.
    private func blanksFrom(_ x: Int, _ y: Int, of grid: Grid) -> Int {
        var end = x
        let ground = grid[x, y]?.style.ground
        while let cell = grid[end, y], cell.isSpace, cell.style.ground == ground, !pairs.showsWhenBlank(cell.style) {
            end += 1
        }
        return end - x
    }

    /// A character that the C library thinks has another width, or none, would move all that is to its right.
    private mutating func append(_ scalars: [Unicode.Scalar], width: Int, ink: Pairs.Ink) {
        let base = scalars.first ?? " "
        let isKnown = base.isDrawable && (base.isASCII || wcwidth(wchar_t(bitPattern: base.value)) == Int32(width))
        if isKnown {
            row.append(encode(scalars, width: width, ink: ink))
        } else {
            for _ in 0..<width { row.append(encode(["\u{FFFD}"], width: 1, ink: ink)) }
        }
    }

    private mutating func encode(_ scalars: [Unicode.Scalar], width: Int, ink: Pairs.Ink) -> cchar_t {
        var count = 0
        for scalar in scalars.prefix(5) {
            let value = wchar_t(bitPattern: scalar.value)
            if count > 0, !scalar.isDrawable || wcwidth(value) != 0 { continue }
            text[count] = value
            count += 1
        }
        text[count] = 0
        var cell = cchar_t()
        curses_set_cell(&cell, text, ink.attributes, ink.pair)
        return cell
    }
}
