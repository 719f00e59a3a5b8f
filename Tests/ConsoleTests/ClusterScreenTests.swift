import Evidence
import EvidenceCache
import Feed
import HostileText
import Testing
import TextUI

@testable import Console

@Suite struct ClusterScreenTests {
    private func screen(_ console: HeadlessConsole) throws -> ClusterScreen {
        try #require(console.model.top as? ClusterScreen)
    }

    @Test func `a cluster at every size, in both character sets`() throws {
        try expectScreens("view:cluster id:C-003", "cluster")
    }

    @Test func `a cluster of 1,200 members at every size`() throws {
        let cache = try Fixture.largeCluster(1_200)
        try expectScreens("view:cluster id:C-100", "cluster-large", on: cache)
        try expectScreens("view:cluster id:C-100 as:matrix", "cluster-matrix", on: cache)
    }

    @Test func `a cluster of forty in columns, and of two`() throws {
        let forty = try Fixture.console("view:cluster id:C-100", 160, 48, on: Fixture.largeCluster(40))
        try expectSnapshot(forty.grid, "cluster-columns-160x48")
        let two = try Fixture.console("view:cluster id:C-100", 80, 24, on: Fixture.largeCluster(2))
        try expectSnapshot(two.grid, "cluster-two-80x24")
    }

    @Test(arguments: [(80, 24), (160, 48)])
    func `a candidate says first why it is no more, and how it is scored after that`(width: Int, height: Int) throws {
        let candidate = try Fixture.console("view:cluster id:C-007", width, height)
        #expect(candidate.grid.text.contains("· one template · score 0.71"))
        let coordinated = try Fixture.console("view:cluster id:C-003", width, height)
        #expect(!coordinated.grid.text.contains("· injected span · score"))
    }

    @Test func `the same cluster gives the same picture`() throws {
        let pictures = try (0..<2).map { _ in
            try #require(try screen(Fixture.console("view:cluster id:C-003")).picture)
        }
        #expect(pictures[0].positions == pictures[1].positions)
        #expect(pictures[0].sketch == pictures[1].sketch)
        #expect(pictures[0].sketch.drawnMembers == 8)
    }

    @Test func `cursor in the drawing and cursor in the list stay together`() throws {
        var console = try Fixture.console("view:cluster id:C-003")
        console.press("tab", "j", "j")
        let row = try #require(try screen(console).list.focus?.membership.account)
        #expect(try screen(console).cursor == .member(row))
        console.press("tab")
        for key in ["left", "up", "right", "down", "left"] {
            console.press(key)
            guard let account = try screen(console).cursor?.account else { continue }
            #expect(try screen(console).list.focus?.membership.account == account)
        }
    }

    @Test func `timeline and targets are the cluster's, and a member's only from the list of members`() throws {
        var console = try Fixture.console("view:cluster id:C-003")
        console.press("t")
        #expect(console.model.top.state.subject == .cluster(ClusterID("C-003")))
        console.press("esc", "o")
        #expect(console.model.top.state.subject == .cluster(ClusterID("C-003")))
        console.press("esc", "tab", "o")
        #expect(console.model.top.state.subject == .account(Fixture.Member.all[0].id))
    }

    @Test func `a muted value is muted by name, and heard again by u`() throws {
        let cache = try Fixture.cache()
        var console = try Fixture.console("view:cluster id:C-003 as:list", on: cache)
        let value = try #require(try screen(console).cursor?.indicator)
        console.press("m")
        #expect(try cache.indicator(value)?.isMuted == true)
        #expect(console.grid.text.contains("muted: not related"))
        #expect(console.grid.text.contains("by kim"))
        #expect(try cache.pendingEvents(limit: 9).count > 0)
        console.press("u")
        #expect(try cache.indicator(value)?.isMuted == false)
        console.press("^r")
        #expect(try cache.indicator(value)?.isMuted == true)
    }

    @Test func `members fold into groups and come out again`() throws {
        var console = try Fixture.console("view:cluster id:C-003")
        #expect(try screen(console).picture?.sketch.drawnMembers == 8)
        console.press("z")
        let folded = try #require(try screen(console).picture?.sketch)
        #expect(folded.drawnMembers < 8)
        guard case .group = try screen(console).cursor else { return #expect(Bool(false), "no group") }
        console.press("E")
        #expect(try screen(console).picture?.sketch.drawnMembers == 8)
    }

    @Test func `a pinned account stays when its like are folded`() throws {
        var console = try Fixture.console("view:cluster id:C-003")
        let account = try #require(try screen(console).cursor?.account)
        console.press("e", "z")
        #expect(try screen(console).picture?.sketch.place(of: .member(account)) != nil)
    }

    @Test func `zooming keeps the cursor in view`() throws {
        var console = try Fixture.console("view:cluster id:C-003")
        console.press("+", "+")
        #expect(try screen(console).view.zoom == 4)
        #expect(console.grid.cursor != nil)
        console.press("-", "-", "-")
        #expect(try screen(console).view.isWhole)
    }

    @Test func `M goes through every way to draw it and comes back`() throws {
        var console = try Fixture.console("view:cluster id:C-003", 120, 40)
        var seen: [ClusterStyle] = []
        for _ in ClusterStyle.allCases {
            seen.append(try screen(console).style(console.model.context))
            console.press("M")
        }
        #expect(Set(seen) == Set(ClusterStyle.allCases))
        #expect(try screen(console).style(console.model.context) == seen[0])
    }

    @Test func `members are sorted by one key and turned by another`() throws {
        var console = try Fixture.console("view:cluster id:C-003")
        console.press("s")
        #expect(console.model.top.state["sort"] == "-score")
        console.press("S")
        #expect(console.model.top.state["sort"] == "score")
        let scores = try screen(console).list.rows.compactMap { $0.account?.score }
        #expect(scores == scores.sorted())
    }

    @Test func `the state says what is left out, and opens it again`() throws {
        var console = try Fixture.console("view:cluster id:C-003")
        console.press("tab", "x", "j", "x")
        let left = try screen(console).exceptions
        #expect(left.count == 2)
        let again = try Fixture.console(console.model.top.state.text)
        #expect(try screen(again).exceptions == left)
        #expect(try screen(again).isInMembers)
    }
}
