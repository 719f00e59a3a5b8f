extension Grid {
    /// The screen as lines, without trailing spaces, joined by LF. For tests and for `--format text`.
    public var text: String {
        (0..<height).map { line($0) }.joined(separator: "\n")
    }

    /// One row, without trailing spaces.
    public func line(_ y: Int) -> String {
        var line = String.UnicodeScalarView()
        for cell in cells[y * width..<(y + 1) * width] {
            if cell.width == 0 { continue }
            if cell.glyph & Cell.poolFlag != 0 {
                line.append(contentsOf: scalars(of: cell))
            } else {
                line.append(Unicode.Scalar(cell.glyph) ?? "\u{FFFD}")
            }
        }
        while line.last == " " { line.removeLast() }
        return String(line)
    }
}
