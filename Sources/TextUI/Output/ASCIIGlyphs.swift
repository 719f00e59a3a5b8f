internal import HostileText

extension Grid {
    /// The same screen in printable ASCII, cell for cell: the one place where signs get their fallback.
    ///
    /// Signs of ours have a look-alike each. Of other text, what is not ASCII becomes `?`, once a column; use
    /// `SafeText.Policy.asciiLine` where a reader must see the code points instead.
    public func inASCII() -> Grid {
        var plain = self
        plain.pool = []
        for (index, cell) in cells.enumerated() where cell.glyph >= 0x7F {
            let scalar = scalars(of: cell).first ?? " "
            let fallback = ASCIIGlyphs.fallback(for: scalar)
            plain.cells[index].glyph = UInt32(fallback)
            plain.cells[index].width = 1
            if cell.width == 2, index + 1 < cells.count {
                plain.cells[index + 1].glyph = UInt32(fallback)
                plain.cells[index + 1].width = 1
            }
        }
        return plain
    }
}

/// What stands for a sign where only ASCII can be shown.
enum ASCIIGlyphs {
    static func fallback(for scalar: Unicode.Scalar) -> UInt8 {
        if scalar.isASCII { return UInt8(scalar.value) }
        if let known = table[scalar] { return known }
        switch scalar.value {
        case 0x2400...0x241F: return UInt8(scalar.value - 0x2400) + 0x40
        case 0x2801...0x28FF:
            let dots = (scalar.value - 0x2800).nonzeroBitCount
            return UInt8(ascii: dots < 3 ? "." : dots < 6 ? ":" : "#")
        case 0x2500...0x257F: return UInt8(ascii: "+")
        default: return UInt8(ascii: "?")
        }
    }

    private static let table: [Unicode.Scalar: UInt8] = {
        let groups: [(UInt8, String)] = [
            (UInt8(ascii: "."), "·▂□"), (UInt8(ascii: "-"), "─–—−▃"), (UInt8(ascii: "="), "━╾╸▄"),
            (UInt8(ascii: "|"), "│┃▏╵"), (UInt8(ascii: "_"), "▁"), (UInt8(ascii: "+"), "▅▒◇◐⁺＋"),
            (UInt8(ascii: "*"), "▆▓●★▪"), (UInt8(ascii: "#"), "▇█▊◆■▉▐▀"), (UInt8(ascii: ":"), "░"),
            (UInt8(ascii: "o"), "○◌◦▫"), (UInt8(ascii: ">"), "▌▍→›▸▶≥⇥"), (UInt8(ascii: "<"), "←‹◂◀≤⏎"),
            (UInt8(ascii: "v"), "↓▾▼✓"), (UInt8(ascii: "^"), "↑▴▲"), (UInt8(ascii: "x"), "×✗✕✘"),
            (UInt8(ascii: "!"), "⚠"), (UInt8(ascii: "@"), "↻"), (UInt8(ascii: "\""), "“”„"), (UInt8(ascii: "'"), "‘’"),
            (UInt8(ascii: "?"), "␡"), (UInt8(ascii: "~"), "…≈∼"), (UInt8(ascii: "0"), "⁰"), (UInt8(ascii: "1"), "¹"),
            (UInt8(ascii: "2"), "²"), (UInt8(ascii: "3"), "³"), (UInt8(ascii: "4"), "⁴"), (UInt8(ascii: "5"), "⁵"),
            (UInt8(ascii: "6"), "⁶"), (UInt8(ascii: "7"), "⁷"), (UInt8(ascii: "8"), "⁸"), (UInt8(ascii: "9"), "⁹"),
        ]
        var table: [Unicode.Scalar: UInt8] = [:]
        for (byte, signs) in groups { for sign in signs.unicodeScalars { table[sign] = byte } }
        return table
    }()
}
