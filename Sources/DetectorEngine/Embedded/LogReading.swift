import Dispatch
import Evidence
import Feed
import Foundation
import GRDB
import HostileText

/// The exchanges of a state as detection reads them, and what the feed says of each. It catches up with what came since
/// it was last brought up to date, and reads nothing twice.
///
/// An exchange never changes once it is stored; what a score says of it does, and then it has a new place in the feed.
struct LogReading: Sendable {
    /// The exchanges, by number.
    private(set) var exchanges: [Exchange] = []
    /// What the feed says of each exchange so far, by number.
    private(set) var rows: [ExchangeRow] = []
    /// How many exchanges were read since this was made.
    private(set) var rowsRead = 0
    /// The memory that the exchanges need, in bytes, about; what several share is counted for each.
    private(set) var byteCount = 0
    /// The feed's sequence up to which `rows` say what it says.
    private var sequence: Int64 = 0

    /// Reads what came since, within a view of the state. O(what came).
    ///
    /// - Parameter asOf: exchanges after it are passed over, for good; `nil` reads all.
    mutating func catchUp(in db: Database, upTo asOf: Instant? = nil) throws {
        try readNew(in: db, upTo: asOf)
        try FeedBlockTable(db: db).each(.exchange, after: sequence) { sequence, reader in
            let saying = try ExchangeSaying(&reader)
            if let place = place(of: saying.number) { rows[place] = ExchangeRow(saying, at: sequence) }
        }
        sequence = try Counter.sequence.value(in: db)
    }

    /// Exchanges that are read at a time, on all processors.
    private static let portion = 64 * ExchangeBlock.most

    private mutating func readNew(in db: Database, upTo asOf: Instant?) throws {
        let newest = rows.last?.number ?? 0
        let all = try ExchangeTable(in: db).count()
        guard all > newest else { return }
        exchanges.reserveCapacity(exchanges.count + Int(all - newest))
        rows.reserveCapacity(rows.count + Int(all - newest))
        let lanes = (0..<Lane.count).map { _ in Lane(exchanges: Int(all - newest)) }
        let cursor = try Row.fetchCursor(
            db,
            sql: """
                SELECT first, exchanges FROM exchangeBlock WHERE first >= coalesce(
                  (SELECT max(first) FROM exchangeBlock WHERE first <= ?), 0) ORDER BY first
                """, arguments: [newest + 1])
        var portion = Portion()
        func finish(_ portion: Portion) throws {
            var blocks: [Portion.Block] = try portion.read(by: lanes).reversed()
            // Taken off the end, so that nobody else holds what is taken apart.
            while var block = blocks.popLast() {
                var number = block.first
                while let exchange = block.exchanges.popLast() {
                    defer { number += 1 }
                    guard number > newest, exchange.at <= asOf ?? exchange.at else { continue }
                    add(exchange, number: number)
                }
            }
        }
        while let row = try cursor.next() {
            try portion.add(first: row[0], block: row[1], in: db)
            if portion.count >= LogReading.portion {
                try finish(portion)
                portion = Portion()
            }
        }
        try finish(portion)
    }

    private mutating func add(_ exchange: consuming Exchange, number: Int64) {
        rows.append(ExchangeRow(number: number))
        rowsRead += 1
        byteCount += MemoryLayout<Exchange>.stride + MemoryLayout<ExchangeRow>.stride
        byteCount += exchange.text?.byteCount ?? 0
        exchanges.append(exchange)
    }

    private func place(of number: Int64) -> Int? {
        // Where nothing was passed over, the place follows from the number.
        let likely = Int(number - (rows.first?.number ?? 1))
        if rows.indices.contains(likely), rows[likely].number == number { return likely }
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low].number == number ? low : nil
    }

    /// Takes over what a score of this reading stored, so that it need not be read.
    ///
    /// - Parameter sequence: the feed's sequence when it was stored.
    mutating func take(over changed: [ExchangeRow], sequence: Int64) {
        for row in changed {
            if let place = place(of: row.number) { rows[place] = row }
        }
        self.sequence = sequence
    }
}

extension ExchangeText {
    /// The length of everything that was said, in bytes of UTF-8.
    fileprivate var byteCount: Int {
        messages.reduce((system?.byteCount ?? 0) + (response?.byteCount ?? 0)) { $0 + $1.content.byteCount }
    }
}
