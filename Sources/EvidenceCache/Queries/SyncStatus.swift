public import Evidence
public import Feed
import GRDB

/// How fresh the cache is, and what waits to go out.
public struct SyncStatus: Hashable, Sendable {
    /// The feed's epoch; `nil` before the first page.
    public var epoch: String?
    /// Where to read on.
    public var cursor: FeedCursor?
    /// When the last page came.
    public var syncedAt: Instant?
    /// Whether nothing more was ready then.
    public var isCaughtUp: Bool
    /// Records that came in all.
    public var records: Int
    /// Records that the detector withheld: history is truncated.
    public var withheld: Int
    /// Events that the detector has not answered.
    public var waiting: Int
    /// Events that it refused.
    public var refused: Int
    /// Records of kinds or forms that this version does not know, and fields.
    public var unknownRecords: Int
    /// Who syncs at the moment, if somebody does.
    public var leaseHolder: String?
}

/// How many things the cache holds. O(1) in the number of exchanges.
public struct CacheCounts: Hashable, Codable, Sendable {
    /// Things that came from the feed, by kind as the feed names it, and `text` for cached texts.
    public var feed: [String: Int]
    /// Label events made here or elsewhere.
    public var labelEvents: Int
    /// Cases.
    public var cases: Int
    /// Lines of the activity log.
    public var activity: Int

    /// The number of things of a kind.
    public subscript(kind: FeedKind) -> Int { feed[kind.rawValue] ?? 0 }
}

extension EvidenceCache {
    /// How fresh the cache is, and what waits to go out.
    public func syncStatus(now: Instant) throws -> SyncStatus {
        try read { db in
            var status = SyncStatus(
                isCaughtUp: false, records: 0, withheld: 0,
                waiting: try db.count("SELECT count(*) FROM outbox WHERE outcome IS NULL"),
                refused: try db.count("SELECT count(*) FROM outbox WHERE outcome = 'refused'"),
                unknownRecords: try db.count("SELECT count(*) FROM unknownRecord"))
            status.leaseHolder = try db.row("SELECT holder FROM syncLease WHERE until > ?", [SQLValue(now)]) {
                $0.string(0)
            }
            try db.step(
                "SELECT epoch, cursor, syncedAt, isCaughtUp, records, withheld FROM feedState WHERE id = 1", []
            ) { row in
                status.epoch = row.string(0)
                status.cursor = row.optional(1, row.string).map { FeedCursor($0) }
                status.syncedAt = row.instant(2)
                status.isCaughtUp = row.flag(3)
                status.records = row.int(4)
                status.withheld = row.int(5)
                return false
            }
            return status
        }
    }

    /// How many things the cache holds.
    public func counts() throws -> CacheCounts {
        try read { db in
            var feed: [String: Int] = [:]
            try db.step("SELECT name, count FROM tally WHERE name <> 'newestAt' AND count <> 0", []) { row in
                feed[row.string(0)] = row.int(1)
                return true
            }
            return CacheCounts(
                feed: feed, labelEvents: try db.count("SELECT count(*) FROM labelEvent"),
                cases: try db.count("SELECT count(*) FROM caseFile"),
                activity: try db.count("SELECT ifnull(max(number), 0) FROM activity"))
        }
    }

    /// The time of the newest exchange that ever came; `nil` in an empty cache.
    public func newestExchange() throws -> Instant? {
        try read { db in try db.row("SELECT count FROM tally WHERE name = 'newestAt'") { $0.instant(0) } }
    }

    /// Fields that this version does not know, by kind, and how often they came.
    public func unknownFields() throws -> [String: [String: Int]] {
        try read { db in
            var fields: [String: [String: Int]] = [:]
            try db.step("SELECT kind, field, count FROM unknownField", []) { row in
                fields[row.string(0), default: [:]][row.string(1)] = row.int(2)
                return true
            }
            return fields
        }
    }
}
