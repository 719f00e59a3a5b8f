public import Evidence
import GRDB
import HostileText

/// Members of a cluster that have the same of some shared values, and how many they are.
public struct MemberGroup: Hashable, Sendable {
    /// Which of the values asked for they have: bit n stands for the n-th.
    public var holding: UInt64
    /// How many members.
    public var count: Int

    /// Makes a group.
    public init(holding: UInt64, count: Int) {
        self.holding = holding
        self.count = count
    }
}

/// Which of some shared values a member has: bit n stands for the n-th.
public struct MemberHolding: Hashable, Sendable {
    /// The member.
    public var account: AccountID
    /// Its values.
    public var holding: UInt64
}

extension [MemberHolding] {
    /// The members in groups that have the same, largest groups first.
    public var groups: [MemberGroup] {
        reduce(into: [UInt64: Int]()) { $0[$1.holding, default: 0] += 1 }
            .map { MemberGroup(holding: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.holding) < ($0.count, $1.holding) }
    }
}

extension EvidenceCache {
    /// The values that two or more members share, those that say most first, and how many such values there are.
    ///
    /// What a value says is its members times the square of its rarity: a value of two members that nobody else has
    /// comes after one of twenty. O(members), whatever the limit.
    public func sharedValues(of cluster: ClusterID, limit: Int = 24) throws -> (rows: [IndicatorRow], total: Int) {
        try read { db in
            let shared = """
                SELECT u.indicator AS id, count(*) AS members FROM membership m
                JOIN indicatorUse u ON u.subject = m.account AND u.kind = 'account' AND u.source = 'membership:' || ?1
                WHERE m.cluster = ?1 GROUP BY u.indicator HAVING count(*) > 1
                """
            let found = try db.rows(
                """
                SELECT i.document, c.members, \(Mutes.isMuted("i.id")), count(*) OVER () FROM (\(shared)) c
                JOIN indicator i ON i.id = c.id ORDER BY c.members * i.rarity * i.rarity DESC, i.id LIMIT ?2
                """, [SQLValue(cluster), SQLValue(limit)]
            ) { row in
                (
                    row: IndicatorRow(indicator: try row.document(0), members: row.int(1), isMuted: row.flag(2)),
                    all: row.int(3)
                )
            }
            return (found.map(\.row), found.first?.all ?? 0)
        }
    }

    /// Which of some values each member of a cluster has, the firmest members first. One pass over the members and one
    /// over each value: about 0.1 s for 20,000 members.
    ///
    /// - Parameter values: at most forty.
    public func holdings(of cluster: ClusterID, by values: [IndicatorID]) throws -> [MemberHolding] {
        try read { db in
            let source = UntrustedText("membership:" + cluster.text.verbatim)
            var held: [AccountID: UInt64] = [:]
            for (place, value) in values.prefix(40).enumerated() {
                let sql = "SELECT subject FROM indicatorUse WHERE indicator = ? AND kind = 'account' AND source = ?"
                try db.step(sql, [SQLValue(value), .text(source)]) { row in
                    held[row.id(0), default: 0] |= 1 << UInt64(place)
                    return true
                }
            }
            let sql = "SELECT account FROM membership WHERE cluster = ? ORDER BY weight DESC, account"
            return try db.rows(sql, [SQLValue(cluster)]) { row in
                let account: AccountID = row.id(0)
                return MemberHolding(account: account, holding: held[account] ?? 0)
            }
        }
    }

    /// Every member of a cluster that has just one of these combinations of some values, in the order of their ids.
    public func accounts(
        of cluster: ClusterID, holding wanted: Set<UInt64>, of values: [IndicatorID]
    ) throws -> [AccountID] {
        try read { db in
            let holdings = Holdings(cluster, values)
            return try db.rows("SELECT account, holding FROM (\(holdings.sql)) ORDER BY account", holdings.values) {
                wanted.contains(UInt64(bitPattern: $0.int64(1))) ? $0.id(0) : nil
            }.compactMap { $0 }
        }
    }

    /// The firmest members of a cluster that have just these of some values.
    public func members(
        of cluster: ClusterID, holding: UInt64, of values: [IndicatorID], limit: Int, for viewer: Viewer
    ) throws -> [MemberRow] {
        let accounts: [AccountID] = try read { db in
            let holdings = Holdings(cluster, values)
            return try db.rows(
                """
                SELECT account FROM (\(holdings.sql)) WHERE holding = \(Int64(bitPattern: holding))
                ORDER BY weight DESC, account LIMIT \(limit)
                """, holdings.values
            ) { $0.id(0) }
        }
        return try accounts.compactMap { try member($0, of: cluster, for: viewer) }
    }
}

/// Each member of a cluster with its holding, as SQL.
private struct Holdings {
    let sql: String
    let values: [SQLValue]

    init(_ cluster: ClusterID, _ indicators: [IndicatorID]) {
        let known = indicators.prefix(40)
        let cases = known.indices.map { "WHEN ?\($0 + 2) THEN \(Int64(1) << Int64($0))" }.joined(separator: " ")
        let places = known.indices.map { "?\($0 + 2)" }.joined(separator: ", ")
        let holding =
            known.isEmpty
            ? "0"
            : """
            (SELECT ifnull(sum(CASE u.indicator \(cases) END), 0) FROM indicatorUse u WHERE u.subject = m.account
                AND u.kind = 'account' AND u.source = 'membership:' || ?1 AND u.indicator IN (\(places)))
            """
        sql =
            "SELECT m.account AS account, m.weight AS weight, \(holding) AS holding FROM membership m WHERE m.cluster = ?1"
        values = [SQLValue(cluster)] + known.map { SQLValue($0) }
    }
}
