import HostileText
import Testing
import TextUI

@Suite struct GridTests {
    @Test func `a text is cut with an ellipsis where its room ends`() {
        var grid = Grid(width: 12, height: 3)
        #expect(grid.draw("acct-7f3a91c2", x: 0, y: 0) == 12)
        #expect(grid.draw("right", x: 0, y: 1, width: 12, align: .trailing) == 5)
        #expect(grid.draw("mid", in: grid.bounds.row(2), align: .centre) == 3)
        #expect(grid.text == "acct-7f3a91…\n       right\n    mid")
    }

    @Test func `drawing outside is clipped and is no error`() {
        var grid = Grid(width: 4, height: 2)
        grid.draw("abc", x: 3, y: 0)
        grid.draw("abc", x: -1, y: 1)
        grid.draw("abc", x: 0, y: 7)
        grid.clipped(to: Rect(x: 1, y: 1, width: 1, height: 1)) { $0.fill($0.bounds, with: "x") }
        #expect(grid.text == "   …\nbx")
    }

    @Test func `a wide character cut by an edge or by its neighbour becomes a space`() {
        var grid = Grid(width: 5, height: 2)
        grid.draw("漢字漢", x: 0, y: 0)
        #expect(grid.text == "漢字…\n")
        grid.put("x", x: 1, y: 0)
        #expect(grid.line(0) == " x字…")
        grid.clipped(to: Rect(x: 0, y: 1, width: 2, height: 1)) { $0.put("漢", x: 1, y: 1) }
        #expect(grid.line(1) == "")
    }

    @Test func `a text drawn on a ground keeps it, and hidden characters keep their role`() {
        var grid = Grid(width: 12, height: 1)
        grid.lay(.selection, on: grid.bounds)
        grid.draw(SafeText(UntrustedText("a\u{200B}b\n")), x: 0, y: 0, style: .muted)
        #expect(grid[0, 0]?.style == Style(.muted, on: .selection))
        #expect(grid[3, 0]?.style == Style(.hostile, on: .selection))
        #expect(grid[10, 0]?.style == Style(.quietMark, on: .selection))
    }

    @Test func `a cell is eight bytes`() {
        #expect(MemoryLayout<Cell>.size == 8)
    }

    @Test func `a paragraph wraps between words, hangs, and ends in an ellipsis`() {
        var grid = Grid(width: 16, height: 4)
        let text: StyledText = [
            "Think inside ", StyledText("<r> tags", .match), " before the answer, leaving nothing out",
        ]
        #expect(grid.draw(paragraph: text, in: grid.bounds, hanging: 2) == 4)
        #expect(grid.text == "Think inside <r>\n  tags before\n  the answer,\n  leaving…")
    }

    @Test func `a word wider than the line is broken, and a mark is kept whole`() {
        let lines = StyledText(SafeText(UntrustedText("abcdefghijkl mn\u{202E}o"))).wrapped(to: 8)
        #expect(lines.map(\.text.description) == ["abcdefgh", "ijkl", "mn", "‹U+202E›", "o"])
        #expect(StyledText("漢字漢字漢").wrapped(to: 5).map(\.text.description) == ["漢字", "漢字", "漢"])
        #expect(StyledText("").wrapped(to: 5).map(\.text.description) == [""])
    }

    @Test func `a rule carries its title`() {
        var grid = Grid(width: 24, height: 1)
        grid.rule(row: 0, from: 0, to: 24, title: "1,204 in brush", align: .trailing)
        #expect(grid.text == "───── 1,204 in brush ───")
    }

    @Test func `a length is divided by minimums first and shares after`() {
        #expect(Extent.divide(100, among: [.fixed(10), .share(1), .share(2)]) == [10, 30, 60])
        #expect(Extent.divide(10, among: [.share(1), .share(1), .share(1)], gap: 1) == [3, 3, 2])
        #expect(Extent.divide(50, among: [.share(1, minimum: 40), .share(3)]) == [40, 10])
        #expect(Extent.divide(3, among: [.fixed(5), .share(1)], gap: 1) == [2, 0])
    }
}
