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

    /// Makes the records of a kind be exactly the things of that kind at the front of `things`, and takes those away.
    ///
    /// Releases never end: what a log once said of one stays.
    mutating func replace(_ kind: FeedKind, by things: inout ArraySlice<FeedThing>) throws -> ScoreReport.Change {
        var before: [Data: (revision: Int64, document: Data?)] = [:]
        let cursor = try Row.fetchCursor(
            db, sql: "SELECT id, revision, document FROM feedRecord WHERE kind = ?", arguments: [kind.rawValue])
        while let row = try cursor.next() { before[row[0]] = (row[1], row[2]) }
        var change = ScoreReport.Change(kind: kind.rawValue, total: 0, new: 0, changed: 0, ended: 0)
        while let thing = things.first, thing.kind == kind {
            things.removeFirst()
            change.total += 1
            let id = Data(thing.id.utf8)
            let known = before.removeValue(forKey: id)
            if let known, known.document == thing.document { continue }
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

    /// Gives changed exchanges their new revisions.
    mutating func update(_ exchanges: [ExchangeChange], total: Int) throws -> ScoreReport.Change {
        var change = ScoreReport.Change(kind: FeedKind.exchange.rawValue, total: total, new: 0, changed: 0, ended: 0)
        for exchange in exchanges {
            sequence += 1
            if exchange.revision == 1 { change.new += 1 } else { change.changed += 1 }
            try updateExchange.execute(arguments: [
                sequence, exchange.core, exchange.findings, exchange.isExemplar, exchange.revision, exchange.number,
            ])
        }
        return change
    }
}
