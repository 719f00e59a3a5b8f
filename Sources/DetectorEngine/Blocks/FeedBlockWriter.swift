import Feed
import Foundation
import GRDB

/// Adds records to the feed's blocks, and marks those that they take the place of.
struct FeedBlockWriter {
    private let db: Database
    private let insert: Statement
    private let insertContent: Statement
    /// Records that follow each other and are not written down yet, their kind and the first's sequence.
    private var open: (kind: FeedKind, first: Int64, packer: FeedBlockPacker)?
    /// The records that no longer hold, by sequence.
    private var ended: [(sequence: Int64, isLive: Bool)] = []

    init(in db: Database) throws {
        self.db = db
        insert = try db.cachedStatement(sql: "INSERT INTO feedBlock VALUES (?, ?, ?, ?, NULL, ?, ?)")
        insertContent = try db.cachedStatement(sql: "INSERT INTO feedContent VALUES (?, ?)")
    }

    /// Adds a record at a sequence above all before.
    mutating func add(_ kind: FeedKind, at sequence: Int64, _ row: some FeedRow) throws {
        if let open, open.kind != kind || open.first + Int64(open.packer.count) != sequence { try flush() }
        if open == nil { open = (kind, sequence, FeedBlockPacker(rows: 0)) }
        open?.packer.add(row)
        if open?.packer.count == FeedBlock.most { try flush() }
    }

    /// Adds a run of records, the first at a sequence above all before.
    mutating func add(_ kind: FeedKind, at sequence: Int64, _ run: FeedRun) throws {
        switch run {
        case .rows(let rows): for (place, row) in zip(sequence..., rows) { try add(kind, at: place, row) }
        case .block(let packer):
            try flush()
            try write(packer, of: kind, from: sequence)
        }
    }

    /// Says that a record no longer holds.
    mutating func end(_ sequence: Int64, isLive: Bool) {
        ended.append((sequence, isLive))
    }

    /// Writes down what is open, and what no longer holds.
    mutating func finish() throws {
        try flush()
        ended.sort { $0.sequence < $1.sequence }
        var rest = ended[...]
        while let first = rest.first {
            let find = try db.cachedStatement(
                sql: "SELECT first, last, live, ended FROM feedBlock WHERE first <= ? ORDER BY first DESC LIMIT 1")
            guard let row = try Row.fetchOne(find, arguments: [first.sequence]), first.sequence <= row[1] as Int64
            else {
                throw PackedRows.Damage()
            }
            let last: Int64 = row[1]
            try end(rest.prefix { $0.sequence <= last }, first: row[0], last: last, live: row[2], ended: row[3])
            rest = rest.drop { $0.sequence <= last }
        }
        ended = []
    }

    /// Writes down what is open.
    private mutating func flush() throws {
        guard let (kind, first, packer) = open else { return }
        try write(packer, of: kind, from: first)
        open = nil
    }

    private func write(_ packer: FeedBlockPacker, of kind: FeedKind, from first: Int64) throws {
        try insert.execute(arguments: [
            first, first + Int64(packer.count) - 1, kind.rawValue, packer.live, packer.low, packer.high,
        ])
        try insertContent.execute(arguments: [first, packer.block])
    }

    /// Marks records of one block. A block of which none holds goes; one of which few hold is packed anew.
    private func end(
        _ records: ArraySlice<(sequence: Int64, isLive: Bool)>, first: Int64, last: Int64, live: Int,
        ended before: Data?
    ) throws {
        let count = Int(last - first) + 1
        var bits = before.map { Array($0) } ?? [UInt8](repeating: 0, count: (count + 7) / 8)
        let were = bits.reduce(0) { $0 + $1.nonzeroBitCount }
        for record in records {
            let row = Int(record.sequence - first)
            bits[row / 8] |= 1 << UInt8(row % 8)
        }
        let are = bits.reduce(0) { $0 + $1.nonzeroBitCount }
        guard are < count else {
            try db.execute(sql: "DELETE FROM feedContent WHERE block = ?", arguments: [first])
            try db.execute(sql: "DELETE FROM feedBlock WHERE first = ?", arguments: [first])
            return
        }
        let rest = live - records.count { $0.isLive }
        let update = try db.cachedStatement(sql: "UPDATE feedBlock SET live = ?, ended = ? WHERE first = ?")
        try update.execute(arguments: [rest, Data(bits), first])
        if 4 * (count - were) >= count, 4 * (count - are) < count { try empty(bits, first: first) }
    }

    /// Packs a block anew, with nothing in the rows of which later records took the place.
    private func empty(_ ended: [UInt8], first: Int64) throws {
        guard var block = try FeedBlockTable(db: db).next(after: first - 1) else { return }
        block.ended = ended
        var packer = RowPacker(rows: block.rows.count, of: 40)
        try block.rows.read { reader in
            for row in 0..<block.rows.count {
                guard block.holds(row) else {
                    packer.endRow()
                    continue
                }
                try reader.go(to: row)
                if block.kind == .exchange {
                    try ExchangeSaying(&reader).pack(into: &packer)
                } else {
                    try ThingRow(&reader, of: block.kind).pack(into: &packer)
                }
            }
        }
        try db.execute(
            sql: "UPDATE feedContent SET records = ? WHERE block = ?", arguments: [packer.block, first])
    }
}
