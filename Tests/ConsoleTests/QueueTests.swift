import Evidence
import EvidenceCache
import HostileText
import Testing
import TextUI

@testable import Console

@Suite struct QueueTests {
    @Test(arguments: [(80, 24), (100, 48), (160, 48)])
    func `the queue is drawn at every size`(width: Int, height: Int) throws {
        try expectSnapshot(try Fixture.console("view:queue", width, height).grid, "queue-\(width)x\(height)")
    }

    @Test func `an empty cache says what to run`() throws {
        let console = try Fixture.console("view:queue", 80, 24, on: try EvidenceCache.inMemory())
        #expect(console.grid.text.contains("stillwatch sync --detector URL --token-file FILE"))
    }

    @Test func `a filter that lets nothing through says so, and an empty one brings all back`() throws {
        var console = try Fixture.console("view:queue q:\"score>0.999\"", 80, 24)
        #expect(console.grid.text.contains("No flag is let through by this filter."))
        console.press("/", "^u")
        console.press("enter")
        #expect(console.grid.text.contains("27 of 27 flags"))
    }

    @Test func `a label keeps the score that was seen when it was given`() throws {
        var console = try Fixture.console()
        console.press("1", "g l")
        #expect(console.grid.line(8).contains("0.98"))
    }

    @Test func `a filter works as it is typed, and Esc brings the one before back`() throws {
        var console = try Fixture.console()
        console.press("/")
        console.type("target:reward_grading score>0.6")
        #expect(console.grid.text.contains("14 of 27 flags"))
        console.press("esc")
        #expect(console.grid.text.contains("27 of 27 flags"))
    }

    @Test func `a filter that cannot be read keeps the list and points at the word`() throws {
        var console = try Fixture.console()
        console.press("/")
        console.type("scoer>0.6")
        #expect(console.grid.text.contains("did you mean score"))
        #expect(console.model.top.state["q"] == "scoer")
    }

    @Test func `the sort goes round and the state string brings it back`() throws {
        var console = try Fixture.console()
        console.press("s", "S", "j", "j")
        let state = console.model.top.state
        #expect(state["sort"] == "score")
        let again = try Fixture.console(state.text)
        #expect(again.model.top.state == state)
        #expect(again.model.top.selection == console.model.top.selection)
    }

    @Test func `all marks all rows of the filter, and a label for many is asked for once more`() throws {
        var console = try Fixture.console("view:queue q:\"cluster:C-007\"")
        console.press("*")
        #expect(console.model.top.selection.subjects.count == 3)
        console.press("4")
        #expect(console.decided.isEmpty)
        #expect(console.grid.text.contains("Label 3 as benign?"))
        console.press("j", "j", "j", "enter")
        #expect(console.decided.count == 1)
        #expect(console.model.top.selection.subjects.count == 1)
    }

    @Test func `a range is marked from the last mark to the cursor`() throws {
        var console = try Fixture.console()
        console.press("space", "j", "V")
        #expect(console.model.top.selection.subjects.count == 3)
    }

    @Test func `last and first are reached whatever is loaded`() throws {
        var console = try Fixture.console("view:queue sort:subject", 80, 24)
        let first = console.model.top.selection
        console.press("G")
        #expect(console.model.top.selection != first)
        #expect(console.model.top.state["at"] != nil)
        console.press("g g")
        #expect(console.model.top.selection == first)
    }

    @Test func `hidden characters have a badge`() throws {
        #expect(try Fixture.console().grid.text.contains("⚠"))
    }
}

@Suite struct PagedListTests {
    @Test func `a list of many pages is walked through whole, and kept bounded`() throws {
        let cache = try Fixture.manyFlags(1_500)
        var console = try Fixture.console("view:queue sort:subject", 80, 24, on: cache)
        var seen: Set<Subject> = []
        for _ in 0..<1_500 {
            if let subject = console.model.top.selection.subjects.first { seen.insert(subject) }
            console.press("j")
        }
        #expect(seen.count == 1_500)
        let list = try #require(console.model.top as? QueueScreen).list
        #expect(list.rows.count <= PagedList<FlagRow>.most)
        for _ in 0..<120 { console.press("pgup") }
        #expect(console.model.top.selection.subjects.first?.text == UntrustedText("acct-00000"))
    }

    @Test func `a change by others keeps the cursor on its row`() throws {
        let cache = try Fixture.manyFlags(500)
        var console = try Fixture.console("view:queue sort:subject", 80, 24, on: cache)
        for _ in 0..<25 { console.press("pgdn") }
        let before = console.model.top.selection
        console.send(.cacheChanged)
        #expect(console.model.top.selection == before)
    }
}
