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

    /// Makes the records of a kind be exactly these things. They are made and compared on all processors.
    ///
    /// Releases never end: what a log once said of one stays.
    mutating func replace(_ kind: FeedKind, by things: FeedThings) throws -> ScoreReport.Change {
        let known = try KnownThings(of: kind, in: db)
        var isSeen = [Bool](repeating: false, count: known.things.count)
        var change = ScoreReport.Change(kind: kind.rawValue, total: things.count, new: 0, changed: 0, ended: 0)
        try FeedRuns.each(of: things.count) { places in
            try ThingRun(places, of: things, kind, knowing: known)
        } _: { run in
            var run = run
            if run.known.contains(where: { isSeen[$0] }) {
                // A thing of an earlier run has the same id: what is known is said of that one.
                run = try ThingRun(run.places, of: things, kind, knowing: known, passing: isSeen)
            }
            for place in run.known { isSeen[place] = true }
            change.new += run.new
            change.changed += run.changed
            try put(kind, run, knowing: known)
        }
        let ended = known.places.filter { !isSeen[$0.value] && known.things[$0.value].said != nil }
        for (id, place) in ended.sorted(by: { $0.key < $1.key }) where kind != .release {
            change.ended += 1
            try end(kind, id, known.things[place])
        }
        return change
    }

    private mutating func put(_ kind: FeedKind, _ run: ThingRun, knowing known: KnownThings) throws {
        for record in run.documents {
            try put(kind, Data(record.id.verbatim.utf8), revision: record.revision, document: record.document)
        }
        for place in run.ended {
            blocks.end(known.things[place].sequence, isLive: known.things[place].said != nil)
        }
        try blocks.add(kind, at: sequence + 1, run.records)
        sequence += Int64(run.records.count)
    }

    private mutating func end(_ kind: FeedKind, _ id: UntrustedText, _ known: KnownThings.Thing) throws {
        guard FeedBlock.kinds.contains(kind) else {
            return try put(kind, Data(id.verbatim.utf8), revision: known.revision + 1, document: nil)
        }
        sequence += 1
        blocks.end(known.sequence, isLive: true)
        try blocks.add(kind, at: sequence, ThingRow(id: id, revision: known.revision + 1, body: nil))
    }

    /// Puts what a score says of exchanges into the feed.
    ///
    /// - Returns: the sequence of the first.
    mutating func put(_ run: SayingRun) throws -> Int64 {
        let first = sequence + 1
        for before in run.ended { blocks.end(before, isLive: true) }
        try blocks.add(.exchange, at: first, run.records)
        sequence += Int64(run.records.count)
        return first
    }
}
