import Evidence
import EvidenceCache
import Feed
import HostileText
import Testing

@Suite struct QueueTests {
    let cache: EvidenceCache
    let viewer = FeedFixture.viewer

    init() throws {
        cache = try FeedFixture.filled()
    }

    private func ids(_ filter: String = "", sort: FlagSort = .urgency) throws -> [String] {
        try cache.flags(PageRequest(filter: Filter(parsing: filter), sort: sort), for: viewer).rows
            .map { $0.flag.id.text.verbatim }
    }

    @Test func `the queue is in order of urgency, with the account's facts and 14 days of counts`() throws {
        let rows = try cache.flags(PageRequest(sort: .urgency), for: viewer).rows
        #expect(rows.map { $0.flag.id.text.verbatim } == ["flag-a", "flag-c", "flag-b"])
        #expect(rows[0].account?.exchanges == 4)
        #expect(rows[0].days == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1])
        #expect(rows[1].members == 2)
        #expect(rows[1].days.suffix(4) == [2, 2, 2, 2])
    }

    @Test func `pages follow each other by key in both directions without a gap or a repeat`() throws {
        var request = PageRequest(sort: FlagSort.score, limit: 1)
        var seen: [String] = []
        while true {
            let page = try cache.flags(request, for: viewer)
            guard let row = page.rows.first, let place = page.last else { break }
            seen.append(row.flag.id.text.verbatim)
            request.start = .after(place)
        }
        #expect(seen == ["flag-a", "flag-c", "flag-b"])
        request.start = .last
        request.limit = 2
        let last = try cache.flags(request, for: viewer)
        #expect(last.rows.map { $0.flag.id.text.verbatim } == ["flag-c", "flag-b"])
        request.start = .before(try #require(last.first))
        #expect(try cache.flags(request, for: viewer).rows.map { $0.flag.id.text.verbatim } == ["flag-a"])
    }

    @Test(arguments: [
        ("score>0.92", ["flag-a", "flag-c"]), ("target:reward_grading", ["flag-a", "flag-c", "flag-b"]),
        ("target:vision", []), ("cluster:c-001", ["flag-a", "flag-c", "flag-b"]),
        ("account:acct-b", ["flag-c", "flag-b"]),
        ("org:org-0", ["flag-a", "flag-c"]), ("pathway:direct_api", ["flag-a", "flag-c", "flag-b"]),
        ("pathway:education", []), ("model:model-a", ["flag-a", "flag-c", "flag-b"]), ("model:model-z", []),
        ("signal:shared_payment", ["flag-a"]), ("indicator:payment", ["flag-a", "flag-c", "flag-b"]),
        ("asn:64500", ["flag-a", "flag-c", "flag-b"]), ("asn:64501", []),
        ("country:sg -flag-a", ["flag-a", "flag-c", "flag-b"]),
        ("range:203.0.113", ["flag-a", "flag-c", "flag-b"]), ("payment:pay-2", []),
        ("client:httpx", ["flag-a", "flag-c", "flag-b"]),
        ("template:T-1", ["flag-a", "flag-c", "flag-b"]), ("template:none", []),
        ("case:none", ["flag-a", "flag-c", "flag-b"]),
        ("status:open", ["flag-a", "flag-c", "flag-b"]), ("status:decided", []),
        ("status:coordinated", ["flag-a", "flag-c", "flag-b"]), ("analyst:kim", []),
        ("label:none", ["flag-a", "flag-c", "flag-b"]),
        ("label:benign", []), ("created<30d", ["flag-a", "flag-c", "flag-b"]), ("created<2d", []),
        ("seen<2d", []), ("seen:2026-05-21", ["flag-a", "flag-c", "flag-b"]), ("exchanges>500", []),
        ("hidden>0", []), ("hidden<1", ["flag-a", "flag-c", "flag-b"]), ("acct-a", ["flag-a"]),
        ("payment", ["flag-a", "flag-c", "flag-b"]),
        ("\"answer number 0\"", ["flag-a", "flag-c"]), ("\"r 1\"", ["flag-c", "flag-b"]),
        ("\"0 \"", ["flag-a", "flag-c"]),
        ("-score>0.92", ["flag-b"]), ("score>0.96 OR score<0.91", ["flag-a", "flag-b"]),
        ("(account:acct-a OR account:acct-b) -cluster:none score<0.92", ["flag-b"]),
    ])
    func `a filter finds its flags`(_ filter: String, _ expected: [String]) throws {
        #expect(try ids(filter) == expected)
        #expect(try cache.countFlags(Filter(parsing: filter), for: viewer) == expected.count)
    }

    @Test(arguments: FilterField.allCases)
    func `every field can be asked of every view`(_ field: FilterField) throws {
        let value =
            switch field.kind {
            case .number: ">=0"
            case .time: "<400d"
            case .choice(let words): ":" + words[0]
            case .text: ":a"
            }
        for line in [field.rawValue + value, "-" + field.rawValue + value, field.rawValue + ":none"] {
            guard let filter = try? Filter(parsing: line) else { continue }  // Numbers have no `none`.
            _ = try cache.flags(PageRequest(filter: filter, sort: .urgency), for: viewer)
            _ = try cache.accounts(PageRequest(filter: filter, sort: .score), for: viewer)
            _ = try cache.conversations(of: .everything, PageRequest(filter: filter, sort: .time), for: viewer)
            _ = try cache.clusters(PageRequest(filter: filter, sort: .score), for: viewer)
            _ = try cache.labels(PageRequest(filter: filter, sort: .time), for: viewer)
        }
    }

    @Test func `a claim shows on the flag until it ends, and the first analyst keeps it`() throws {
        let now = viewer.now
        let mine = try cache.claim(FlagID("flag-b"), by: UntrustedText("lee"), at: now)
        let held = try cache.claim(FlagID("flag-b"), by: FeedFixture.analyst, at: now + Instant.minute)
        #expect(held == mine)
        #expect(try ids("status:claimed") == ["flag-b"])
        let later = Viewer(analyst: FeedFixture.analyst, now: now + Claim.duration + 1)
        #expect(try cache.flag(FlagID("flag-b"), for: later)?.flag.status == .open)
    }

    @Test func `a flag that only others decided is still open to an analyst who is blind`() throws {
        try cache.record(FeedFixture.label("e1", .benign, by: "lee"))
        #expect(try ids("label:none") == ["flag-a", "flag-c", "flag-b"])
        #expect(try ids("label:benign").isEmpty)
        #expect(try cache.flag(FlagID("flag-a"), for: viewer)?.flag.status == .open)
        try cache.record(FeedFixture.label("e2", .relay))
        #expect(try cache.flag(FlagID("flag-a"), for: viewer)?.flag.status == .decided)
        #expect(try ids("label:relay status:decided") == ["flag-a"])
        #expect(try ids("label:none") == ["flag-c", "flag-b"])
    }
}
