import Feed
import Foundation
import GRDB

/// How far everything that a score reads had come at one moment: whatever is added moves it on.
struct LogMark: Hashable, Codable, Sendable {
    /// The newest exchange's number.
    var exchange: Int64 = 0
    /// The newest event's row.
    var event: Int64 = 0
    /// The models whose releases are known.
    var releases = 0

    /// The mark before anything came.
    init() {}

    /// The mark of a view of the state. O(log n).
    init(in db: Database) throws {
        exchange = try ExchangeTable(in: db).count()
        event = try Int64.fetchOne(db, sql: "SELECT max(rowid) FROM event") ?? 0
        releases = try Int.fetchOne(db, sql: "SELECT count(*) FROM modelRelease") ?? 0
    }

    /// The mark that the last score stored was for; before any score, that of an empty state.
    static func scored(in db: Database) throws -> LogMark {
        let bytes = try Data.fetchOne(db, sql: "SELECT value FROM state WHERE name = 'scored'")
        return try bytes.map { try FeedDocument.decode(LogMark.self, from: $0) } ?? LogMark()
    }

    /// Writes down that a score for this mark is being stored.
    func store(in db: Database) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO state VALUES ('scored', ?)", arguments: [try FeedDocument.encode(self)])
    }
}
