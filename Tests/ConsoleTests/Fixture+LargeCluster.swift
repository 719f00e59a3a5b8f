import Evidence
import EvidenceCache
import Feed
import HostileText

extension Fixture {
    /// A cache with one cluster, C-100, of as many members as asked for: all inject a span, pools share payments, and
    /// these address ranges; some share a client that many ordinary accounts have too.
    static func largeCluster(_ count: Int) throws -> EvidenceCache {
        var world = Fixture()
        try world.addLargeCluster(count)
        let cache = try EvidenceCache.inMemory()
        try cache.apply(world.page(), at: now)
        return cache
    }

    /// Adds it.
    mutating func addLargeCluster(_ count: Int) throws {
        let pools = max(2, count / 60)
        func value(
            _ id: String, _ kind: Indicator.Kind, _ text: String, _ accounts: Int, _ ordinary: Int, _ rarity: Double
        )
            throws
        {
            try add(
                .indicator, id,
                Indicator(
                    id: IndicatorID(id), kind: kind, value: UntrustedText(text), accounts: accounts,
                    ordinaryAccounts: ordinary, rarity: rarity))
        }
        try value("span:118", .span, "Think inside <r> tags", count, 0, 1)
        try value("client:1", .client, "t13d1516h2_8daaf6152771 python-httpx/0.27.0", count * 2, count, 0.3)
        try value("template:204", .template, "T-204", count / 3 + 1, 0, 0.9)
        for pool in 0..<pools {
            try value(
                "payment:\(pool)", .payment, "\(String(0x9f2c + pool * 7_919, radix: 16))41d0a7b3", count / pools + 1,
                0, 1)
            try value(
                "range:\(pool % 7)", .addressRange, "203.0.113.\(pool % 7 * 32)/27", count / 7 + count / 30 + 2, 2, 0.7)
        }
        try add(
            .cluster, "C-100",
            Cluster(
                id: ClusterID("C-100"), status: .coordinated, size: count, kinds: EvidenceKind.allCases, score: 0.97,
                exchanges: count * 94, firstAt: Instant(day: Fixture.firstDay), lastAt: Fixture.now - Instant.hour,
                targets: [TargetShare(target: .reasoningTrace, share: 0.7, lift: 40)],
                indicators: [IndicatorID("span:118")], reasons: ["injected span", "shared payment"]))
        for number in 0..<count { try addLargeMember(number, pools: pools) }
    }

    private mutating func addLargeMember(_ number: Int, pools: Int) throws {
        // A hostile name now and then: an escape, a bidi override, one that is much too long.
        let hex = String(UInt32(truncatingIfNeeded: (number + 1) &* 0x9E37_79B1), radix: 16)
        let name =
            switch number % 97 {
            case 13: "acct-\u{1B}[31m\(hex)"
            case 29: "acct-\u{202E}\(hex)"
            case 51: "acct-" + String(repeating: "作", count: 30) + hex
            default: "acct-\(hex)"
            }
        let pool = number % pools
        var values = ["span:118", "payment:\(pool)"]
        if number % 5 < 3 { values.append("range:\(pool % 7)") }
        if number % 3 == 0 { values.append("template:204") }
        if number % 2 == 0 { values.append("client:1") }
        var account = Account(
            id: AccountID(name), exchanges: 40 + number * 37 % 200, conversations: 12, keys: 1,
            firstAt: Instant(day: Fixture.firstDay) + Int64(number % 300) * Instant.hour,
            lastAt: Fixture.now - Instant.hour)
        account.score = 0.55 + Double(number * 31 % 45) / 100
        account.cluster = ClusterID("C-100")
        try add(.account, name, account)
        let membership = Membership(
            cluster: ClusterID("C-100"), account: account.id, weight: 1 - Double(number % 40) / 100,
            kinds: number % 2 == 0 ? EvidenceKind.allCases : [.content, .payment],
            indicators: values.map { IndicatorID($0) })
        try add(.membership, FeedRecord.id(of: membership), membership)
    }
}
