import Feed
import Foundation
import GRDB

/// Gives what changed its revision and its place in the feed's one order, within a transaction of its caller.
struct FeedWriter {
    private let db: Database
    private var sequence: Int64
    private let insert: Statement
    private let updateExchange: Statement

    init(in db: Database) throws {
        self.db = db
        sequence = try Counter.sequence.value(in: db)
        insert = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO feedRecord (sequence, kind, id, revision, document) VALUES (?, ?, ?, ?, ?)")
        updateExchange = try db.cachedStatement(
            sql: """
                UPDATE exchange SET sequence = ?, core = coalesce(?, core), findings = ?, isExemplar = ?, revision = ?
                WHERE number = ?
                """)
    }

    /// Writes down how far the sequence has come. Without it the transaction must not be committed.
    func finish() throws {
        try Counter.sequence.set(sequence, in: db)
    }

    /// Puts one record into the feed as a new revision, whatever it was before.
    mutating func put(_ kind: FeedKind, _ id: Data, revision: Int64, document: Data?) throws {
        sequence += 1
        try insert.execute(arguments: [sequence, kind.rawValue, id, revision, document])
    }

    /// Makes the records of a kind be exactly the things that come.
    ///
    /// Releases never end: what a log once said of one stays.
    /// - Parameter each: calls what it is given with each thing.
    mutating func replace(
        _ kind: FeedKind, by each: ((FeedThing) throws -> Void) throws -> Void
    ) throws -> ScoreReport.Change {
        var before: [Data: (revision: Int64, document: Fingerprint?)] = [:]
        let cursor = try Row.fetchCursor(
            db, sql: "SELECT id, revision, document FROM feedRecord WHERE kind = ?", arguments: [kind.rawValue])
        while let row = try cursor.next() { before[row[0]] = (row[1], (row[2] as Data?).map { Fingerprint($0) }) }
        var change = ScoreReport.Change(kind: kind.rawValue, total: 0, new: 0, changed: 0, ended: 0)
        try each { thing in
            change.total += 1
            let id = Data(thing.id.utf8)
            let known = before.removeValue(forKey: id)
            if let known, known.document == Fingerprint(thing.document) { return }
            if known?.document == nil { change.new += 1 } else { change.changed += 1 }
            try put(kind, id, revision: (known?.revision ?? 0) + 1, document: thing.document)
        }
        let ended = before.filter { $0.value.document != nil }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        for (id, known) in ended where kind != .release {
            change.ended += 1
            try put(kind, id, revision: known.revision + 1, document: nil)
        }
        return change
    }

    /// Gives a changed exchange its new revision.
    mutating func update(_ change: ExchangeChange) throws {
        sequence += 1
        try updateExchange.execute(arguments: [
            sequence, change.core, change.findings, change.row.isExemplar, change.row.revision, change.row.number,
        ])
    }
}
