import Evidence
import EvidenceCache
import Feed
import HostileText
import Testing

@Suite struct ClusterChangeTests {
    private let cluster = ClusterID("C-009")

    private func firstRun() throws -> (cache: EvidenceCache, feed: FeedFixture) {
        let cache = try EvidenceCache.inMemory()
        var feed = FeedFixture()
        try feed.addCluster("C-009", size: 3)
        for name in ["acct-a", "acct-b", "acct-c"] { try feed.addMember(name, of: "C-009", holding: []) }
        try cache.apply(feed.page(), at: FeedFixture.now)
        feed.records = []
        return (cache, feed)
    }

    @Test func `a cluster that came once has nothing to be compared with`() throws {
        let (cache, _) = try firstRun()
        let changes = try cache.changes(of: cluster)
        #expect(changes.sizeBefore == nil)
        #expect(changes.joined.isEmpty && changes.left.isEmpty && changes.replaced.isEmpty)
    }

    @Test func `members that came or went with the latest revision are told from those of the run before`() throws {
        let (cache, first) = try firstRun()
        var feed = first
        try feed.addCluster("C-009", size: 4, revision: 2)
        for name in ["acct-d", "acct-e"] { try feed.addMember(name, of: "C-009", holding: []) }
        feed.end(.membership, "C-009" + FeedRecord.separator + "acct-b", revision: 2)
        try cache.apply(feed.page(), at: FeedFixture.now)
        let changes = try cache.changes(of: cluster)
        #expect(changes.sizeBefore == 3)
        #expect(changes.joined == [AccountID("acct-d"), AccountID("acct-e")])
        #expect(changes.left.map(\.account) == [AccountID("acct-b")])
    }

    @Test func `a member that first sends something soon after a ban takes the banned one's place`() throws {
        let (cache, first) = try firstRun()
        var feed = first
        let ban = FeedFixture.start + 5 * Instant.day
        try feed.addOutcome("o-1", "acct-b", .banned, at: ban)
        try feed.addOutcome("o-2", "acct-c", .banned, at: ban + Instant.hour)
        try feed.addCluster("C-009", size: 3, revision: 2)
        feed.end(.membership, "C-009" + FeedRecord.separator + "acct-b", revision: 2)
        try feed.addMember("acct-d", of: "C-009", holding: [], firstAt: ban + 4 * Instant.minute)
        try feed.addMember("acct-e", of: "C-009", holding: [], firstAt: ban + 3 * Instant.day)
        try cache.apply(feed.page(), at: FeedFixture.now)
        let changes = try cache.changes(of: cluster)
        #expect(changes.left.map(\.outcome?.what) == [.banned])
        #expect(changes.replaced.map(\.by) == [AccountID("acct-d")])
        #expect(changes.replaced.map(\.after) == [4 * Instant.minute])
    }
}
