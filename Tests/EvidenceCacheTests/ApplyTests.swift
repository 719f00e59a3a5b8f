import Evidence
import EvidenceCache
import Feed
import Foundation
import HostileText
import Testing

@Suite struct ApplyTests {
    let cache: EvidenceCache
    let now = FeedFixture.now

    init() throws {
        cache = try EvidenceCache.inMemory()
    }

    private func report() throws -> IntegrityReport {
        let report = try cache.checkIntegrity()
        #expect(report.problems == [])
        return report
    }

    @Test func `a page is applied with its cursor, and everything is counted`() throws {
        let feed = try FeedFixture.whole()
        let outcome = try cache.apply(feed.page(), at: now)
        #expect(outcome.applied == feed.records.count)
        #expect(outcome.known + outcome.unknown == 0)
        #expect(try cache.cursor() == feed.page().next)
        let counts = try cache.counts()
        #expect(counts[.exchange] == 12)
        #expect(counts[.account] == 3)
        #expect(counts[.conversation] == 12)
        #expect(counts[.flag] == 3)
        #expect(try report().counts["exchange"] == 12)
    }

    @Test func `a page that comes twice changes nothing the second time`() throws {
        let feed = try FeedFixture.whole()
        try cache.apply(feed.page(), at: now)
        let before = try report()
        let again = try cache.apply(feed.page(), at: now + 1)
        #expect(again.applied == 0)
        #expect(again.known == feed.records.count)
        #expect(try report() == before)
    }

    @Test func `the digest does not depend on the pages or on the order in which records came`() throws {
        let feed = try FeedFixture.whole()
        try cache.apply(feed.page(), at: now)
        let whole = try report().digest
        for order in [feed.records.reversed(), feed.records.sorted { $0.id < $1.id }] {
            let other = try EvidenceCache.inMemory()
            for record in order {
                try other.apply(
                    FeedPage(epoch: "epoch-1", records: [record], next: FeedCursor("x"), hasMore: true), at: now + 5)
            }
            #expect(try other.checkIntegrity().digest == whole)
            #expect(try other.checkIntegrity().ok)
        }
    }

    @Test func `a revision moves an exchange from one target to another in every count`() throws {
        var feed = try FeedFixture.whole()
        try cache.apply(feed.page(), at: now)
        feed.records = []
        var changed = FeedFixture.exchange(
            "acct-a-0", of: "acct-a", at: FeedFixture.start, target: .vision, text: "Describe the picture")
        changed.exchange.usage.output = 400
        try feed.add(changed, revision: 2)
        try cache.apply(feed.page(), at: now)
        let targets = try cache.targets(of: .account(AccountID("acct-a")))
        #expect(targets.map(\.target) == [.rewardGrading, .vision])
        #expect(targets.map(\.exchanges) == [3, 1])
        #expect(try cache.countFlags(Filter(parsing: "\"Describe the\""), for: FeedFixture.viewer) == 2)
        #expect(try cache.countFlags(Filter(parsing: "\"answer number 0\""), for: FeedFixture.viewer) == 0)
        _ = try report()
    }

    @Test func `a lower revision never overwrites a higher, nor raises what has ended`() throws {
        var feed = FeedFixture()
        try feed.add(FeedFixture.exchange("x", of: "acct-a", at: FeedFixture.start, target: .vision), revision: 3)
        try feed.add(FeedFixture.exchange("x", of: "acct-a", at: FeedFixture.start, target: .probing), revision: 2)
        try cache.apply(feed.page(), at: now)
        #expect(try cache.exchange(ExchangeID("x"))?.document.target == .vision)
        feed.end(.exchange, "x", revision: 4)
        try feed.add(FeedFixture.exchange("x", of: "acct-a", at: FeedFixture.start, target: .probing), revision: 3)
        try cache.apply(feed.page(), at: now)
        #expect(try cache.exchange(ExchangeID("x")) == nil)
        #expect(try cache.counts()[.exchange] == 0)
        try feed.add(FeedFixture.exchange("x", of: "acct-a", at: FeedFixture.start, target: .probing), revision: 5)
        try cache.apply(feed.page(), at: now)
        #expect(try cache.exchange(ExchangeID("x"))?.document.target == .probing)
        _ = try report()
    }

    @Test func `everything can end, and leaves nothing behind but what refers to it`() throws {
        var feed = try FeedFixture.whole()
        try cache.apply(feed.page(), at: now)
        for record in feed.records { feed.end(record.kind, record.id, revision: 9) }
        try cache.apply(feed.page(), at: now)
        #expect(try cache.counts().feed.isEmpty)
        #expect(try cache.flags(PageRequest(sort: .urgency), for: FeedFixture.viewer).rows.isEmpty)
        let empty = try EvidenceCache.inMemory().checkIntegrity().digest
        #expect(try report().digest == empty)
    }

