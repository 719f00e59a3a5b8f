import Evidence
import EvidenceCache
import Feed
import HostileText
import Testing

@Suite struct ClusterQuestionTests {
    private let cache: EvidenceCache
    private let cluster = ClusterID("C-009")
    private let viewer = FeedFixture.viewer

    /// Six accounts: all share a span, three a payment, two of these a range.
    init() throws {
        cache = try EvidenceCache.inMemory()
        var feed = FeedFixture()
        try feed.addValue("span:1", .span, accounts: 6, rarity: 0.5)
        try feed.addValue("payment:1", .payment, accounts: 3, rarity: 1)
        try feed.addValue("range:1", .addressRange, accounts: 2, rarity: 0.9)
        try feed.addValue("client:1", .client, accounts: 9, rarity: 0.2)
        try feed.addCluster("C-009", size: 6)
        for number in 0..<6 {
            let values =
                ["span:1"] + (number < 3 ? ["payment:1"] : []) + (number < 2 ? ["range:1"] : [])
                + (number == 5 ? ["client:1"] : [])
            try feed.addMember(
                "acct-\(number)", of: "C-009", holding: values, weight: 1 - Double(number) * 0.1)
        }
        try feed.addLink("acct-0", "acct-1", by: "payment:1", weight: 2)
        try feed.addLink("acct-1", "acct-3", by: "span:1")
        try feed.addLink("acct-3", "acct-4", by: "span:1")
        try cache.apply(feed.page(), at: FeedFixture.now)
    }

    @Test func `shared values come by what they say, and one that a single member has is not shared`() throws {
        let (rows, total) = try cache.sharedValues(of: cluster)
        #expect(rows.map(\.indicator.id.text.verbatim) == ["payment:1", "range:1", "span:1"])
        #expect(rows.map(\.members) == [3, 2, 6])
        #expect(total == 3)
        #expect(try cache.sharedValues(of: cluster, limit: 1).rows.count == 1)
    }

    @Test func `members are grouped by which of some values they have`() throws {
        let values = ["span:1", "payment:1", "range:1"].map { IndicatorID($0) }
        let holdings = try cache.holdings(of: cluster, by: values)
        #expect(
            holdings.groups == [.init(holding: 1, count: 3), .init(holding: 7, count: 2), .init(holding: 3, count: 1)])
        #expect(try cache.holdings(of: cluster, by: []).groups == [.init(holding: 0, count: 6)])
        let members = try cache.members(of: cluster, holding: 7, of: values, limit: 5, for: viewer)
        #expect(members.map(\.membership.account) == [AccountID("acct-0"), AccountID("acct-1")])
        #expect(holdings.prefix(2).map(\.holding) == [7, 7])
        let chosen = try cache.accounts(of: cluster, holding: [7], of: values)
        #expect(chosen == [AccountID("acct-0"), AccountID("acct-1")])
    }

    @Test func `a member comes with its values, how many share them, and its links inside the cluster`() throws {
        let detail = try #require(try cache.memberDetail(AccountID("acct-1"), of: cluster, for: viewer))
        #expect(detail.shared.map(\.members) == [3, 2, 6])
        #expect(detail.ties.map(\.weight) == [2, 1])
        #expect(detail.tieCount == 2)
        #expect(try cache.memberDetail(AccountID("acct-9"), of: cluster, for: viewer) == nil)
    }

    @Test func `two accounts are together by the shortest chain of links, with all that its ends share`() throws {
        let chain = try #require(try cache.whyTogether(AccountID("acct-0"), AccountID("acct-3"), in: cluster))
        #expect(chain.map(\.from) == [AccountID("acct-0"), AccountID("acct-1")])
        #expect(chain[0].shared.map(\.indicator.id.text.verbatim) == ["payment:1", "range:1", "span:1"])
        #expect(chain[1].shared.map(\.indicator.id.text.verbatim) == ["span:1"])
        #expect(chain[0].active != nil)
    }

    @Test func `where no links lead, the values of the memberships say why`() throws {
        let chain = try #require(try cache.whyTogether(AccountID("acct-2"), AccountID("acct-5"), in: cluster))
        #expect(chain.count == 1)
        #expect(chain[0].edge == nil)
        #expect(chain[0].shared.map(\.indicator.id.text.verbatim) == ["span:1"])
        #expect(try cache.whyTogether(AccountID("acct-2"), AccountID("acct-z"), in: cluster) == nil)
    }

    @Test func `a muted value is no longer a way from one to the other`() throws {
        try cache.record(
            Mute(
                id: "m-1", indicator: IndicatorID("span:1"), isMuted: true, analyst: viewer.analyst,
                at: FeedFixture.now))
        let chain = try #require(try cache.whyTogether(AccountID("acct-0"), AccountID("acct-3"), in: cluster))
        #expect(chain.count == 1)
        #expect(chain[0].shared.map(\.isMuted) == [true])
    }

    @Test func `a sample is by chance, the same for the same seed, and without the exceptions`() throws {
        let first = try cache.sample(3, of: cluster, seed: 7)
        #expect(Set(first).count == 3)
        #expect(try cache.sample(3, of: cluster, seed: 7) == first)
        #expect(try !cache.sample(5, of: cluster, without: [first[0]], seed: 7).contains(first[0]))
        #expect(try cache.sample(50, of: cluster, seed: 7).count == 6)
    }

    @Test func `outcomes are kept, counted, and shown with the member they befell`() throws {
        var feed = FeedFixture()
        try feed.addOutcome("o-1", "acct-2", .banned, at: FeedFixture.start + Instant.day)
        try feed.addOutcome("o-2", "acct-2", .reinstated, at: FeedFixture.start + 2 * Instant.day)
        try cache.apply(feed.page(), at: FeedFixture.now)
        #expect(try cache.counts().feed["outcome"] == 2)
        #expect(try cache.outcomes(of: AccountID("acct-2")).map(\.what) == [.banned, .reinstated])
        #expect(
            try cache.member(AccountID("acct-2"), of: cluster, for: viewer)?.outcome?.what == .reinstated)
        feed.records = []
        feed.end(.outcome, "o-2", revision: 2)
        try cache.apply(feed.page(), at: FeedFixture.now)
        #expect(try cache.outcomes(of: AccountID("acct-2")).map(\.what) == [.banned])
        #expect(try cache.syncStatus(now: FeedFixture.now).unknownRecords == 0)
    }
}
