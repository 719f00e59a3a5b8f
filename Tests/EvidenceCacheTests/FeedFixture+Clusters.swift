import Evidence
import Feed
import HostileText

extension FeedFixture {
    /// Adds a shared value.
    mutating func addValue(_ id: String, _ kind: Indicator.Kind, accounts: Int, rarity: Double) throws {
        try add(
            .indicator, id,
            Indicator(
                id: IndicatorID(id), kind: kind, value: UntrustedText(id), accounts: accounts, ordinaryAccounts: 0,
                rarity: rarity))
    }

    /// Adds a cluster's own record.
    mutating func addCluster(_ id: String, size: Int, revision: Int64 = 1) throws {
        try add(
            .cluster, id,
            Cluster(
                id: ClusterID(id), status: .coordinated, size: size, kinds: [.content, .payment], score: 0.9,
                exchanges: size * 10, firstAt: FeedFixture.start, lastAt: FeedFixture.now), revision: revision)
    }

    /// Adds an account to a cluster with the values that it shares.
    mutating func addMember(
        _ name: String, of cluster: String, holding values: [String], weight: Double = 1, firstAt: Instant = start
    ) throws {
        try add(
            .account, name,
            Account(
                id: AccountID(name), exchanges: 10, conversations: 3, keys: 1, firstAt: firstAt,
                lastAt: FeedFixture.now))
        let membership = Membership(
            cluster: ClusterID(cluster), account: AccountID(name), weight: weight, kinds: [.content],
            indicators: values.map { IndicatorID($0) })
        try add(.membership, FeedRecord.id(of: membership), membership)
    }

    /// Adds what became of an account.
    mutating func addOutcome(_ id: String, _ account: String, _ what: Outcome.Kind, at: Instant) throws {
        try add(
            .outcome, id,
            Outcome(id: id, account: AccountID(account), what: what, at: at, analyst: UntrustedText("trust-team")))
    }

    /// Links two accounts by a value.
    mutating func addLink(_ a: String, _ b: String, by value: String, weight: Double = 1) throws {
        let edge = Edge(
            AccountID(a), AccountID(b), weight: weight,
            reasons: [
                .init(kind: .content, signal: .sharedTemplate, indicator: IndicatorID(value), weight: weight)
            ])
        try add(.edge, FeedRecord.id(of: edge), edge)
    }
}
