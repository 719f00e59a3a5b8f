public import Evidence
import GRDB

/// How much of a scope's history the cache holds: the detector may have seen more than the feed brings.
public struct KeptHistory: Hashable, Sendable {
    /// The exchanges that are cached.
    public var exchanges: Int
    /// The exchanges that the detector counts.
    public var of: Int
    /// The first day of which an exchange is cached, since 1970; `nil` without any.
    public var firstDay: Int?

    /// Whether some are missing.
    public var isTruncated: Bool { exchanges < of }
}

extension EvidenceCache {
    /// How much of a scope's history is cached. Reads rollups: a row or two an account.
    public func keptHistory(of scope: Scope) throws -> KeptHistory {
        try read { db in
            let whose = AccountSet(scope).contains("a.key")
            return try db.row(
                """
                SELECT ifnull(sum((SELECT sum(t.exchanges) FROM targetCount t WHERE t.account = a.key)), 0),
                    ifnull(sum(a.exchanges), 0),
                    min((SELECT d.day FROM dailyCount d WHERE d.account = a.key ORDER BY d.day LIMIT 1))
                FROM accountFact a WHERE a.revision > 0 AND \(whose.sql)
                """, whose.values
            ) { KeptHistory(exchanges: $0.int(0), of: $0.int(1), firstDay: $0.optional(2, $0.int)) }
                ?? KeptHistory(exchanges: 0, of: 0)
        }
    }

    /// The cached exchanges of a scope between two times, by whole UTC days. Reads rollups.
    public func countExchanges(of scope: Scope, from: Instant, to end: Instant) throws -> Int {
        try read { db in
            let last = end.milliseconds > from.milliseconds ? (end + -1).day : from.day
            return try Rollups.days(of: AccountSet(scope), from: from.day, through: last, in: db).reduce(0, +)
        }
    }
}
