import Evidence
import EvidenceCache
import Feed
import HostileText
import Testing

@Suite struct QuestionTests {
    let cache: EvidenceCache
    let viewer = FeedFixture.viewer
    let account = AccountID("acct-a")
    let cluster = ClusterID("C-001")

    init() throws {
        cache = try FeedFixture.filled()
    }

    @Test func `a dossier holds the account with its signals, clusters, origins and counts`() throws {
        let dossier = try #require(try cache.dossier(of: account, for: viewer))
        #expect(dossier.account.exchanges == 4)
        #expect(dossier.signals.map(\.name) == [.sharedPayment])
        #expect(dossier.memberships.map(\.cluster?.id) == [cluster])
        #expect(dossier.days.suffix(4) == [1, 1, 1, 1])
        #expect(dossier.hours.reduce(0, +) == 4)
        #expect(dossier.hours[0] == 1)  // 2026-05-18 is a Monday.
        #expect(dossier.targets.map(\.share) == [1])
        #expect(dossier.targets[0].lift == nil)
        let range = try #require(dossier.origins.top[.range]?.first)
        #expect(range.value == UntrustedText("203.0.113.0/24"))
        #expect((range.exchanges, range.accounts, range.ordinaryAccounts) == (4, 2, 0))
        #expect(dossier.origins.top[.asn]?.first?.accounts == 3)
        #expect(dossier.origins.top[.model]?.first?.value == UntrustedText("model-a"))
        #expect(dossier.texts == 1)
        #expect(try cache.dossier(of: AccountID("nobody"), for: viewer) == nil)
    }

    @Test func `a timeline by days and by hours counts the same exchanges`() throws {
        let end = FeedFixture.start + 4 * Instant.day
        for scope in [Scope.account(account), .cluster(cluster), .everything] {
            let days = try cache.timeline(of: scope, from: FeedFixture.start, to: end, width: Instant.day)
            let hours = try cache.timeline(of: scope, from: FeedFixture.start, to: end, width: Instant.hour)
            #expect(days.total == hours.total)
            #expect(days.series.map(\.name) == hours.series.map(\.name))
            #expect(hours.series[0].counts.count == 96)
        }
        let all = try cache.timeline(of: .everything, from: FeedFixture.start, to: end, width: 2 * Instant.day)
        #expect(all.series.map(\.counts) == [[4, 4], [2, 2]])
        #expect(all.series.map(\.name) == [.target(.rewardGrading), .target(.general)])
        let models = try cache.timeline(
            of: .cluster(cluster), from: FeedFixture.start, to: end, width: 4 * Instant.day, by: .model)
        #expect(models.series.map(\.name) == [.model(UntrustedText("model-a"))])
        let chosen = Scope.selection(try Filter(parsing: "pathway:education"), viewer)
        #expect(try cache.timeline(of: chosen, from: FeedFixture.start, to: end, width: Instant.day).total == 4)
    }

