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
            let row = try Row.fetchOne(
                db,
                sql: "SELECT core, text FROM exchange LEFT JOIN exchangeText ON exchange = number WHERE id = ?",
                arguments: [key])
            guard let row else { return nil }
            try db.execute(
                sql: "INSERT INTO audit (at, who, action, subject) VALUES (?, ?, 'text', ?)",
                arguments: [at, Data(analyst.verbatim.utf8), key])
            var exchange = try FeedDocument.decode(Exchange.self, from: row[0])
            exchange.text = try (row[1] as Data?).map { try StoredExchange.text($0) }
            return exchange
        }
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

/// Merges the exchanges and the other records after a place into one page.
struct PageReader {
    /// Whether there is more after the page.
    private(set) var hasMore = false

    private let db: Database
    private let limit: Int
    private let includesText: Bool
    private let others: RowCursor
    private let exchanges: RowCursor
    /// Documents of a page together, in bytes, after which it ends.
    private static let size = 8 << 20

    init(in db: Database, after sequence: Int64, limit: Int, includesText: Bool) throws {
        self.db = db
        self.limit = limit
        self.includesText = includesText
        others = try Row.fetchCursor(
            db,
            sql: """
                SELECT sequence, kind, id, revision, document FROM feedRecord WHERE sequence > ?
                ORDER BY sequence LIMIT ?
                """, arguments: [sequence, limit + 1])
        exchanges = try Row.fetchCursor(
            db,
            sql: """
                SELECT sequence, id, revision, core, findings, isExemplar, number FROM exchange WHERE sequence > ?
                ORDER BY sequence LIMIT ?
                """, arguments: [sequence, limit + 1])
    }

    mutating func records() throws -> [FeedRecord] {
        var records: [FeedRecord] = []
        var size = 0
        var other = try others.next().map(record)
        var exchange = try exchanges.next().map(exchangeRecord)
        while let next = other ?? exchange {
            guard records.count < limit, size < PageReader.size else {
                hasMore = true
                break
            }
            if let candidate = exchange, candidate.sequence <= next.sequence {
                records.append(candidate)
                exchange = try exchanges.next().map(exchangeRecord)
            } else {
                records.append(next)
                other = try others.next().map(record)
            }
            size += records.last?.document.count ?? 0
        }
        return records
    }

    private func record(_ row: Row) -> FeedRecord {
        let document = row[4] as Data?
        return FeedRecord(
            sequence: row[0], kind: FeedKind(rawValue: row[1]), id: String(decoding: row[2] as Data, as: UTF8.self),
            revision: row[3], isDeleted: document == nil, document: document ?? Data())
    }

    private func exchangeRecord(_ row: Row) throws -> FeedRecord {
        var document = ExchangeFindings.document(core: row[3], findings: row[4])
        if includesText, row[5] as Bool {
            let text = try Data.fetchOne(
                db, sql: "SELECT text FROM exchangeText WHERE exchange = ?", arguments: [row[6] as Int64])
            if let text {
                var whole = try FeedDocument.decode(ExchangeDocument.self, from: document)
                whole.exchange.text = try StoredExchange.text(text)
                document = try FeedDocument.encode(whole)
            }
        }
        return FeedRecord(
            sequence: row[0], kind: .exchange, id: String(decoding: row[1] as Data, as: UTF8.self), revision: row[2],
            document: document)
    }
}
