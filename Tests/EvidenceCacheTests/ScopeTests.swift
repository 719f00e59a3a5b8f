import Evidence
import EvidenceCache
import Feed
import HostileText
import Testing

/// Whose exchanges a question is about, and what is known of them beyond their number.
@Suite struct ScopeTests {
    private let cache: EvidenceCache
    private let account = AccountID("acct-a")
    private let cluster = ClusterID("C-001")

    init() throws {
        cache = try FeedFixture.filled()
    }

    private func exchanges(_ scope: Scope) throws -> Int {
        try cache.targets(of: scope).reduce(0) { $0 + $1.exchanges }
    }

    @Test func `several accounts and clusters are counted once each`() throws {
        #expect(try exchanges(.subjects([.account(account)])) == 4)
        #expect(try exchanges(.subjects([.account(account), .cluster(cluster)])) == 8)
        #expect(try exchanges(.subjects([.cluster(cluster), .account(AccountID("acct-c"))])) == 12)
        let odd: [Subject] = [.account(AccountID("no \" \\ \u{1} one")), .cluster(ClusterID("'"))]
        #expect(try exchanges(.subjects(odd)) == 0)
        #expect(try exchanges(.subjects([])) == 0)
    }

    @Test func `a campaign is the accounts of a case and the members of its clusters`() throws {
        let analyst = UntrustedText("kim")
        let matter = try cache.openCase(titled: UntrustedText("pool"), by: analyst, at: FeedFixture.now)
        #expect(try exchanges(.campaign(matter.id)) == 0)
        _ = try cache.add([.account(account)], to: matter.id, by: analyst, at: FeedFixture.now)
        #expect(try exchanges(.campaign(matter.id)) == 4)
        _ = try cache.add([.cluster(cluster)], to: matter.id, by: analyst, at: FeedFixture.now)
        #expect(try exchanges(.campaign(matter.id)) == 8)
    }

    @Test func `how much of a history is kept is told from what the detector counts`() throws {
        let kept = try cache.keptHistory(of: .account(account))
        #expect(kept.exchanges == 4)
        #expect(kept.firstDay == FeedFixture.start.day)
        #expect(kept.isTruncated == (kept.of > 4))
        let end = FeedFixture.start + 2 * Instant.day
        #expect(try cache.countExchanges(of: .account(account), from: FeedFixture.start, to: end) == 2)
    }

    @Test func `a histogram stacked both ways counts the same, by days and by hours`() throws {
        let end = FeedFixture.start + 4 * Instant.day
        for width in [2 * Instant.day, Instant.hour] {
            let both = try cache.timelines(of: .everything, from: FeedFixture.start, to: end, width: width)
            #expect(both.byTarget.total == 12)
            #expect(both.byModel.total == 12)
        }
    }

    @Test func `exchanges of a template are those of each account in turn, without the one that asks`() throws {
        let all = try cache.exchanges(from: TemplateID("T-1"))
        #expect(all.count == 8)
        let accounts = try all.prefix(2).map { try #require(try cache.exchange($0)).document.exchange.account }
        #expect(Set(accounts).count == 2)
        let others = try cache.exchanges(from: TemplateID("T-1"), except: account)
        #expect(others.count == 4)
        #expect(try cache.exchanges(from: TemplateID("T-1"), of: .account(account), limit: 1).count == 1)
        #expect(try cache.exchanges(from: TemplateID("T-none")).isEmpty)
    }

    @Test func `the ways of asking are counted over the newest exchanges`() throws {
        let habits = try cache.habits(of: account)
        #expect(habits.read == 4)
        #expect(habits.rows.allSatisfy { $0.exchanges <= 4 })
        #expect(try cache.habits(of: account, limit: 2).read == 2)
    }
}
