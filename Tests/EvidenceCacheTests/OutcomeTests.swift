import Evidence
import EvidenceCache
import Feed
import HostileText
import Testing

/// What became of accounts, as an analyst records it here.
@Suite struct OutcomeTests {
    private let cache: EvidenceCache
    private let viewer = FeedFixture.viewer
    private let account = AccountID("acct-a")
    private let other = AccountID("acct-b")

    init() throws { cache = try FeedFixture.filled() }

    private func outcome(
        _ id: String, _ what: Outcome.Kind = .banned, by analyst: String? = nil, after seconds: Int64 = 0,
        takesBack: String? = nil
    ) -> Outcome {
        Outcome(
            id: id, account: account, what: what, at: viewer.now + seconds * Instant.second,
            analyst: analyst.map { UntrustedText($0) } ?? viewer.analyst, takesBack: takesBack)
    }

    private func events(_ what: Outcome.Kind?, of accounts: [AccountID], ids: [String]) throws -> [Outcome] {
        var ids = ids
        return try cache.outcomes(recording: what, of: accounts, by: viewer.analyst, at: viewer.now + 9_000) {
            ids.removeFirst()
        }
    }

    @Test func `an outcome is one transaction with its line in the log and its events in the outbox`() throws {
        try cache.record(outcome("o1"))
        #expect(try cache.outcomes(of: account) == [outcome("o1")])
        let line = try #require(try cache.activity().first)
        #expect(line.action == .outcomeRecorded)
        #expect(line.subject == account.text)
        #expect(try cache.pendingEvents(limit: 9) == [.outcome(outcome("o1")), .activity(line)])
    }

    @Test func `of many outcomes all are written or none`() throws {
        #expect(throws: (any Error).self) { try cache.record([outcome("o1"), outcome("o1")], at: viewer.now) }
        #expect(try cache.outcomes(of: account).isEmpty)
        #expect(try cache.pendingEvents(limit: 9).isEmpty)
    }

    @Test func `what is taken back no longer counts, and undoing that brings it back as it was`() throws {
        try cache.record(outcome("o1", .limited))
        try cache.record(outcome("o2", after: 1))
        let undo = try cache.outcomes(undoing: [outcome("o2", after: 1)], at: viewer.now + 5_000) { "u1" }
        #expect(undo.map(\.takesBack) == ["o2"])
        try cache.record(undo, at: viewer.now + 5_000)
        #expect(try cache.outcomes(of: account).map(\.what) == [.limited])
        #expect(try cache.activity().first?.action == .outcomeTakenBack)
        let again = try cache.outcomes(undoing: undo, at: viewer.now + 6_000) { "u2" }
        #expect(again == [outcome("u2", after: 1)])
        try cache.record(again, at: viewer.now + 6_000)
        #expect(try cache.outcomes(of: account).map(\.id) == ["o1", "u2"])
    }

    @Test func `nobody takes another's outcome back, neither here nor through the feed`() throws {
        try cache.record(outcome("o1", by: "lee"))
        #expect(throws: CacheProblem.self) { try cache.record(outcome("o2", after: 1, takesBack: "o1")) }
        var feed = FeedFixture()
        try feed.add(.outcome, "o3", outcome("o3", by: "mallory", after: 1, takesBack: "o1"))
        try cache.apply(feed.page(), at: viewer.now)
        #expect(try cache.outcomes(of: account).map(\.id) == ["o1"])
    }

    @Test func `an account of which it is the latest already is left as it is`() throws {
        try cache.record(outcome("o1"))
        #expect(try events(.banned, of: [account, other], ids: ["n1"]).map(\.account) == [other])
        #expect(try events(.reinstated, of: [account], ids: ["n1"]).map(\.what) == [.reinstated])
    }

    @Test func `none takes back all of one's own and nothing of others'`() throws {
        try cache.record(outcome("o1", by: "lee"))
        try cache.record(outcome("o2", .limited, after: 1))
        try cache.record(outcome("o3", .appealed, after: 2))
        let back = try events(nil, of: [account, other], ids: ["n1", "n2"])
        #expect(back.map(\.takesBack) == ["o2", "o3"])
        try cache.record(back, at: viewer.now)
        #expect(try cache.outcomes(of: account).map(\.id) == ["o1"])
        #expect(try events(nil, of: [account], ids: []).isEmpty)
    }

    @Test func `one's own outcome comes back through the feed and is one`() throws {
        try cache.record(outcome("o1"))
        var feed = FeedFixture()
        try feed.add(.outcome, "o1", outcome("o1"))
        try cache.apply(feed.page(), at: viewer.now)
        #expect(try cache.outcomes(of: account) == [outcome("o1")])
    }

    @Test func `a member that comes after a ban recorded here replaces the banned one, until that is taken back`()
        throws
    {
        let cache = try EvidenceCache.inMemory()
        var feed = FeedFixture()
        try feed.addCluster("C-009", size: 2)
        try feed.addMember("acct-a", of: "C-009", holding: [])
        try feed.addMember("acct-d", of: "C-009", holding: [], firstAt: viewer.now + 4 * Instant.minute)
        try cache.apply(feed.page(), at: FeedFixture.now)
        try cache.record(outcome("o1"))
        #expect(try cache.changes(of: ClusterID("C-009")).replaced.map(\.by) == [AccountID("acct-d")])
        try cache.record(outcome("o2", after: 1, takesBack: "o1"))
        #expect(try cache.changes(of: ClusterID("C-009")).replaced.isEmpty)
    }
}