    @Test func `unknown kinds, forms and fields are kept and counted`() throws {
        var feed = FeedFixture()
        try feed.add(FeedKind(rawValue: "hunch"), "h-1", ["what": "later"])
        try feed.add(.signal, "account:acct-a:clairvoyance", ["name": "clairvoyance"])
        try feed.add(.organisation, "org-9", ["id": "org-9", "accounts": "many"])
        feed.records.append(
            FeedRecord(
                sequence: 90, kind: .organisation, id: "org-1", revision: 1,
                document: Data(#"{"accounts":2,"colour":{"is":"red"},"id":"org-1"}"#.utf8)))
        let outcome = try cache.apply(feed.page(), at: now)
        #expect(outcome.unknown == 3)
        #expect(try cache.syncStatus(now: now).unknownRecords == 3)
        #expect(try cache.unknownFields() == ["organisation": ["colour": 1]])
        #expect(try cache.counts()[.organisation] == 1)
    }

    @Test func `a record whose values are out of range is kept aside, and the rest of its page is applied`() throws {
        var feed = FeedFixture()
        let subject = Subject.account(AccountID("acct-a"))
        try feed.add(.flag, "flag-x", FeedFixture.flag("flag-x", on: subject, score: 1.5, urgency: 1))
        try feed.add(.flag, "flag-y", FeedFixture.flag("flag-y", on: subject, score: 0.5, urgency: 1))
        var account = Account(
            id: AccountID("acct-a"), exchanges: 1, conversations: 1, keys: 1, firstAt: now, lastAt: now)
        account.score = -1
        try feed.add(.account, "acct-a", account)
        let outcome = try cache.apply(feed.page(), at: now)
        #expect((outcome.applied, outcome.unknown) == (1, 2))
        #expect(try cache.counts().feed == ["flag": 1])
        _ = try report()
        feed.records = []
        account.score = 0.5
        try feed.add(.account, "acct-a", account, revision: 2)
        try cache.apply(feed.page(), at: now)
        #expect(try cache.syncStatus(now: now).unknownRecords == 1)
    }

    @Test func `no field of a known kind is taken for unknown`() throws {
        try cache.apply(try FeedFixture.whole().page(), at: now)
        #expect(try cache.unknownFields().isEmpty)
    }

    @Test func `a page of another epoch is refused whole`() throws {
        try cache.apply(try FeedFixture.whole().page(), at: now)
        let before = try report()
        #expect(throws: CacheProblem.otherEpoch(known: "epoch-1", came: "epoch-2")) {
            try cache.apply(try FeedFixture.whole().page("epoch-2"), at: now)
        }
        #expect(try report() == before)
    }

    @Test func `withheld records are remembered`() throws {
        var page = try FeedFixture.whole().page()
        page.withheld = 7
        try cache.apply(page, at: now)
        page.withheld = 0
        try cache.apply(page, at: now)
        #expect(try cache.syncStatus(now: now).withheld == 7)
    }

    @Test(arguments: ["a\u{0}b", "a:b:c", "a\u{1F}b", "\u{202E}acct", "O'Brien \"x\" %_", "e\u{301}", "\u{FFFD}"])
    func `an id that a client made up is kept to the byte`(_ id: String) throws {
        var feed = FeedFixture()
        try feed.add(FeedFixture.exchange(id, of: id, at: FeedFixture.start, text: "said by \(id)", model: id))
        try feed.add(FeedFixture.exchange(id + "2", of: "a", at: FeedFixture.start))
        let signal = Signal(subject: .account(AccountID(id)), name: .ramp, value: 1, unit: "days")
        try feed.add(.signal, FeedRecord.id(of: signal), signal)
        try cache.apply(feed.page(), at: now)
        let found = try #require(try cache.exchange(ExchangeID(id)))
        #expect(found.document.exchange.account == AccountID(id))
        #expect(found.document.exchange.model == UntrustedText(id))
        #expect(try cache.turns(of: ConversationID("conv-" + id)).map(\.document.exchange.id) == [ExchangeID(id)])
        #expect(try cache.signals(of: .account(AccountID(id))) == [signal])
        feed.records = []
        feed.end(.signal, FeedRecord.id(of: signal), revision: 2)
        try cache.apply(feed.page(), at: now)
        #expect(try cache.signals(of: .account(AccountID(id))).isEmpty)
        _ = try report()
    }

    @Test func `an exchange without text is put together from its row`() throws {
        try cache.apply(try FeedFixture.whole().page(), at: now)
        let found = try #require(try cache.exchange(ExchangeID("acct-a-1")))
        #expect(!found.hasText)
        #expect(found.document.exchange.usage.output == 40)
        #expect(found.document.exchange.origin.addressRange == "203.0.113.0/24")
        #expect(found.document.exchange.standing.paymentHash == "pay-1")
        #expect(found.document.template == TemplateID("T-1"))
        let whole = try #require(try cache.exchange(ExchangeID("acct-a-0")))
        #expect(whole.hasText)
        #expect(
            whole.document
                == FeedFixture.exchange(
                    "acct-a-0", of: "acct-a", at: FeedFixture.start, target: .rewardGrading,
                    text: "Grade answer number 0 for rigour", template: "T-1"))
    }
}
