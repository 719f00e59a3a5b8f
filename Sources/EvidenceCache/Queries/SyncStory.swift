public import Evidence
import Foundation
import GRDB
public import HostileText

/// One run of a sync that brought something.
public struct SyncRun: Hashable, Sendable {
    /// When it ended.
    public var at: Instant
    /// Who ran it.
    public var analyst: UntrustedText
    /// How many records came.
    public var records: Int
    /// How long it took, in milliseconds; `nil` where the line of the log does not say.
    public var milliseconds: Int64?

    /// Records a second; `nil` where it is not known how long it took.
    public var rate: Double? { milliseconds.map { Double(records) * 1_000 / Double(max(1, $0)) } }
}

/// What waits to be sent, of one kind.
public struct Backlog: Hashable, Sendable {
    /// `label`, `mute`, `outcome` or `activity`.
    public var kind: String
    /// How many wait.
    public var count: Int
    /// Since when the oldest does.
    public var since: Instant
}

/// How much room the cache takes.
public struct CacheSize: Hashable, Sendable {
    /// The bytes of the file.
    public var bytes: Int
    /// Those of them that hold nothing.
    public var free: Int
}

extension EvidenceCache {
    /// The last runs that brought something, the last first.
    public func syncRuns(limit: Int = 12) throws -> [SyncRun] {
        try activity(action: .synced, limit: limit).map { line in
            // A line of another program may hold something else; then it is shown without.
            let object = try? JSONSerialization.jsonObject(with: Data(line.details.utf8)) as? [String: Any]
            return SyncRun(
                at: line.at, analyst: line.actor, records: (object?["records"] as? NSNumber)?.intValue ?? 0,
                milliseconds: (object?["milliseconds"] as? NSNumber)?.int64Value)
        }
    }

    /// What waits to be sent, by kind, the most first.
    public func backlog() throws -> [Backlog] {
        try read { db in
            try db.rows(
                "SELECT kind, count(*), min(queuedAt) FROM outbox WHERE outcome IS NULL GROUP BY kind ORDER BY 2 DESC, 1"
            ) { Backlog(kind: $0.string(0), count: $0.int(1), since: $0.instant(2)) }
        }
    }

    /// How much room the cache takes.
    public func size() throws -> CacheSize {
        try read { db in
            let page = try db.count("PRAGMA page_size")
            return CacheSize(
                bytes: try db.count("PRAGMA page_count") * page, free: try db.count("PRAGMA freelist_count") * page)
        }
    }
}
