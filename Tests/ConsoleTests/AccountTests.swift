import Evidence
import HostileText
import Testing
import TextUI

@testable import Console

@Suite struct AccountTests {
    private var id: String { Fixture.Member.all[0].name }

    @Test(arguments: [(80, 24), (160, 48)])
    func `the dossier is drawn at every size`(width: Int, height: Int) throws {
        let console = try Fixture.console("view:account id:\(id)", width, height)
        try expectSnapshot(console.grid, "account-\(width)x\(height)")
    }

    @Test func `Tab goes through the sections and back to the first`() throws {
        var console = try Fixture.console("view:account id:\(id)")
        var panes: [String?] = []
        for _ in 0..<4 {
            panes.append(console.model.top.state["pane"])
            console.press("tab")
        }
        #expect(panes == ["signals", "origins", "related", "labels"])
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
