internal import HostileText

extension Grid {
    /// The screen as lines with SGR sequences (ECMA-48), for `--format ansi`. Each line ends reset.
    ///
    /// - Parameters:
    ///   - theme: what the roles look like; one that the depth cannot show is replaced.
    ///   - depth: how many colours may be used.
    public func ansi(theme: Theme, depth: ColourDepth) -> String {
        let theme = theme.shown(at: depth)
        var codes: [Style: String] = [:]
        var output = ""
        for y in 0..<height {
            var current: Style?
            for cell in cells[y * width..<(y + 1) * width] where cell.width > 0 {
                if cell.style != current {
                    let code = codes[cell.style] ?? Self.sgr(theme.appearance(of: cell.style), depth: depth)
                    codes[cell.style] = code
                    output += code
                    current = cell.style
                }
                for scalar in scalars(of: cell) {
                    output.unicodeScalars.append(scalar.isDrawable ? scalar : "\u{FFFD}")
                }
            }
            output += "\u{1B}[0m\n"
        }
        return output
    }

    private static func sgr(_ look: Theme.Appearance, depth: ColourDepth) -> String {
        var codes = ["0"]
        let attributes: [(Style.Attributes, String)] = [
            (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
        ]
        codes += attributes.filter { look.attributes.contains($0.0) }.map(\.1)
        if depth > .none {
            codes += code(look.foreground, base: 30, depth: depth).map { [$0] } ?? []
            codes += code(look.ground, base: 40, depth: depth).map { [$0] } ?? []
        }
        return "\u{1B}[" + codes.joined(separator: ";") + "m"
    }

    private static func code(_ colour: Colour, base: Int, depth: ColourDepth) -> String? {
        switch colour {
        case .terminalDefault: return nil
        case .named(let name):
            return String(name.rawValue < 8 ? base + Int(name.rawValue) : base + 52 + Int(name.rawValue))
        case .exact(let red, let green, let blue):
            if depth == .exact { return "\(base + 8);2;\(red);\(green);\(blue)" }
            return colour.indexed.map { "\(base + 8);5;\($0)" }
        }
    }
}
