import HostileText
import Testing
import TextUI

@Suite struct OutputTests {
    private var screen: Grid {
        var grid = Grid(width: 14, height: 2)
        grid.draw(SafeText(UntrustedText("a<b\u{1B}[2J&漢e\u{301}")), x: 0, y: 0)
        grid.draw(ThinBar(value: 0.5, style: .score(0.97)), in: Rect(x: 0, y: 1, width: 6, height: 1))
        grid.put("▆", x: 8, y: 1, style: .series(1))
        grid.lay(.selection, on: grid.bounds.row(1))
        return grid
    }

    private let theme = Theme(
        name: "test",
        looks: [
            .text: .init(foreground: Colour(spelling: "#c8ccd4")), .screen: .init(ground: Colour(spelling: "#0f1117")),
            .selection: .init(ground: .exact(red: 30, green: 39, blue: 51)),
            .hostile: .init(foreground: .named(.yellow)),
        ])

    @Test func `an ANSI screen holds no sequence but SGR`() {
        for depth in ColourDepth.allCases {
            let text = screen.ansi(theme: theme, depth: depth)
            let rest = text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
            #expect(!rest.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
            #expect(rest.hasPrefix("a<b␛[2J&漢e\u{301}"))
        }
        #expect(screen.ansi(theme: theme, depth: .exact).contains("38;2;200;204;212;48;2;15;17;23"))
        #expect(screen.ansi(theme: theme, depth: .indexed).contains("38;5;252;48;5;233"))
        #expect(!screen.ansi(theme: theme, depth: .none).contains("38;"))
    }

    @Test func `a picture is well-formed, escaped and exact in its places`() {
        let svg = screen.svg(theme: theme)
        #expect(svg.contains("&lt;") && svg.contains("&amp;") && !svg.contains("<b"))
        #expect(svg.contains("<text x=\"0 9 18\""))
        #expect(svg.contains("<rect x=\"72\" y=\"25\" width=\"9\" height=\"15\""))
        #expect(svg.hasPrefix("<svg xmlns=") && svg.hasSuffix("</svg>\n"))
    }

    @Test func `a picture keeps the blanks between words, and none around them`() {
        var grid = Grid(width: 12, height: 1)
        grid.draw(" to be  ", x: 0, y: 0)
        #expect(grid.svg(theme: theme).contains(">to be</text>"))
        grid.draw("漢 b█c", x: 0, y: 0)
        #expect(grid.svg(theme: theme).contains(">漢</text>"))
        #expect(grid.svg(theme: theme).contains("<text x=\"27\""))
    }

    @Test func `in ASCII every sign of ours has a look-alike, cell for cell`() {
        var grid = Grid(width: 30, height: 3)
        grid.draw(ThinBar(value: 0.5, style: .danger), in: Rect(x: 0, y: 0, width: 8, height: 1))
        grid.draw(ShareBar([(0.5, .series(1))]), in: Rect(x: 10, y: 0, width: 4, height: 1))
        grid.draw(Sparkline([0, 1, 2, 3, 4, 5, 6, 7]), in: Rect(x: 16, y: 0, width: 8, height: 1))
        grid.draw("✓ 漢 · a…", x: 0, y: 1)
        grid.draw(SafeText(UntrustedText("\u{1B}[0m\u{202E}")), x: 12, y: 1)
        grid.draw("│ ─ ┴ ╭", x: 0, y: 2)
        let plain = grid.inASCII()
        #expect(
            plain.text == """
                ====----  ##..  _.-=+*##
                v ?? . a~   [[0m<U+202E>
                | - + +
                """)
        #expect(plain.cells.allSatisfy { $0.width == 1 })
    }

    @Test func `colours are read and spelt, and nothing else is one`() {
        for spelling in ["#0f1117", "bright-cyan", "red", "default"] {
            #expect(Colour(spelling: spelling)?.spelling == spelling)
        }
        for wrong in ["", "#fff", "#gggggg", "0f1117", "pink", "#0f11171", "#+12345"] {
            #expect(Colour(spelling: wrong) == nil)
        }
    }

    @Test func `the nearest of 256 is the same colour where there is one`() {
        for place in [16, 21, 110, 196, 231, 240] { #expect(Colour.fixed(place)?.indexed == place) }
        #expect(Colour.exact(red: 15, green: 17, blue: 23).indexed == 233)
        #expect(Colour.named(.brightRed).indexed == 9)
        #expect(Colour.terminalDefault.indexed == nil)
    }

    @Test func `contrast is that of WCAG`() throws {
        let black = Colour.exact(red: 0, green: 0, blue: 0)
        let white = Colour.exact(red: 255, green: 255, blue: 255)
        let grey = Colour.exact(red: 119, green: 119, blue: 119)
        #expect(Colour.contrast(black, white) == 21)
        #expect(abs(try #require(Colour.contrast(grey, white)) - 4.478) < 0.001)
        #expect(Colour.contrast(.terminalDefault, white) == nil)
    }

    @Test func `a role's own ground wins, a ground lends its look, and reverse reaches what lies on it`() {
        let theme = Theme(
            name: "t",
            looks: [
                .match: .init(foreground: .named(.red), ground: .named(.black)),
                .selection: .init(ground: .named(.blue)),
                .series2: .init(foreground: .named(.green)),
            ])
        #expect(theme.appearance(of: Style(.match, on: .selection)).ground == .named(.black))
        #expect(theme.appearance(of: Style(.text, on: .selection)).ground == .named(.blue))
        #expect(theme.appearance(of: Style(.series1, on: .series2)).ground == .named(.green))
        #expect(Theme.monochrome.appearance(of: Style(.text, on: .selection)).attributes == .reverse)
        let selected = Theme.terminal.appearance(of: Style(.score3, on: .selection))
        #expect(selected.foreground == .terminalDefault && selected.attributes == .reverse)
        let hostile = Theme.terminal.appearance(of: Style(.hostile, on: .selection))
        #expect(hostile.ground == .named(.yellow) && hostile.attributes == [])
    }

    @Test func `few colours mean the terminal's own`() {
        #expect(theme.shown(at: .named) == .terminal)
        #expect(theme.shown(at: .indexed) == theme)
        #expect(Theme.terminal.shown(at: .named) == .terminal)
        #expect(!Theme.terminal.isExact)
        #expect(theme.shown(at: .none) == .monochrome)
    }
}
