public import Evidence
public import Feed
import Foundation
import GRDB
public import HostileText

extension EmbeddedEngine {
    /// The records after a cursor, oldest first, from one moment's view of the state.
    public func page(after: FeedCursor?, limit: Int, includesText: Bool) async throws -> FeedPage {
        let epoch = epoch
        let limit = min(max(limit, 1), 10_000)
        return try await database.read { db in
            let position = try FeedPosition(after, epoch: epoch)
            guard position.sequence <= (try Counter.sequence.value(in: db)) else {
                // Nobody has read so far: the state was put back to an earlier time since.
                throw FeedFault.anotherEpoch
            }
            var reader = try PageReader(in: db, after: position.sequence, limit: limit, includesText: includesText)
            let records = try reader.records()
            let next = FeedPosition(epoch: epoch, sequence: records.last?.sequence ?? position.sequence)
            return FeedPage(epoch: epoch, records: records, next: next.cursor, hasMore: reader.hasMore)
        }
    }

    /// One exchange with all of its text; who asked is written down first.
    public func exchange(_ id: ExchangeID, for analyst: UntrustedText) async throws -> Exchange? {
        let at = now().milliseconds
        return try await database.write { db in
            let key = Data(id.text.verbatim.utf8)
            var table = ExchangeTable(in: db)
            let found = try self.seen.use(in: db) { seen in
                try seen.find(self.idKey.key(of: id)) { try table.exchange($0).id == id }
            }
            guard let number = found else { return nil }
            try db.execute(
                sql: "INSERT INTO audit (at, who, action, subject) VALUES (?, ?, 'text', ?)",
                arguments: [at, Data(analyst.verbatim.utf8), key])
            var exchange = try table.exchange(number)
            if let saying = try self.saying(of: number, in: db) { saying.apply(to: &exchange) }
            exchange.text = try table.text(number).map { try StoredExchange.text($0) }
            return exchange
        }
    }
}

extension EmbeddedEngine {
    /// What the feed says of an exchange; `nil` before its first score.
    private func saying(of number: Int64, in db: Database) throws -> ExchangeSaying? {
        let blocks = try Int64.fetchAll(
            db, sql: "SELECT first FROM feedBlock WHERE low <= ?1 AND high >= ?1 ORDER BY first DESC",
            arguments: [number])
        for first in blocks {
            guard let block = try FeedBlockTable(db: db).next(after: first - 1) else { continue }
            let found = try block.rows.read { reader -> ExchangeSaying? in
                for row in 0..<block.rows.count where block.holds(row) {
                    try reader.go(to: row)
                    let saying = try ExchangeSaying(&reader)
                    if saying.number == number { return saying }
                }
                return nil
            }
            if let found { return found }
        }
        return nil
    }
}

/// What a cursor means: a place in one epoch's order. `EPOCH.SEQUENCE`, opaque to readers.
struct FeedPosition: Equatable {
    var epoch: String
    var sequence: Int64

    init(epoch: String, sequence: Int64) {
        self.epoch = epoch
        self.sequence = sequence
    }

    /// Reads a cursor; none at all is the beginning.
    init(_ cursor: FeedCursor?, epoch: String) throws(FeedFault) {
        self.epoch = epoch
        sequence = 0
        guard let cursor else { return }
        let parts = cursor.text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let sequence = Int64(parts[1]), sequence >= 0 else { throw .notACursor }
        guard parts[0] == epoch else { throw .anotherEpoch }
        self.sequence = sequence
    }

    var cursor: FeedCursor { FeedCursor("\(epoch).\(sequence)") }
}
