import Evidence
import EvidenceCache
import Feed
import HostileText
import Testing
import TextUI

@testable import Console

/// `:outcome` says what became of accounts.
@Suite struct OutcomeStoryTests {
    private let cache: EvidenceCache
    private let account = Fixture.Member.all[0].id

    init() throws { cache = try Fixture.cache() }

    private func run(_ line: String, on console: inout HeadlessConsole) {
        console.press(":")
        console.type(line)
        console.press("enter")
    }

    private func latest(_ account: AccountID) throws -> Outcome.Kind? { try cache.outcomes(of: account).last?.what }

    @Test func `a ban is recorded, shown with the account, taken back by u and recorded anew by ^r`() throws {
        let before = try cache.outcomes(of: account)
        var console = try Fixture.console("view:account id:\(account.text.verbatim)", on: cache)
        run("outcome banned", on: &console)
        #expect(try latest(account) == .banned)
        #expect(console.grid.text.contains("\(account.text.verbatim) recorded as banned   u undoes"))
        console.press("H")
        #expect(console.grid.text.contains("banned  by kim"))
        let sent = try cache.pendingEvents(limit: 99).filter { $0.kind == "outcome" }
        #expect(sent.map(\.id) == (try cache.outcomes(of: account)).suffix(1).map(\.id))
        console.press("u")
        #expect(try cache.outcomes(of: account) == before)
        #expect(console.grid.text.contains("undone: took banned of \(account.text.verbatim) back"))
        console.press("^r")
        #expect(try latest(account) == .banned)
        console.press("u")
        #expect(try cache.outcomes(of: account) == before)
    }

    @Test func `what is said already is not said twice, and none takes it back`() throws {
        var console = try Fixture.console("view:account id:\(account.text.verbatim)", on: cache)
        run("outcome none", on: &console)
        #expect(console.grid.text.contains("you have recorded no outcome of it"))
        run("outcome limited", on: &console)
        let events = try cache.outcomes(of: account)
        run("outcome limited", on: &console)
        #expect(console.grid.text.contains("limited is the latest of it already"))
        #expect(try cache.outcomes(of: account) == events)
        run("outcome none", on: &console)
        #expect(try cache.outcomes(of: account).count == events.count - 1)
        console.press("u")
        #expect(try latest(account) == .limited)
    }

    @Test func `an unknown outcome is answered with those there are, and the prompt completes them`() throws {
        var console = try Fixture.console(on: cache)
        run("outcome band", on: &console)
        #expect(
            console.grid.text.contains("no outcome “band”: banned, limited, appealed, reinstated, or none"))
        #expect(CommandWords().completions(of: "outcome re").first == "reinstated")
        #expect(CommandWords().completions(of: "outc").first == "outcome")
    }

    @Test func `marked accounts are asked about first, and one undo takes all back`() throws {
        var console = try Fixture.console("view:queue q:\"-cluster:C\"", on: cache)
        console.press("space", "space")
        let subjects = console.model.top.selection.subjects
        let accounts = subjects.compactMap { if case .account(let id) = $0 { id } else { nil } }
        try #require(accounts.count == 2)
        run("outcome banned", on: &console)
        #expect(console.grid.text.contains("Record 2 accounts as banned? Look first."))
        #expect(console.decided.isEmpty)
        console.press("j", "j", "enter")
        #expect(console.model.top.selection.subjects.count == 1)
        #expect(try accounts.map(latest) == [.banned, .banned])
        #expect(console.grid.text.contains("2 accounts recorded as banned"))
        console.press("u")
        #expect(try accounts.allSatisfy { try latest($0) != .banned })
    }

    @Test func `of a cluster every account is meant but the exceptions`() throws {
        var console = try Fixture.console("view:cluster id:C-003", on: cache)
        console.press("tab", "x", "tab")
        run("outcome banned", on: &console)
        #expect(console.grid.text.contains("Record all 8 accounts of C-003 without 1 exception as banned?"))
        console.press("j", "enter")
        let members = try cache.accounts(of: ClusterID("C-003"))
        #expect(try members.count { try latest($0) == .banned } == members.count - 1)
    }

    @Test func `in the past nothing is recorded`() throws {
        var model = Model(
            opening: try ScreenCatalogue.screen(for: try ViewState(parsing: "view:queue")),
            world: Fixture.world(120, 40))
        model.world.past = PastView(text: "1", moment: AsOf(sequence: 1, time: Fixture.now))
        #expect(model.run(command: "outcome banned").isEmpty)
        #expect(model.notice?.text.text.description.contains("this is the past") == true)
    }
}
