import HostileText
import Testing
import TextUI

/// Draws one widget on a blank grid and gives the lines.
func drawn(_ widget: some Widget, _ width: Int, _ height: Int = 1) -> String {
    var grid = Grid(width: width, height: height)
    grid.draw(widget, in: grid.bounds)
    return grid.text
}

@Suite struct WidgetTests {
    @Test func `a thin bar moves in half columns and shows the least value`() {
        #expect(drawn(ThinBar(value: 0.5, style: .danger), 8) == "━━━━────")
        #expect(drawn(ThinBar(value: 0.44, style: .danger), 8) == "━━━╾────")
        #expect(drawn(ThinBar(value: 0.001, style: .danger), 8) == "╾───────")
        #expect(drawn(ThinBar(value: .nan, style: .danger), 4) == "────")
        #expect(drawn(ThinBar(value: 3, style: .danger, showsTrack: false), 4) == "━━━━")
    }

    @Test func `a sparkline leaves gaps and never fills a cell`() {
        #expect(drawn(Sparkline([0, 1, nil, 4, 7]), 6) == "▁▂ ▅▇")
        #expect(drawn(Sparkline([1, 2, 3]), 2) == "▅▇")
        #expect(drawn(Sparkline([0, 0]), 2) == "▁▁")
    }

    @Test func `shares are divided by largest remainder`() {
        var grid = Grid(width: 8, height: 1)
        grid.draw(ShareBar([(0.6, .series(1)), (0.25, .series(2))]), in: grid.bounds)
        #expect(grid.text == "■■■■■■■□")
        let roles = (0..<8).map { grid[$0, 0]?.style.role }
        #expect(roles == [.series1, .series1, .series1, .series1, .series1, .series2, .series2, .track])
    }

    @Test func `a heat strip shades by value`() {
        #expect(drawn(HeatStrip([0, 0.1, 0.3, 0.6, 1, nil, 1], style: .danger), 7) == "·░▒▓█ █")
    }

    @Test func `key hints are dropped whole, and the last one stays`() {
        let hints = KeyHints(
            [.init("1", "distillation"), .init("t", "timeline"), .init("c", "cluster")], last: .init("?", "keys"))
        #expect(drawn(hints, 60) == " 1 distillation  t timeline  c cluster  ? keys")
        #expect(drawn(hints, 36) == " 1 distillation  t timeline  ? keys")
        #expect(drawn(hints, 12) == " ? keys")
    }

    @Test func `the top bar gives up closed tabs before the open one`() {
        let bar = TopBar(name: "stillwatch", tabs: ["Queue", "Clusters", "Cases"], open: 1, status: "synced now")
        #expect(drawn(bar, 60) == " stillwatch  Queue   Clusters   Cases            synced now")
        #expect(drawn(bar, 38) == " stillwatch  Clusters      synced now")
    }

    @Test func `a prompt shows its sign, what is wrong and the insertion point`() {
        var grid = Grid(width: 40, height: 1)
        let prompt = Prompt(sign: "/", field: TextField("score>0.8 bogus:1"), note: "no such field", wrong: 10..<15)
        grid.draw(prompt, in: grid.bounds)
        #expect(grid.text == " / score>0.8 bogus:1      no such field")
        #expect(grid[13, 0]?.style.role == .danger)
        #expect(grid[18, 0]?.style.role == .focus)
        #expect(grid.cursor?.x == 20)
        #expect(grid.showsCursor)
    }

    @Test func `a long prompt scrolls to its insertion point`() {
        #expect(drawn(Prompt(sign: ":", field: TextField("abcdefghijklmnop")), 12) == " : ijklmnop")
    }

    @Test func `a line is edited as in a shell`() {
        var field = TextField()
        let keys: [Key] = [
            .paste(UntrustedText("score>0.9\ntarget:x")), .control("w"), .backspace, .home, .character("x"),
        ]
        let taken = keys.map { field.take($0) }
        #expect(taken == [true, true, true, true, true])
        #expect(field.text == "xscore>0.9")
        #expect(field.cursor == 1)
        let others = [Key.control("k"), .enter, .up].map { field.take($0) }
        #expect(others == [true, false, false])
        #expect(field.text == "x")
    }

    @Test func `a panel floats over what is there`() {
        var grid = Grid(width: 24, height: 5)
        grid.fill(grid.bounds, with: "x")
        let inner = grid.draw(Panel(title: "Keys", footer: "3 of 9"), in: Rect(x: 2, y: 1, width: 20, height: 3))
        grid.draw("inside", in: inner)
        #expect(
            grid.text == """
                xxxxxxxxxxxxxxxxxxxxxxxx
                xx╭─ Keys ───────────╮xx
                xx│ inside           │xx
                xx╰───────── 3 of 9 ─╯xx
                xxxxxxxxxxxxxxxxxxxxxxxx
                """)
        #expect(grid[5, 2]?.style.ground == .panel)
    }

    @Test func `a menu lines up keys and notes`() {
        let menu = Menu(
            [.init(key: "t", "timeline", note: "1,204"), .init(key: "gq", "queue", isEnabled: false)],
            position: ListPosition())
        #expect(drawn(menu, 30, 2) == " t   timeline           1,204\n gq  queue")
        #expect(menu.ideal.width == 22)
    }

    @Test func `an outline shows what belongs to what`() {
        let outline = Outline(
            [
                .init(depth: 0, "acct-7f3a"), .init(depth: 1, "payment 9f2c", trailing: "37"),
                .init(depth: 2, "acct-02be"), .init(depth: 1, "span #118"),
            ], position: ListPosition())
        #expect(drawn(outline, 26, 4) == "▌ acct-7f3a\n  ├ payment 9f2c        37\n  │ └ acct-02be\n  └ span #118")
    }

    @Test func `a scroll mark says how much is in view`() {
        #expect(ScrollMark(visible: 0..<30, count: 242).label.description == "30 of 242")
        #expect(ScrollMark(visible: 0..<30, count: 30).label.isEmpty)
        #expect(ScrollMark(visible: 0..<30, count: 242, isLowerBound: true).label.description == "30 of 242+")
        #expect(drawn(ScrollMark(visible: 5..<10, count: 10), 1, 4) == "│\n│\n┃\n┃")
    }

    @Test func `a toast stands at the lower right`() {
        #expect(drawn(Toast("labelled relay"), 24, 2) == "\n       ● labelled relay")
    }
}
