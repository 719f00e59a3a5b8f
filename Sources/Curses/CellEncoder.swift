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
        for x in 0..<grid.width {
            guard let cell = grid[x, y], cell.width > 0 else { continue }
            let scalars = grid.scalars(of: cell)
            let isBlank = scalars == [" "] && !pairs.showsWhenBlank(cell.style)
            let ink = isBlank ? pairs.blank(for: cell.style) : pairs.ink(for: cell.style)
            append(scalars, width: Int(cell.width), ink: ink)
        }
        _ = row.withUnsafeBufferPointer { curses_write(Int32(y), 0, $0.baseAddress, Int32($0.count)) }
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
