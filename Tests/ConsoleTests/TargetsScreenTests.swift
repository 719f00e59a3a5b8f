import Evidence
import EvidenceCache
import Feed
import Testing
import TextUI

@testable import Console

@Suite struct TargetsScreenTests {
    private static let account = Fixture.Member.all[0].name

    @Test(arguments: [(80, 24), (160, 48)]) func `the targets of an account`(_ width: Int, _ height: Int) throws {
        let console = try Fixture.console("view:targets id:\(Self.account)", width, height)
        try expectSnapshot(console.grid, "targets-\(width)x\(height)")
    }

    @Test(arguments: [(80, 24), (160, 48)]) func `the targets of all traffic`(_ width: Int, _ height: Int) throws {
        let console = try Fixture.console("view:targets", width, height)
        try expectSnapshot(console.grid, "targets-all-\(width)x\(height)")
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
