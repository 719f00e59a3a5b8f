import Evidence
import EvidenceCache
import Feed
import HostileText
import Testing
import TextUI

@testable import Console

@Suite struct TargetsScreenTests {
    private static let account = Fixture.Member.all[0].name

    @Test func `the targets of an account`() throws {
        try expectScreens("view:targets id:\(Self.account)", "targets", on: try Fixture.cache())
    }

    @Test func `the targets of all traffic`() throws {
        try expectScreens("view:targets", "targets-all", on: try Fixture.cache())
    }

    @Test func `the id of a cluster is enough to see its targets`() throws {
        let console = try Fixture.console("view:targets id:C-003", 120, 40)
        #expect(console.model.top.selection.subjects == [.cluster(ClusterID("C-003"))])
        #expect(console.grid.text.contains("264 exchanges"))
        #expect(console.model.top.state["of"] == "cluster")
    }

    @Test func `a selection counts each account once, and a filter narrows all traffic`() throws {
        let member = Fixture.Member.all[0]
        let both = try Fixture.console("view:targets ids:\(member.name),cluster=C-003", 120, 40)
        #expect(both.grid.text.contains("264 exchanges"))
        #expect(both.grid.text.contains("1 account and 1 cluster"))
        var all = try Fixture.console("view:targets", 120, 40)
        all.press("/")
        all.type("cluster:C-003")
        #expect(all.grid.text.contains("264 exchanges"))
        all.press("esc")
        #expect(all.grid.text.contains("834 exchanges"))
    }

    @Test func `a campaign is what a case holds: its accounts and the members of its clusters`() throws {
        let cache = try Fixture.cache()
        let matter = try cache.openCase(titled: UntrustedText("two pools"), by: Fixture.analyst, at: Fixture.now)
        let grader = Fixture.Member.all[14]
        _ = try cache.add(
            [.cluster(ClusterID("C-003")), .account(grader.id)], to: matter.id, by: Fixture.analyst, at: Fixture.now)
        var console = try Fixture.console("view:targets case:\(matter.id.text.verbatim)", 120, 40, on: cache)
        #expect(console.grid.text.contains("campaign of \(matter.id.text.verbatim)"))
        #expect(console.grid.text.contains("\(264 + grader.exchanges) exchanges"))
        console.press("t")
        #expect((console.model.top as? TimelineScreen)?.whose == .campaign(matter.id))
    }

    @Test func `enter on a template reads an exchange that was made from it`() throws {
        for state in ["view:targets id:\(Self.account)", "view:targets id:C-003 of:cluster", "view:targets"] {
            var console = try Fixture.console(state, 120, 40)
            console.press("tab", "enter")
            let reader = try #require(console.model.top as? ReaderScreen)
            let used = reader.reading.value?.turns.compactMap(\.document.template)
            #expect(used?.isEmpty == false)
        }
    }

    @Test func `the templates below are those of the target under the cursor`() throws {
        var console = try Fixture.console("view:targets", 120, 40)
        let all = try #require(console.model.top as? TargetsScreen)
        #expect(all.templates.count == 2)
        while let screen = console.model.top as? TargetsScreen, screen.target != .rewardGrading,
            screen.targetPosition.cursor < 6
        { console.press("j") }
        let graded = try #require(console.model.top as? TargetsScreen)
        #expect(graded.templates.map(\.template.target) == [.rewardGrading])
        let again = try Fixture.console(graded.state.text, 120, 40)
        #expect((again.model.top as? TargetsScreen)?.target == .rewardGrading)
    }
}
