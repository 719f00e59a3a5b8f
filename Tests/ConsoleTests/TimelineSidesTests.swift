import Evidence
import EvidenceCache
import HostileText
import Testing
import TextUI

@testable import Console

/// Timelines of more than one: two accounts in step, and a selection together.
@Suite struct TimelineSidesTests {
    private let first = Fixture.Member.all[0]
    private let second = Fixture.Member.all[5]

    private func timeline(_ console: HeadlessConsole) throws -> TimelineScreen {
        try #require(console.model.top as? TimelineScreen)
    }

    private func beside(_ width: Int = 160, _ height: Int = 48) throws -> HeadlessConsole {
        try Fixture.console("view:timeline id:\(first.name) beside:\(second.name)", width, height)
    }

    @Test func `zoom, cursor and brush move both sides`() throws {
        var console = try beside()
        let before = try #require(try timeline(console).facts.value ?? nil)
        #expect(before.sides.map { $0.byTarget.total } == [first.exchanges, second.exchanges])
        console.press("+", "h", "h", "h", "b", "h", "h", "b")
        let screen = try timeline(console)
        let after = try #require(screen.facts.value ?? nil)
        #expect(after.window.to - after.window.from < before.window.to - before.window.from)
        #expect(after.sides.allSatisfy { $0.byTarget.from == after.window.from })
        let brush = try #require(screen.brush.ended)
        #expect(screen.conversations.wanted.brush == brush)
        #expect(screen.others?.wanted.brush == brush)
    }

    @Test func `Tab goes from list to list, and Enter opens what that list is on`() throws {
        var console = try beside()
        console.press("tab", "j", "enter")
        let reader = try #require(console.model.top as? ReaderScreen)
        #expect(reader.reading.value?.account == second.id)
    }

    @Test func `where there is room for one list only, it is that of the side with the keys`() throws {
        var console = try beside(80, 24)
        #expect(console.grid.text.contains("conversations of \(first.name)"))
        console.press("tab")
        #expect(console.grid.text.contains("conversations of \(second.name)"))
    }

    @Test func `B puts the strongest link beside and takes it away, and the state brings it back`() throws {
        var console = try Fixture.console("view:timeline id:\(first.name)")
        console.press("B")
        let other = try #require(try timeline(console).beside)
        let again = try Fixture.console(console.model.top.state.text)
        #expect(try timeline(again).beside == other)
        #expect(again.grid.text == console.grid.text)
        console.press("B")
        #expect(try timeline(console).beside == nil)
        #expect(try timeline(console).facts.value??.sides.count == 1)
    }

    @Test func `how many columns hold both is said under the axis`() throws {
        let console = try beside()
        let facts = try #require(try timeline(console).facts.value ?? nil)
        let step = try #require(facts.inStep)
        #expect(step.both > 0 && step.both <= step.either)
        #expect(console.grid.text.contains("both active in \(step.both) of \(step.either) columns"))
    }

    @Test func `marked rows of the queue are shown together, and two of them beside each other`() throws {
        var console = try Fixture.console("view:queue q:exchanges<1000 sort:-score")
        console.press("j", "space", "space", "t")
        #expect(console.model.top.kind == .timeline)
        let marked = try timeline(console).whose.subjects
        #expect(marked.count == 2)
        #expect(console.grid.text.contains("2 accounts"))
        console.press("B")
        #expect(try timeline(console).whose.subjects + [try #require(try timeline(console).beside)] == marked)
        console.press("esc")
        #expect(try timeline(console).beside == nil)
    }

    @Test func `ids may hold what separates them`() throws {
        let odd: [Subject] = [
            .account(AccountID("a,b%2C=c")), .cluster(ClusterID("C-1")), .account(AccountID("cluster=x")),
        ]
        let state = ViewState(view: "timeline", several: odd)
        #expect(try ViewState(parsing: state.text).subjects == odd)
    }

    @Test func `a logarithmic scale shows one exchange beside many`() throws {
        var console = try Fixture.console("view:timeline id:\(first.name)", 120, 40)
        console.press("L")
        #expect(console.grid.text.contains(", log"))
        #expect(console.model.top.state["scale"] == "log")
    }
}