    @Test func `a timeline of too many buckets is refused`() throws {
        #expect(throws: CacheProblem.self) {
            try cache.timeline(of: .everything, from: FeedFixture.start, to: FeedFixture.start + Instant.day, width: 1)
        }
    }

    @Test func `conversations in a brush are listed with what their exchanges say`() throws {
        let brush = Brush(from: FeedFixture.start, to: FeedFixture.start + 2 * Instant.day)
        let request = PageRequest(sort: ConversationSort.time, isDescending: false, limit: 3)
        let page = try cache.conversations(of: .cluster(cluster), in: brush, request, for: viewer)
        #expect(
            page.rows.map { $0.conversation.id.text.verbatim } == ["conv-acct-a-0", "conv-acct-b-0", "conv-acct-a-1"])
        #expect(page.rows[0].target == .rewardGrading)
        #expect(page.rows[0].template == TemplateID("T-1"))
        #expect(page.rows[0].inputTokens == 100)
        #expect(page.rows[0].texts == 1)
        #expect(try cache.countConversations(of: .cluster(cluster), in: brush, for: viewer) == 4)
        let found = try cache.countConversations(
            of: .everything,
            filter: Filter(parsing: "\"answer number\" target:reward_grading model:model-a template:T-1"),
            for: viewer)
        #expect(found == 2)
    }

    @Test func `the reader gets a conversation's turns, and a preview its exemplars`() throws {
        let turns = try cache.turns(of: ConversationID("conv-acct-a-0"))
        #expect(
            turns.map(\.document.exchange.text?.messages.first?.content) == [
                UntrustedText("Grade answer number 0 for rigour")
            ])
        #expect(try cache.exemplars(of: account).count == 1)
        #expect(try cache.exemplars(of: account, template: TemplateID("T-9")).isEmpty)
        #expect(try cache.turns(of: ConversationID("none")).isEmpty)
    }

    @Test func `targets and templates say whose they are`() throws {
        let targets = try cache.targets(of: .everything)
        #expect(targets.map(\.exchanges) == [8, 4])
        #expect(targets[1].lift == 4.0 / 12.0)
        let templates = try cache.templates(of: .cluster(cluster))
        #expect(templates.uses.map(\.exchanges) == [8])
        #expect(templates.uses.map(\.accounts) == [2])
        #expect(templates.total == 1)
        #expect(try cache.template(TemplateID("T-1"))?.accounts == 2)
    }

    @Test func `a cluster is told with members, shared values and links`() throws {
        let row = try #require(try cache.cluster(cluster, for: viewer))
        #expect(row.flag == FlagID("flag-c"))
        #expect(row.flaggedMembers == 2)
        #expect(try cache.clusters(PageRequest(sort: .score), for: viewer).rows == [row])
        let members = try cache.members(of: cluster, PageRequest(sort: .score), for: viewer)
        #expect(members.rows.map(\.membership.account) == [account, AccountID("acct-b")])
        let indicators = try cache.indicators(of: cluster)
        #expect(indicators.rows.map(\.members) == [2])
        let edges = try cache.edges(of: cluster)
        #expect(edges.total == 1)
        #expect(try cache.accounts(with: IndicatorID("payment:pay-1")).total == 2)
        #expect(try cache.path(from: AccountID("acct-b"), to: account)?.count == 1)
        #expect(try cache.path(from: AccountID("acct-c"), to: account) == nil)
    }

    @Test func `related accounts come with the values they share`() throws {
        let related = try cache.related(to: account, for: viewer)
        #expect(related.total == 1)
        #expect(related.rows.map(\.id) == [AccountID("acct-b")])
        #expect(related.rows[0].shared.map(\.indicator.rarity) == [1])
        #expect(try cache.accountsSharing(.payment, UntrustedText("pay-1")) == (2, 0))
    }

    @Test func `labels in bulk take every subject that the filter lets through`() throws {
        #expect(
            try cache.subjects(ofFlags: Filter(parsing: "score>0.92"), for: viewer) == [
                .cluster(cluster), .account(account),
            ])
    }

    @Test func `a flag's rank is the number of flags before it`() throws {
        let request = PageRequest(sort: FlagSort.urgency)
        let place = try #require(try cache.place(of: FlagID("flag-b"), in: request, for: viewer))
        #expect(try cache.rank(of: place, in: request, for: viewer) == 2)
    }
}

@Suite struct RevisionTests {
    @Test func `replaced revisions are kept with the sequences for which they held`() throws {
        let cache = try EvidenceCache.inMemory()
        var feed = try FeedFixture.whole()
        let subject = Subject.account(AccountID("acct-a"))
        let first = try #require(feed.records.first { $0.id == "flag-a" })
        try feed.add(.flag, "flag-a", FeedFixture.flag("flag-a", on: subject, score: 0.5, urgency: 1), revision: 2)
        let second = try #require(feed.records.last)
        feed.end(.flag, "flag-a", revision: 3)
        let third = try #require(feed.records.last)
        try cache.apply(feed.page(), at: FeedFixture.now)
        let revisions = try cache.revisions(of: .flag, "flag-a")
        #expect(revisions.map(\.revision) == [1, 2])
        #expect(revisions.map(\.from) == [first.sequence, second.sequence])
        #expect(revisions.map(\.to) == [second.sequence, third.sequence])
        #expect(revisions.map(\.document) == [first.document, second.document])
        #expect(try cache.revisions(of: .flag, "flag-b").map(\.to) == [nil])
        #expect(try cache.revisions(of: .edge, "flag-b").isEmpty)
    }
}
