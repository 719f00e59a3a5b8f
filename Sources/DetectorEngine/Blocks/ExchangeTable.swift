import Digests
import Evidence
import Feed
import Foundation
import GRDB
import HostileText

/// The exchanges of a state, in blocks. Each has a number, from 1 on in the order in which they came.
struct ExchangeTable {
    private let db: Database
    /// The block read last, since rows are mostly asked for in order.
    private var last: (first: Int64, rows: PackedRows)?

    init(in db: Database) {
        self.db = db
    }

    /// How many exchanges there are, which is the newest one's number.
    func count() throws -> Int64 {
        try Int64.fetchOne(db, sql: "SELECT first + count - 1 FROM exchangeBlock ORDER BY first DESC LIMIT 1") ?? 0
    }

    /// An exchange without its text.
    ///
    /// - Throws: ``PackedRows/Damage`` where there is none of that number.
    mutating func exchange(_ number: Int64) throws -> Exchange {
        let (first, rows) = try block(of: number)
        return try rows.read { reader in
            try reader.go(to: Int(number - first))
            return try ExchangeBlock.read(&reader)
        }
    }

    /// The block that an exchange is in, and its first exchange's number.
    mutating func block(of number: Int64) throws -> (first: Int64, rows: PackedRows) {
        if let last, last.first <= number, number < last.first + Int64(last.rows.count) { return last }
        let find = try db.cachedStatement(
            sql: "SELECT first, exchanges FROM exchangeBlock WHERE first <= ? ORDER BY first DESC LIMIT 1")
        guard let row = try Row.fetchOne(find, arguments: [number]) else { throw PackedRows.Damage() }
        let found = (first: row[0] as Int64, rows: try PackedRows(row[1]))
        guard number < found.first + Int64(found.rows.count) else { throw PackedRows.Damage() }
        last = found
        return found
    }

    /// The text of an exchange, packed.
    func text(_ number: Int64) throws -> Data? {
        let find = try db.cachedStatement(sql: "SELECT text FROM exchangeText WHERE exchange = ?")
        return try Data.fetchOne(find, arguments: [number])
    }

    /// What the log said of an exchange beside all that is known.
    func unknownFields(_ number: Int64) throws -> Data? {
        let find = try db.cachedStatement(sql: "SELECT fields FROM exchangeUnknown WHERE exchange = ?")
        return try Data.fetchOne(find, arguments: [number])
    }

    /// A last block with fewer exchanges than this takes in what comes next, so that single ones do not make a block each.
    private static let few = 500

    /// Adds exchanges at the end.
    ///
    /// - Parameter packed: the same in blocks of ``ExchangeBlock/most``, where the caller has them.
    mutating func append(_ rows: [StoredExchange], packed: [Data]? = nil) throws {
        guard !rows.isEmpty else { return }
        let before = try count()
        try addTexts(of: rows, from: before + 1)
        let insert = try db.cachedStatement(sql: "INSERT OR REPLACE INTO exchangeBlock VALUES (?, ?, ?, ?)")
        if before > 0, rows.count < Self.few, try join(rows, after: before, insert) { return }
        for (place, start) in stride(from: 0, to: rows.count, by: ExchangeBlock.most).enumerated() {
            let part = rows[start..<min(start + ExchangeBlock.most, rows.count)]
            try insert.execute(arguments: [
                before + 1 + Int64(start), part.count, Self.keys(part.indices.lazy.map { rows[$0].key }),
                packed?[place] ?? ExchangeBlock.pack(part),
            ])
        }
        last = nil
    }

    /// Puts a few exchanges into the last block, if there is room.
    private mutating func join(_ rows: [StoredExchange], after number: Int64, _ insert: Statement) throws -> Bool {
        let (first, block) = try block(of: number)
        guard block.count + rows.count <= Self.few else { return false }
        var exchanges = try block.read { reader in
            try (0..<block.count).map { row in
                try reader.go(to: row)
                return try ExchangeBlock.read(&reader)
            }
        }
        exchanges += rows.map { $0.exchange }
        var keys = try Data.fetchOne(db, sql: "SELECT keys FROM exchangeBlock WHERE first = ?", arguments: [first])
        keys?.append(Self.keys(rows.lazy.map { $0.key }))
        try insert.execute(arguments: [first, exchanges.count, keys, ExchangeBlock.pack(exchanges)])
        last = nil
        return true
    }

    private func addTexts(of rows: [StoredExchange], from first: Int64) throws {
        let insertText = try db.cachedStatement(sql: "INSERT INTO exchangeText VALUES (?, ?)")
        let insertFields = try db.cachedStatement(sql: "INSERT INTO exchangeUnknown VALUES (?, ?)")
        for (number, place) in zip(first..., rows.indices) {
            if let text = rows[place].text { try insertText.execute(arguments: [number, text]) }
            if let fields = rows[place].unknownFields { try insertFields.execute(arguments: [number, fields]) }
        }
    }

    private static func keys(_ keys: some Sequence<UInt64>) -> Data {
        keys.map { $0.littleEndian }.withUnsafeBytes { Data($0) }
    }
}
