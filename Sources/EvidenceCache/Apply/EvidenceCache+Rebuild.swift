import Digests
import Evidence
import Feed
import Foundation
import GRDB

extension EvidenceCache {
    /// Where a new cache is built while this one stays in use.
    private var rebuildPath: String {
        path.map { $0 + ".rebuild" } ?? NSTemporaryDirectory() + "stillwatch-rebuild-\(holder.hashValue).sqlite"
    }

    /// Starts to build a new cache beside this one, since the feed began anew. An unfinished one is thrown away.
    ///
    /// Fill it with ``apply(_:at:)`` from the beginning of the feed, then ``adopt(_:)`` it.
    public func beginRebuild() throws -> EvidenceCache {
        do {
            for name in [rebuildPath, rebuildPath + "-wal", rebuildPath + "-shm"]
            where FileManager.default.fileExists(atPath: name) {
                try FileManager.default.removeItem(atPath: name)
            }
        } catch {
            throw CacheProblem.cannotOpen(path: rebuildPath, reason: error.localizedDescription)
        }
        return try EvidenceCache.open(at: rebuildPath)
    }

    /// The new cache that an interrupted sync was building, if there is one.
    public func unfinishedRebuild() throws -> EvidenceCache? {
        FileManager.default.fileExists(atPath: rebuildPath) ? try EvidenceCache.open(at: rebuildPath) : nil
    }

    /// Puts what came from the feed by what the rebuilt cache holds, in one transaction, and removes the rebuilt file.
    ///
    /// Labels, mutes, cases, the activity log and the outbox stay. Readers see the old state until the end. Killed at any
    /// moment, either the old state holds and the rebuilt cache is still there, or the new one holds.
    public func adopt(_ rebuilt: EvidenceCache) throws {
        guard let source = rebuilt.path else { throw CacheProblem.refused("Only a cache in a file can be adopted.") }
        do {
            try writer.writeWithoutTransaction { db in
                try db.execute(sql: "ATTACH DATABASE ? AS rebuilt", arguments: [source])
                defer { detach(db) }
                try db.inTransaction(.immediate) {
                    try Adoption(db).run()
                    return .commit
                }
            }
            try rebuilt.writer.close()
            for name in [source, source + "-wal", source + "-shm"] where FileManager.default.fileExists(atPath: name) {
                try FileManager.default.removeItem(atPath: name)
            }
        } catch {
            throw CacheProblem(error)
        }
    }

    private func detach(_ db: Database) {
        // The next ATTACH would fail and say so; nothing is lost here.
        _ = try? db.execute(sql: "DETACH DATABASE rebuilt")
    }
}

/// Replaces everything that came from the feed by the rows of the attached cache `rebuilt`.
private struct Adoption {
    let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// Tables of the feed, each after those that it refers to.
    private static let tables = [
        "modelName", "origin", "manner", "accountFact", "conversationFact", "templateFact", "exchangeFact",
        "exchangeText", "dailyCount", "hourlyCount", "targetCount", "modelCount", "templateCount", "originCount",
        "textCount", "tally", "organisation", "indicator", "flagFact", "signal", "cluster", "membership",
        "indicatorUse", "edge", "release", "feedState", "tombstone", "pastRevision", "unknownRecord", "unknownField",
        "eventArrival",
    ]

    func run() throws {
        for table in Adoption.tables.reversed() { try db.run("DELETE FROM main.\(table)") }
        for table in Adoption.tables { try db.run("INSERT INTO main.\(table) SELECT * FROM rebuilt.\(table)") }
        try adoptEvents()
        try rebuildTextIndex()
    }

    private func adoptEvents() throws {
        for table in ["labelEvent", "muteEvent", "outcomeEvent"] {
            try db.run("INSERT OR IGNORE INTO main.\(table) SELECT * FROM rebuilt.\(table) ORDER BY at, id")
        }
        let places = try db.rows("SELECT DISTINCT kind, subject, analyst FROM main.labelEvent") { row in
            (kind: row.value(0), subject: row.value(1), analyst: row.value(2))
        }
        for place in places { try LabelBook(db).fold(kind: place.kind, subject: place.subject, analyst: place.analyst) }
    }

    private func rebuildTextIndex() throws {
        try db.run("INSERT INTO main.textIndex(textIndex) VALUES ('delete-all')")
        let keys = try db.rows("SELECT exchange FROM main.exchangeText ORDER BY exchange") { $0.int64(0) }
        for key in keys {
            let sql = "SELECT document, bytes FROM main.exchangeText WHERE exchange = ?"
            guard let stored = try db.row(sql, [.integer(key)], { (bytes: $0.bytes(0), size: $0.int(1)) }) else {
                continue
            }
            let document = Data(try Gzip.inflate(stored.bytes, limit: stored.size))
            guard let text = try FeedDocument.decode(ExchangeDocument.self, from: document).exchange.text else {
                continue
            }
            try db.run("INSERT INTO main.textIndex(rowid, words) VALUES (?, ?)", [.integer(key), SQLValue(text.words)])
        }
    }
}
