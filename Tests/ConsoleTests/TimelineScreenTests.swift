import Evidence
import EvidenceCache
import HostileText
import Testing
import TextUI

@testable import Console

@Suite struct TimelineScreenTests {
    private static let account = Fixture.Member.all[0].name

    private func timeline(_ console: HeadlessConsole) throws -> TimelineScreen {
        try #require(console.model.top as? TimelineScreen)
    }

    @Test func `an account's timeline`() throws {
        try expectScreens("view:timeline id:\(Self.account)", "timeline", on: try Fixture.cache())
    }

    @Test func `a cluster's timeline with a brush, stacked by model`() throws {
        try expectScreens(
            "view:timeline id:C-003 of:cluster brush:2026-05-17/2026-05-19 stack:model", "timeline-cluster",
            on: try Fixture.cache())
    }

    @Test func `two accounts in step`() throws {
        try expectScreens(
            "view:timeline id:\(Self.account)", "timeline-beside", keys: ["B", "L"], on: try Fixture.cache())
    }

    @Test func `a bad id leaves an empty screen that says so`() throws {
        let console = try Fixture.console("view:timeline id:nobody", 80, 24)
        #expect(console.grid.text.contains("no exchange of nobody is in the cache"))
    }

    @Test func `zoom, brush and stack are in the state, and the state opens the same screen`() throws {
        var console = try Fixture.console("view:timeline id:\(Self.account)", 160, 48)
        console.press("h", "h", "h", "+", "b", "h", "h", "b", "s", "j")
        let state = console.model.top.state
        #expect(state["from"] != nil && state["brush"] != nil && state["stack"] == "model" && state["at"] != nil)
        let again = try Fixture.console(state.text, 160, 48)
        #expect(again.grid.text == console.grid.text)
        #expect(again.model.top.state == state)
    }

    @Test func `the list holds what is brushed and says how many`() throws {
        var console = try Fixture.console("view:timeline id:\(Self.account)", 160, 48)
        let all = try timeline(console).conversations.total ?? 0
        console.press("b", "h", "h", "h", "b")
        let some = try timeline(console).conversations.total ?? 0
        #expect(some > 0 && some < all)
        console.press("b")
        #expect(try timeline(console).conversations.total == all)
    }

    @Test func `zooming in until it ends and out again comes back to all`() throws {
        var console = try Fixture.console("view:timeline id:\(Self.account)", 120, 40)
        for _ in 0..<40 { console.press("+") }
        #expect(try timeline(console).range.map { $0.length <= 20 * Instant.second } == true)
        for _ in 0..<40 { console.press("-") }
        #expect(try timeline(console).range == nil)
    }

    @Test func `enter opens the conversation under the cursor`() throws {
        var console = try Fixture.console("view:timeline id:\(Self.account)", 80, 24)
        console.press("j", "enter")
        #expect(console.model.top.kind == .reader)
        console.press("esc")
        #expect(try timeline(console).conversations.list.position.cursor == 1)
    }

    @Test func `the reader beside the list follows the cursor`() throws {
        var console = try Fixture.console("view:timeline id:\(Self.account)", 160, 48)
        console.press("G")
        let focus = try timeline(console).conversations.focus?.conversation.id
        #expect(focus != nil)
        #expect(try timeline(console).reading.value?.id == focus)
    }
}

extension TimelineScreenTests {
    @Test func `that a timeline was looked at is written once, however often the cache changes`() throws {
        let context = try Fixture.console("view:queue", 120, 40).model.context
        var screen = try TimelineScreen(try ViewState(parsing: "view:timeline id:acct-1"))
        func viewings(_ response: Response) -> Int {
            response.effects.count { if case .viewed = $0 { true } else { false } }
        }
        #expect(viewings(screen.load(context)) == 1)
        #expect(viewings(screen.load(context)) == 0)
    }

    @Test func `c opens the cluster of the account`() throws {
        var console = try Fixture.console("view:timeline id:\(Fixture.Member.all[0].name)", 120, 40)
        console.press("c")
        #expect(console.model.top.kind == .cluster)
    }
}
