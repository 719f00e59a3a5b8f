import Evidence
import Foundation
import GRDB
import HostileText
import Synchronization

/// Finds an exchange by its id, with 24 to 48 bytes of memory an exchange and no index on disk. It is read when it is first
/// needed, and catches up with what other processes add.
final class SeenExchanges: Sendable {
    private let table = Mutex(Table())

    /// Calls with the numbers of all exchanges that are stored, under a lock of the database.
    func use<Result: Sendable>(in db: Database, _ body: (inout Table) throws -> Result) throws -> Result {
        try table.withLock { table in
            try table.catchUp(in: db)
            return try body(&table)
        }
    }

    /// Forgets everything, after a transaction that did not last.
    func forget() {
        table.withLock { $0 = Table() }
    }

    /// The numbers of exchanges by a hash of their ids.
    struct Table: Sendable {
        /// How many exchanges are known.
        private(set) var count: Int64 = 0
        private var keys: [UInt64] = []
        private var numbers: [UInt32] = []

        /// Reads what came since.
        fileprivate mutating func catchUp(in db: Database) throws {
            let all = try ExchangeTable(in: db).count()
            guard all > count else { return }
            makeRoom(for: Int(all))
            let cursor = try Row.fetchCursor(
                db,
                sql: """
                    SELECT first, keys FROM exchangeBlock WHERE first >= coalesce(
                      (SELECT max(first) FROM exchangeBlock WHERE first <= ?), 0) ORDER BY first
                    """, arguments: [count + 1])
            while let row = try cursor.next() {
                let first: Int64 = row[0]
                let keys: Data = row[1]
                keys.withUnsafeBytes { bytes in
                    for place in 0..<bytes.count / 8 where first + Int64(place) > count {
                        add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self)))
                    }
                }
            }
        }

        /// Adds the next exchange.
        mutating func add(_ key: UInt64) {
            makeRoom(for: Int(count) + 1)
            count += 1
            place(key, UInt32(count))
        }

        /// The first exchange of that key that is the one looked for.
        func find(_ key: UInt64, _ isIt: (Int64) throws -> Bool) rethrows -> Int64? {
            guard !keys.isEmpty else { return nil }
            var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
            while numbers[slot] != 0 {
                if keys[slot] == key, try isIt(Int64(numbers[slot])) { return Int64(numbers[slot]) }
                slot = (slot + 1) & (keys.count - 1)
            }
            return nil
        }

        private mutating func place(_ key: UInt64, _ number: UInt32) {
            var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
            while numbers[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
            keys[slot] = key
            numbers[slot] = number
        }

        /// Keeps at least half of the slots empty.
        private mutating func makeRoom(for count: Int) {
            guard count * 2 > keys.count else { return }
            let old = (keys, numbers)
            let size = 1 << (Int.bitWidth - (max(count, 512) * 2).leadingZeroBitCount)
            keys = Array(repeating: 0, count: size)
            numbers = Array(repeating: 0, count: size)
            for slot in old.1.indices where old.1[slot] != 0 { place(old.0[slot], old.1[slot]) }
        }
    }
}

/// Hashes ids with a number that only this state has, so that nobody makes ids whose hashes meet.
struct IDKey: Sendable {
    private let seed: UInt64

    init(seed: UInt64) {
        self.seed = seed
    }

    /// Reads the state's number, or makes it.
    init(in db: Database) throws {
        if let bytes = try Data.fetchOne(db, sql: "SELECT value FROM state WHERE name = 'idSeed'"), bytes.count == 8 {
            seed = bytes.reduce(0) { $0 << 8 | UInt64($1) }
            return
        }
        seed = .random(in: .min ... .max)
        let bytes = Data((0..<8).map { UInt8(truncatingIfNeeded: seed >> (56 - 8 * $0)) })
        try db.execute(sql: "INSERT INTO state VALUES ('idSeed', ?)", arguments: [bytes])
    }

    /// The key of an id. O(bytes).
    func key(of id: ExchangeID) -> UInt64 {
        var text = id.text.verbatim
        return text.withUTF8 { KeyedBytes.hash(UnsafeRawBufferPointer($0), seed) }
    }
}
