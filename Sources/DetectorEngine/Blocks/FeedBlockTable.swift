import Feed
import Foundation
import GRDB

/// Reads the blocks of the feed, within a view of the state.
struct FeedBlockTable {
    let db: Database

    /// A block of the feed.
    struct Block {
        /// The first record's sequence.
        var first: Int64
        var kind: FeedKind
        var rows: PackedRows
        /// A bit a record: whether a later one took its place.
        var ended: [UInt8]

        /// Whether a record still holds.
        func holds(_ row: Int) -> Bool {
            row / 8 >= ended.count || ended[row / 8] & 1 << UInt8(row % 8) == 0
        }
    }

    /// The next block after a sequence; of a kind only, if one is given.
    func next(after sequence: Int64, kind: FeedKind? = nil) throws -> Block? {
        let find = try db.cachedStatement(
            sql: """
                SELECT first, kind, ended, records FROM feedBlock JOIN feedContent ON block = first
                WHERE last > ?1 AND first > ?1 - \(FeedBlock.most) AND (?2 IS NULL OR kind = ?2) ORDER BY first LIMIT 1
                """)
        guard let row = try Row.fetchOne(find, arguments: [sequence, kind?.rawValue]) else { return nil }
        return Block(
            first: row[0], kind: FeedKind(rawValue: row[1]), rows: try PackedRows(row[3]),
            ended: Array(row[2] as Data? ?? Data()))
    }

    /// Calls with each record of a kind after a sequence that holds, in order: its sequence, and a reader at its row.
    func each(
        _ kind: FeedKind, after sequence: Int64 = 0, _ body: (Int64, inout PackedRows.Reader) throws -> Void
    ) throws {
        var sequence = sequence
        while let block = try next(after: sequence, kind: kind) {
            try block.rows.read { reader in
                for row in max(0, Int(sequence + 1 - block.first))..<block.rows.count where block.holds(row) {
                    try reader.go(to: row)
                    try body(block.first + Int64(row), &reader)
                }
            }
            sequence = block.first + Int64(block.rows.count) - 1
        }
    }

    /// How many things of a kind the feed has.
    func count(of kind: FeedKind) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT coalesce(sum(live), 0) FROM feedBlock WHERE kind = ?", arguments: [kind.rawValue]) ?? 0
    }
}
