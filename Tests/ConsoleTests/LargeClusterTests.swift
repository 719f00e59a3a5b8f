import Evidence
import EvidenceCache
import HostileText
import Testing
import TextUI

@testable import Console

@Suite struct LargeClusterTests {
    @Test func `opening 1,500 members asks for bounded pages and lays out a bounded number of nodes`() throws {
        let cache = try Fixture.largeCluster(1_500)
        let screen = try ScreenCatalogue.screen(for: ViewState(parsing: "view:cluster id:C-100"))
        var model = Model(opening: screen, world: Fixture.world(160, 48))
        let pages = model.start().compactMap { work -> MemberPage? in
            if case .ask(let question, _) = work.effect { question as? MemberPage } else { nil }
        }
        #expect(pages.map(\.limit) == [120])
        var console = try Fixture.console("view:cluster id:C-100", on: cache)
        for keys in [[], ["M"], ["M"], ["M"], ["M"]] {
            for key in keys { console.press(key) }
            let shown = try #require(console.model.top as? ClusterScreen)
            #expect(shown.list.rows.count <= 240)
            #expect(shown.picture?.sketch.items.count ?? 0 <= 60)
        }
        let sheet = try #require((console.model.top as? ClusterScreen)?.sheet.value)
        #expect(sheet.values.count <= 24 && sheet.groups.count <= 200 && sheet.strongest.count <= 60)
        #expect(sheet.holdings.isEmpty)
    }

    @Test func `the list of members goes on by pages, and to its end`() throws {
        let cache = try Fixture.largeCluster(700)
        var console = try Fixture.console("view:cluster id:C-100 pane:members", on: cache)
        for _ in 0..<20 { console.press("pgdn") }
        let screen = try #require(console.model.top as? ClusterScreen)
        #expect(screen.list.position.cursor > 300)
        #expect(screen.list.focus != nil)
        console.press("G")
        #expect((console.model.top as? ClusterScreen)?.list.position.cursor == 699)
        #expect(console.grid.text.contains("700 of 700") || console.grid.text.contains("–700 of 700"))
        console.press("g g")
        #expect((console.model.top as? ClusterScreen)?.list.position.cursor == 0)
    }

    @Test func `five hundred are drawn as dots with the names of a few`() throws {
        let console = try Fixture.console("view:cluster id:C-100", on: Fixture.largeCluster(300))
        let sketch = try #require((console.model.top as? ClusterScreen)?.picture?.sketch)
        #expect(sketch.style == .dots)
        #expect(sketch.drawnMembers == 300)
        #expect(sketch.items.count { !$0.label.isEmpty } <= 24)
    }

    @Test func `all members of a large cluster are labelled as one deed`() throws {
        let cache = try Fixture.largeCluster(600)
        var console = try Fixture.console("view:cluster id:C-100", on: cache)
        console.press("1", "1")
        #expect(try cache.countLabels(for: Fixture.viewer).holding == 601)
        console.press("u")
        #expect(try cache.countLabels(for: Fixture.viewer).holding == 0)
    }
}
