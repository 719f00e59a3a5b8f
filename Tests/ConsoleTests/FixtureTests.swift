import Evidence
import EvidenceCache
import Testing

@testable import Console

@Suite struct FixtureTests {
    @Test func `the world is the same every time and holds what it says`() throws {
        let cache = try Fixture.cache()
        #expect(try cache.countFlags(.everything, for: Fixture.viewer) == 27)
        #expect(try cache.countAccounts(.everything, for: Fixture.viewer) == 40)
        let row = try cache.cluster(ClusterID("C-003"), for: Fixture.viewer)
        #expect(row?.cluster.size == 8)
        #expect(try cache.related(to: Fixture.Member.all[0].id, for: Fixture.viewer).total == 7)
        #expect(try Fixture.whole().page() == Fixture.whole().page())
    }
}
