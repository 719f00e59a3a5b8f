import Evidence
import Feed
import Foundation
import GRDB

/// Writes the records of one page within the transaction that its caller holds.
///
/// Counts are gathered over the page and written once by `finish`.
final class PageWriter {
    let db: Database
    var outcome = PageOutcome()
    var rollups = RollupChanges()
    var tallies: [String: Int] = [:]
    lazy var keys = KeyBook(db)
    let decoder = JSONDecoder()
    private var hasTombstones: Bool
    private var hasUnknown: Bool
    private var unknownFields: [String: [String: Int]] = [:]
    private var newest: Instant?

    init(_ db: Database) throws {
        self.db = db
        hasTombstones = try db.count("SELECT EXISTS (SELECT 1 FROM tombstone)") == 1
        hasUnknown = try db.count("SELECT EXISTS (SELECT 1 FROM unknownRecord)") == 1
    }

    func apply(_ record: FeedRecord) throws {
        outcome.records += 1
        guard try !isBuried(record) else {
            outcome.known += 1
            return
        }
        do {
            guard let handled = try record.isDeleted ? remove(record) : write(record) else {
                try keepUnknown(record)
                return
            }
            guard handled else {
                outcome.known += 1
                return
            }
            outcome.applied += 1
            if record.isDeleted { try bury(record) } else { try settle(record) }
        } catch is DecodingError {
            try keepUnknown(record)
        } catch CacheProblem.constraint {
            // A value out of its range: the statement that met it did nothing, and it was the record's first.
            try keepUnknown(record)
        }
    }

    /// Writes a live record; `false` if it was known, `nil` if its kind is not.
    private func write(_ record: FeedRecord) throws -> Bool? {
        switch record.kind {
        case .exchange: try writeExchange(record)
        case .account: try writeAccount(record)
        case .conversation: try writeConversation(record)
        case .template: try writeTemplate(record)
        case .label: try writeLabel(record)
        case .mute: try writeMute(record)
        case .outcome: try writeOutcome(record)
        default: try writeFinding(record)
        }
    }

    /// Takes out what ended; `false` if the cache knows something newer, `nil` if its kind is not known.
    private func remove(_ record: FeedRecord) throws -> Bool? {
        switch record.kind {
        case .exchange: try removeExchange(record)
        case .account, .conversation, .template: try removeNamed(record)
        case .label: try removeLabel(record)
        case .mute, .outcome: try removeArrival(record)
        default: try removeFinding(record)
        }
    }

    /// Whether the thing is known to have ended in this revision or a later one.
    private func isBuried(_ record: FeedRecord) throws -> Bool {
        guard hasTombstones else { return false }
        let sql = "SELECT revision FROM tombstone WHERE kind = ? AND id = ?"
        let revision = try db.row(sql, [SQLValue(record.kind.rawValue), SQLValue(record.id)]) { $0.int64(0) }
        return revision.map { $0 >= record.revision } ?? false
    }

    private func bury(_ record: FeedRecord) throws {
        hasTombstones = true
        try db.run(
            "INSERT OR REPLACE INTO tombstone(kind, id, revision, sequence) VALUES (?, ?, ?, ?)",
            [
                SQLValue(record.kind.rawValue), SQLValue(record.id), .integer(record.revision),
                .integer(record.sequence),
            ])
        try forgetUnknown(record)
    }

    /// After a live record: notes fields that nobody knows, and that the thing has not ended.
    private func settle(_ record: FeedRecord) throws {
        if hasTombstones {
            try db.run(
                "DELETE FROM tombstone WHERE kind = ? AND id = ?",
                [SQLValue(record.kind.rawValue), SQLValue(record.id)])
        }
        try forgetUnknown(record)
        guard let known = KnownFields.of(record.kind) else { return }
        for name in KnownFields.names(in: record.document) where !known.contains(name) {
            unknownFields[record.kind.rawValue, default: [:]][name, default: 0] += 1
        }
    }

    private func forgetUnknown(_ record: FeedRecord) throws {
        guard hasUnknown else { return }
        try db.run(
            "DELETE FROM unknownRecord WHERE kind = ? AND id = ?",
            [SQLValue(record.kind.rawValue), SQLValue(record.id)])
    }

    /// Keeps a record that this version cannot read, for a later version that can.
    private func keepUnknown(_ record: FeedRecord) throws {
        outcome.unknown += 1
        let values: [SQLValue] = [SQLValue(record.kind.rawValue), SQLValue(record.id)]
        let sql = "SELECT revision FROM unknownRecord WHERE kind = ? AND id = ?"
        let revision = try db.row(sql, values) { $0.int64(0) } ?? 0
        guard revision < record.revision else { return }
        if record.isDeleted { return try bury(record) }
        hasUnknown = true
        try db.run(
            "INSERT OR REPLACE INTO unknownRecord(kind, id, revision, sequence, document) VALUES (?, ?, ?, ?, ?)",
            values + [.integer(record.revision), .integer(record.sequence), SQLValue(record.document)])
    }

    func saw(_ time: Instant) {
        newest = max(newest ?? time, time)
    }

    /// Writes the counts that the page changed.
    func finish() throws {
        try rollups.write(to: db)
        for (name, change) in tallies where change != 0 {
            try db.run(
                "INSERT INTO tally(name, count) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET count = count + excluded.count",
                [SQLValue(name), SQLValue(change)])
        }
        if let newest {
            try db.run(
                """
                INSERT INTO tally(name, count) VALUES ('newestAt', ?)
                ON CONFLICT(name) DO UPDATE SET count = max(count, excluded.count)
                """, [SQLValue(newest)])
        }
        for (kind, fields) in unknownFields {
            for (field, count) in fields {
                try db.run(
                    """
                    INSERT INTO unknownField(kind, field, count) VALUES (?, ?, ?)
                    ON CONFLICT(kind, field) DO UPDATE SET count = count + excluded.count
                    """, [SQLValue(kind), SQLValue(field), SQLValue(count)])
            }
        }
    }
}
