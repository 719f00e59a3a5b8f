public import Evidence
import GRDB

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
            let rows = try db.rows(
                """
                SELECT i.document, c.members, \(Mutes.isMuted("i.id")) FROM (\(shared)) c JOIN indicator i ON i.id = c.id
                ORDER BY c.members * i.rarity * i.rarity DESC, i.id LIMIT ?2
                """, [SQLValue(cluster), SQLValue(limit)]
            ) { IndicatorRow(indicator: try $0.document(0), members: $0.int(1), isMuted: $0.flag(2)) }
            return (rows, try db.count("SELECT count(*) FROM (\(shared))", [SQLValue(cluster)]))
        }
    }

    /// The members of a cluster by which of some values they have, largest groups first; and how many groups there are.
    ///
    /// - Parameter values: at most forty.
    public func groups(
        of cluster: ClusterID, by values: [IndicatorID], limit: Int = 200
    ) throws -> (groups: [MemberGroup], total: Int) {
        try read { db in
            let holdings = Holdings(cluster, values)
            let groups = try db.rows(
                """
                SELECT holding, count(*) FROM (\(holdings.sql)) GROUP BY holding ORDER BY 2 DESC, 1
                LIMIT \(limit)
                """, holdings.values
            ) { MemberGroup(holding: UInt64(bitPattern: $0.int64(0)), count: $0.int(1)) }
            let total = try db.count("SELECT count(DISTINCT holding) FROM (\(holdings.sql))", holdings.values)
            return (groups, total)
        }
    }

    /// The firmest members of a cluster, each with which of some values it has: at most `limit`.
    public func holdings(
        of cluster: ClusterID, by values: [IndicatorID], limit: Int
    ) throws -> [(account: AccountID, holding: UInt64)] {
        try read { db in
            let holdings = Holdings(cluster, values)
            return try db.rows(
                "SELECT account, holding FROM (\(holdings.sql)) ORDER BY weight DESC, account LIMIT \(limit)",
                holdings.values
            ) { (account: $0.id(0), holding: UInt64(bitPattern: $0.int64(1))) }
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
