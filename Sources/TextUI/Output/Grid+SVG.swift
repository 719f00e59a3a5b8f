internal import HostileText

extension Grid {
    /// The screen as a picture: a cell is 9 by 20 units, each sign stands at its own place, so that any monospaced font fits.
    ///
    /// What is written into it is XML text and nothing else: the signs pass the same gate as on a terminal, then escaping.
    public func svg(theme: Theme) -> String {
        let screen = Self.paint(theme.appearance(of: Style(.text)).ground, otherwise: 0)
        let size = "width=\"\(width * 9)\" height=\"\(height * 20)\" viewBox=\"0 0 \(width * 9) \(height * 20)\""
        var output = "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size)>\n"
        output += "<rect width=\"100%\" height=\"100%\" fill=\"\(screen)\"/>\n"
        output +=
            "<g font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"15\" xml:space=\"preserve\">\n"
        for y in 0..<height {
            var x = 0
            while x < width {
                let style = cells[y * width + x].style
                var end = x + 1
                while end < width, cells[y * width + end].style == style { end += 1 }
                output += run(x..<end, row: y, look: theme.appearance(of: style), screen: screen)
                x = end
            }
        }
        return output + "</g>\n</svg>\n"
    }

    /// Signs of one style, with their ground below them.
    private func run(_ columns: Range<Int>, row: Int, look: Theme.Appearance, screen: String) -> String {
        var ink = Self.paint(look.foreground, otherwise: 229)
        var ground = Self.paint(look.ground, otherwise: 0)
        if look.attributes.contains(.reverse) { swap(&ink, &ground) }
        var output = ""
        if ground != screen {
            output += Self.rect(
                x: columns.lowerBound * 9, y: row * 20, width: columns.count * 9, height: 20, fill: ground)
        }
        var text = Text(row: row, ink: ink, attributes: look.attributes)
        for column in columns {
            let cell = cells[row * width + column]
            guard cell.width > 0 else { continue }
            if let block = Self.block(cell.glyph, x: column * 9, y: row * 20, fill: ink) {
                output += text.taken() + block
                continue
            }
            // One place a scalar: combining marks stand where their base stands.
            for scalar in scalars(of: cell) {
                text.add(Self.escaped(scalar.isDrawable ? scalar : "\u{FFFD}"), at: column * 9)
            }
            if cell.width > 1 { output += text.taken() }
        }
        return output + text.taken()
    }

    /// Signs beside each other, with their places. Renderers that know one place a text only still draw it right, since
    /// blanks are kept and what is no column wide ends a text.
    private struct Text {
        let row: Int
        let ink: String
        let attributes: Style.Attributes
        private var places: [String] = []
        private var signs = ""

        init(row: Int, ink: String, attributes: Style.Attributes) {
            self.row = row
            self.ink = ink
            self.attributes = attributes
        }

        /// Adds a sign; a blank at the start is left out.
        mutating func add(_ sign: String, at x: Int) {
            guard sign != " " || !places.isEmpty else { return }
            places.append(String(x))
            signs += sign
        }

        /// The element, after which the text is empty.
        mutating func taken() -> String {
            defer { (places, signs) = ([], "") }
            while signs.hasSuffix(" ") {
                signs.removeLast()
                places.removeLast()
            }
            guard !places.isEmpty else { return "" }
            var extra = attributes.contains(.bold) ? " font-weight=\"bold\"" : ""
            if attributes.contains(.underline) { extra += " text-decoration=\"underline\"" }
            if attributes.contains(.dim) { extra += " opacity=\"0.6\"" }
            let x = places.joined(separator: " ")
            return "<text x=\"\(x)\" y=\"\(row * 20 + 15)\" fill=\"\(ink)\"\(extra)>\(signs)</text>\n"
        }
    }

    /// Blocks are drawn as rectangles, since fonts differ in where theirs end.
    private static func block(_ glyph: UInt32, x: Int, y: Int, fill: String) -> String? {
        switch glyph {
        case 0x2581...0x2588:
            let height = Int(glyph - 0x2580) * 20 / 8
            return rect(x: x, y: y + 20 - height, width: 9, height: height, fill: fill)
        case 0x2589...0x258F:
            return rect(x: x, y: y + 2, width: max(1, Int(0x2590 - glyph) * 9 / 8), height: 16, fill: fill)
        default: return nil
        }
    }

    private static func rect(x: Int, y: Int, width: Int, height: Int, fill: String) -> String {
        "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(fill)\"/>\n"
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        default: String(Character(scalar))
        }
    }

    /// A colour that a picture knows. The sixteen names and the default have no fixed colour, so a usual one stands for them.
    private static func paint(_ colour: Colour, otherwise level: UInt8) -> String {
        switch colour {
        case .exact: return colour.spelling
        case .terminalDefault: return Colour.exact(red: level, green: level, blue: level).spelling
        case .named(let name):
            let value = name.rawValue
            let (low, high): (UInt8, UInt8) = value == 8 ? (127, 127) : value > 8 ? (92, 255) : (0, 205)
            func part(_ bit: UInt8) -> UInt8 { value & bit != 0 ? high : low }
            return Colour.exact(red: part(1), green: part(2), blue: part(4)).spelling
        }
    }
}
