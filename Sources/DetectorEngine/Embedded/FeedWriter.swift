import Evidence
import Feed
import Foundation
import GRDB
import HostileText

/// Gives what changed its revision and its place in the feed's one order, within a transaction of its caller.
struct FeedWriter {
    /// The newest record's sequence.
    private(set) var sequence: Int64

    private let db: Database
    private let insert: Statement
    private var blocks: FeedBlockWriter

    init(in db: Database) throws {
        self.db = db
        sequence = try Counter.sequence.value(in: db)
        insert = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO feedRecord (sequence, kind, id, revision, document) VALUES (?, ?, ?, ?, ?)")
        blocks = try FeedBlockWriter(in: db)
    }

    /// Writes down how far the sequence has come. Without it the transaction must not be committed.
    mutating func finish() throws {
        try blocks.finish()
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
        let isPacked = FeedBlock.kinds.contains(kind)
        var before = try known(kind)
        var change = ScoreReport.Change(kind: kind.rawValue, total: 0, new: 0, changed: 0, ended: 0)
        try each { thing in
            change.total += 1
            let id = UntrustedText(thing.id)
            let known = before.isEmpty ? nil : before.removeValue(forKey: id)
            if let known, known.said == thing.body.fingerprint { return }
            if known?.said == nil { change.new += 1 } else { change.changed += 1 }
            try put(kind, id, thing.body, isPacked, after: known)
        }
        let ended = before.filter { $0.value.said != nil }.sorted { $0.key < $1.key }
        for (id, known) in ended where kind != .release {
            change.ended += 1
            try put(kind, id, nil, isPacked, after: known)
        }
        return change
    }

    /// What the feed said of a thing.
    private struct Known {
        var sequence: Int64
        var revision: Int64
        /// Stands for what was said; `nil` for the end of a thing.
        var said: Fingerprint?
    }

    private func known(_ kind: FeedKind) throws -> [UntrustedText: Known] {
        var known: [UntrustedText: Known] = [:]
        guard !FeedBlock.kinds.contains(kind) else {
            try FeedBlockTable(db: db).each(kind) { sequence, reader in
                let row = try ThingRow(&reader, of: kind)
                known[row.id] = Known(
                    sequence: sequence, revision: row.revision, said: row.body?.read(as: kind).fingerprint)
            }
            return known
        }
        let cursor = try Row.fetchCursor(
            db, sql: "SELECT id, sequence, revision, document FROM feedRecord WHERE kind = ?",
            arguments: [kind.rawValue])
        while let row = try cursor.next() {
            known[UntrustedText(decoding: row[0] as Data)] = Known(
                sequence: row[1], revision: row[2], said: (row[3] as Data?).map { ThingBody.spelt($0).fingerprint })
        }
        return known
    }

    private mutating func put(
        _ kind: FeedKind, _ id: UntrustedText, _ body: ThingBody?, _ isPacked: Bool, after known: Known?
    ) throws {
        let revision = (known?.revision ?? 0) + 1
        guard isPacked else {
            return try put(kind, Data(id.verbatim.utf8), revision: revision, document: body?.document())
        }
        sequence += 1
        if let known { blocks.end(known.sequence, isLive: known.said != nil) }
        try blocks.add(kind, at: sequence, .thing(ThingRow(id: id, revision: revision, body: body)))
    }

    /// Puts what a score says of an exchange into the feed.
    ///
    /// - Parameter before: the sequence of what was said before; `nil` for a new one.
    /// - Returns: the sequence.
    mutating func put(_ saying: ExchangeSaying, after before: Int64?) throws -> Int64 {
        sequence += 1
        if let before { blocks.end(before, isLive: true) }
        try blocks.add(.exchange, at: sequence, .saying(saying))
        return sequence
    }
}
