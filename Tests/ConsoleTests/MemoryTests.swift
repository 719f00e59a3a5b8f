import Evidence
import EvidenceCache
import HostileText
import Testing
import TextUI

@testable import Console

/// Lines typed, saved views, macros: what the console keeps, and what it does again.
@Suite struct MemoryTests {
    private func run(_ line: String, in console: inout HeadlessConsole) {
        console.press(":")
        console.type(line)
        console.press("enter")
    }

    @Test func `the arrows bring lines typed before back, those that begin the same way`() throws {
        var console = try Fixture.console()
        run("sort score", in: &console)
        run("zone +2", in: &console)
        run("sort raised", in: &console)
        console.press(":", "up")
        #expect(console.model.entry?.field.text == "sort raised")
        console.press("up", "up", "up")
        #expect(console.model.entry?.field.text == "sort score")
        console.press("down", "down", "down")
        #expect(console.model.entry?.field.text == "")
        console.type("zo")
        console.press("up")
        #expect(console.model.entry?.field.text == "zone +2")
    }

    @Test func `what was typed is there at the next start`() throws {
        let cache = try Fixture.cache()
        var console = try Fixture.console(on: cache)
        run("save mine", in: &console)
        let memory = ConsoleMemory(text: try cache.consoleState(ConsoleMemory.key))
        #expect(memory.commands == ["save mine"])
        #expect(memory.views["mine"] == "view:queue")
        #expect(ConsoleMemory(text: "{\"later\":1}") == ConsoleMemory())
    }

    @Test func `a view is saved with filter, order and columns, and opened by name or by g v`() throws {
        var console = try Fixture.console("view:queue q:\"score>0.9\" sort:-score")
        run("columns score subject raised", in: &console)
        run("save mine", in: &console)
        let saved = console.model.top.state["cols"]
        #expect(saved == "score,subject,raised")
        #expect(console.grid.text.contains("RAISED"))
        run("view queue", in: &console)
        #expect(console.model.top.state["q"] == nil)
        run("view mine", in: &console)
        #expect(console.model.top.state["q"] == "score>0.9")
        #expect(console.model.top.state["cols"] == saved)
        console.press("g q", "g v")
        #expect(console.grid.text.contains("Which view?"))
        console.press("enter")
        #expect(console.model.top.state["q"] == "score>0.9")
        run("forget mine", in: &console)
        run("view mine", in: &console)
        #expect(console.model.notice?.isProblem == true)
    }

    @Test func `a column that there is not is answered with those there are`() throws {
        var console = try Fixture.console()
        run("columns score colour", in: &console)
        #expect(console.grid.text.contains("no column “colour”; there are score, subject"))
    }

    @Test func `a folded queue shows a cluster in place of its members, and counts so`() throws {
        var console = try Fixture.console("view:queue sort:-score")
        let before = console.grid.text
        #expect(before.contains("27 of 27 flags"))
        console.press("z")
        #expect(console.grid.text.contains("folded by cluster"))
        #expect(!console.grid.text.contains("27 of 27 flags"))
        #expect(console.grid.text.contains("C-003"))
        #expect(console.model.top.state["fold"] == "on")
        console.press("*")
        let marked = try #require(console.grid.text.firstMatch(of: #/(\d+) marked/#)).1
        #expect(console.grid.text.contains("\(marked) of 27 flags"))
        console.press("*", "z")
        #expect(console.grid.text.contains("27 of 27 flags"))
    }

    @Test func `a macro is recorded by keys and played on other rows`() throws {
        let cache = try Fixture.cache()
        var console = try Fixture.console("view:queue sort:-score", on: cache)
        let subjects = (0..<6).map { _ -> Subject? in
            defer { console.press("j") }
            return console.model.top.selection.subjects.first
        }
        console.press("g g", "Q", "j", "4", "Q")
        #expect(console.model.memory.macros["last"] == ["move.down", "label.benign"])
        #expect(try cache.label(of: try #require(subjects[1]), by: Fixture.analyst)?.label == .benign)
        console.press("@")
        #expect(try cache.label(of: try #require(subjects[2]), by: Fixture.analyst) == nil)
        #expect(try cache.label(of: try #require(subjects[3]), by: Fixture.analyst)?.label == .benign)
        run("play last 2", in: &console)
        #expect(console.decided.count == 4)
        #expect(console.model.macro.state == .idle)
    }

    @Test func `a macro that comes to a question ends there and answers nothing`() throws {
        var console = try Fixture.console("view:queue sort:-score")
        run("record bulk", in: &console)
        console.press("space", "space", "1", "esc")
        run("record", in: &console)
        #expect(console.decided.isEmpty)
        console.press("*", "*")
        run("play bulk", in: &console)
        #expect(console.decided.isEmpty)
        #expect(console.grid.text.contains("Look at five of them first"))
    }

    @Test func `a macro that is not there is answered with those there are`() throws {
        var console = try Fixture.console()
        console.press("@")
        #expect(console.grid.text.contains("no macro is recorded; Q records one"))
    }
}
