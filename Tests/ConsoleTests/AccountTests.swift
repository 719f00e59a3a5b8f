import Evidence
import HostileText
import Testing
import TextUI

@testable import Console

@Suite struct AccountTests {
    private var id: String { Fixture.Member.all[0].name }

    @Test func `the dossier is drawn at every size`() throws {
        try expectScreens("view:account id:\(id)", "account")
    }

    @Test func `model use and the ways of asking are drawn at every size`() throws {
        try expectScreens("view:account id:\(id)", "account-models", keys: ["tab", "tab", "tab"])
    }

    @Test func `where there is no room for the charts, Tab leads to them, and Enter on them goes on`() throws {
        var console = try Fixture.console("view:account id:\(id)", 80, 24)
        for _ in 0..<6 { console.press("tab") }
        #expect(console.grid.text.contains("TARGETS BY DAY"))
        console.press("tab")
        #expect(console.grid.text.contains("HOURS OF THE WEEK"))
        #expect(console.model.top.state["pane"] == "hours")
        console.press("enter")
        #expect(console.model.top.kind == .timeline)
    }

    @Test func `a note that does not fit beside its signal stands below it, whole`() throws {
        let console = try Fixture.console("view:account id:\(id)", 80, 24)
        let note = "needs 200 exchanges, has \(Fixture.Member.all[0].exchanges)"
        let screen = try #require(console.model.top as? AccountScreen)
        let notes = screen.content?.rows.compactMap { row in
            if case .note(let note) = row { note } else { nil }
        }
        #expect(notes?.contains(UntrustedText(note)) == true)
        let wide = try Fixture.console("view:account id:\(id)", 200, 50)
        #expect(wide.grid.text.contains("content, window test  \(note)"))
    }

    @Test func `each kind of evidence leads to its place`() throws {
        let console = try Fixture.console("view:account id:\(id)")
        let screen = try #require(console.model.top as? AccountScreen)
        let rows = try #require(screen.content?.rows)
        var views: Set<String> = []
        for (index, row) in rows.enumerated() {
            if case .evidence = row { views.insert(try #require(screen.target(of: index)).view) }
        }
        #expect(!views.isEmpty && views.isSubset(of: ["reader", "targets", "queue", "account", "timeline"]))
    }

    @Test func `B shows the account beside the related one under the cursor`() throws {
        var console = try Fixture.console("view:account id:\(id) pane:related")
        console.press("B")
        let timeline = try #require(console.model.top as? TimelineScreen)
        #expect(timeline.whose == .one(.account(AccountID(id))))
        #expect(timeline.beside != nil)
    }

    @Test func `Tab goes through the sections and back to the first`() throws {
        var console = try Fixture.console("view:account id:\(id)")
        var panes: [String?] = []
        for _ in 0..<6 {
            panes.append(console.model.top.state["pane"])
            console.press("tab")
        }
        #expect(panes == ["signals", "origins", "keys", "models", "related", "labels"])
        #expect(console.model.top.state["pane"] == "signals")
    }

    @Test func `the state string brings the section back`() throws {
        let console = try Fixture.console("view:account id:\(id) pane:related")
        #expect(console.model.top.state["pane"] == "related")
    }

    @Test func `Enter on a related account opens its dossier, Esc comes back`() throws {
        var console = try Fixture.console("view:account id:\(id) pane:related")
        console.press("enter")
        #expect(console.model.stack.count == 2)
        #expect(console.model.top.selection.subjects != [.account(AccountID(id))])
        console.press("esc")
        #expect(console.model.top.selection.subjects == [.account(AccountID(id))])
    }

    @Test func `Enter on a shared value opens the queue of all who have it`() throws {
        var console = try Fixture.console("view:account id:\(id) pane:origins")
        console.press("enter")
        #expect(console.model.top.kind == .queue)
        #expect(console.model.top.state["q"] == "range:\"203.0.113.0/24\"")
    }

    @Test func `an account that is not in the cache says so`() throws {
        let console = try Fixture.console("view:account id:acct-nobody", 80, 24)
        #expect(console.grid.text.contains("The cache holds no such account."))
    }
}
