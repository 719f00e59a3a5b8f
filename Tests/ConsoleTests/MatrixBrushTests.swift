import Evidence
import EvidenceCache
import HostileText
import Testing
import TextUI

@testable import Console

/// The rectangle of a cluster's matrix that selects accounts.
@Suite struct MatrixBrushTests {
    private let cache: EvidenceCache

    init() throws { cache = try Fixture.largeCluster(600) }

    private func subjects(_ console: HeadlessConsole) -> [Subject] { console.model.top.selection.subjects }

    @Test func `a brush selects the accounts of its rows and columns, says how many, and esc lets them go`() throws {
        var console = try Fixture.console("view:cluster id:C-100 as:matrix", on: cache)
        let screen = try #require(console.model.top as? ClusterScreen)
        let groups = try #require(screen.matrix?.groups)
        try #require(groups.count > 2)
        console.press("b", "l", "b")
        let expected = groups[0].count + groups[1].count
        #expect(subjects(console).count == expected)
        #expect(console.grid.text.contains("\(Count.text(expected, "account")) selected"))
        console.press("esc")
        #expect(subjects(console) == [.cluster(ClusterID("C-100"))])
    }

    @Test func `a label goes to the accounts of the brush, after a look, and one undo takes it back`() throws {
        var console = try Fixture.console("view:cluster id:C-100 as:matrix", on: cache)
        console.press("G", "b", "b")
        let chosen = subjects(console)
        try #require(chosen.count > 1)
        console.press("2")
        #expect(console.grid.text.contains("Label \(Count.text(chosen.count)) as relay? Look at five of them first."))
        console.press("j", "j", "j", "j", "j", "enter")
        #expect(try cache.label(of: chosen[0], by: Fixture.analyst)?.label == .relay)
        #expect(try cache.countLabels(for: Fixture.viewer).holding == chosen.count)
        console.press("u")
        #expect(try cache.countLabels(for: Fixture.viewer).holding == 0)
    }

    @Test func `elsewhere than in the matrix the key says where it is good`() throws {
        var console = try Fixture.console("view:cluster id:C-100 as:web", on: cache)
        console.press("b")
        #expect(console.grid.text.contains("the brush is of the matrix"))
    }
}
