import Evidence
import EvidenceCache
import HostileText
import Testing
import TextUI

@testable import Console

@Suite struct ClustersScreenTests {
    @Test func `the clusters at every size, in both character sets`() throws {
        try expectScreens("view:clusters", "clusters")
        try expectScreens("view:clusters sort:id", "clusters-marked", keys: ["space", "space"])
    }

    @Test func `marked clusters are labelled together, and the marks go`() throws {
        let cache = try Fixture.cache()
        var console = try Fixture.console("view:clusters", on: cache)
        console.press("space", "space")
        #expect(console.model.top.selection.subjects.count == 2)
        console.press("esc", "G", "space")
        #expect(console.model.top.selection.subjects == [.cluster(ClusterID("C-003"))])
        console.press("2")
        #expect(try cache.label(of: .cluster(ClusterID("C-003")), by: Fixture.analyst)?.label == .relay)
        #expect(try cache.label(of: .account(Fixture.Member.all[0].id), by: Fixture.analyst) == nil)
    }

    @Test func `a filter narrows the list, and an order that there is not is refused`() throws {
        let console = try Fixture.console("view:clusters q:\"cluster:C-007\"")
        #expect(console.grid.text.contains("1 of 2 clusters"))
        #expect(console.grid.text.contains("C-007"))
        #expect(throws: Problem.self) { try ClustersScreen(ViewState(parsing: "view:clusters sort:colour")) }
    }

    @Test func `the preview follows the cursor`() throws {
        var console = try Fixture.console("view:clusters")
        #expect(console.grid.text.contains("payment pay-0f4e"))
        console.press("j")
        #expect(console.grid.text.contains("template T-204"))
        #expect(!console.grid.text.contains("payment pay-0f4e"))
    }
}
