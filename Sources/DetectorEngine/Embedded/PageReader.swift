import Evidence
import Feed
import Foundation
import GRDB
import HostileText

/// Merges the feed's blocks and its other records after a place into one page.
struct PageReader {
    /// Whether there is more after the page.
    private(set) var hasMore = false

    private let db: Database
    private let limit: Int
    private let includesText: Bool
    private let others: RowCursor
    /// The records of a block that were made and not yet given, the next one last.
    private var ready: [FeedRecord] = []
    /// Where to look for the next block's records.
    private var place: Int64
    private var exchanges: ExchangeTable
    /// Documents of a page together, in bytes, after which it ends.
    private static let size = 8 << 20
    /// The records made at a time.
    private static let most = 250

    init(in db: Database, after sequence: Int64, limit: Int, includesText: Bool) throws {
        self.db = db
        self.limit = limit
        self.includesText = includesText
        place = sequence
        exchanges = ExchangeTable(in: db)
        others = try Row.fetchCursor(
            db,
            sql: """
                SELECT sequence, kind, id, revision, document FROM feedRecord WHERE sequence > ?
                ORDER BY sequence LIMIT ?
                """, arguments: [sequence, limit + 1])
    }

    mutating func records() throws -> [FeedRecord] {
        var records: [FeedRecord] = []
        var size = 0
        var other = try others.next().map(record)
        try makeReady(limit + 1)
        while let next = other ?? ready.last {
            guard records.count < limit, size < PageReader.size else {
                hasMore = true
                break
            }
            if let candidate = ready.last, candidate.sequence <= next.sequence {
                records.append(candidate)
                ready.removeLast()
                if ready.isEmpty { try makeReady(limit + 1 - records.count) }
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

    /// Makes the next records that are in blocks, at most so many.
    private mutating func makeReady(_ count: Int) throws {
        let most = min(count, PageReader.most)
        var made: [FeedRecord] = []
        while made.isEmpty, let block = try FeedBlockTable(db: db).next(after: place) {
            var row = max(0, Int(place + 1 - block.first))
            try block.rows.read { reader in
                while row < block.rows.count, made.count < most {
                    defer { row += 1 }
                    guard block.holds(row) else { continue }
                    try reader.go(to: row)
                    let sequence = block.first + Int64(row)
                    made.append(
                        block.kind == .exchange
                            ? try record(sequence, try ExchangeSaying(&reader))
                            : try PageReader.record(sequence, block.kind, try ThingRow(&reader, of: block.kind)))
                }
            }
            place = block.first + Int64(row) - 1
        }
        ready = made.reversed()
    }

    private static func record(_ sequence: Int64, _ kind: FeedKind, _ row: ThingRow) throws -> FeedRecord {
        FeedRecord(
            sequence: sequence, kind: kind, id: row.id.verbatim, revision: row.revision,
            isDeleted: row.body == nil, document: try row.body?.document() ?? Data())
    }

    private mutating func record(_ sequence: Int64, _ saying: ExchangeSaying) throws -> FeedRecord {
        let exchange = try exchanges.exchange(saying.number)
        var document = try saying.document(of: exchange)
        if includesText, saying.isExemplar, let text = try exchanges.text(saying.number) {
            var whole = try FeedDocument.decode(ExchangeDocument.self, from: document)
            whole.exchange.text = try StoredExchange.text(text)
            document = try FeedDocument.encode(whole)
        }
        return FeedRecord(
            sequence: sequence, kind: .exchange, id: exchange.id.text.verbatim, revision: saying.revision,
            document: document)
    }
}
