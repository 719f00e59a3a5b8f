import Detection
import Evidence
import Feed
import Foundation
import GRDB
import Synchronization

/// Some blocks of exchanges, to be read at once on all processors.
struct Portion: Sendable {
    /// A block as it was read.
    struct Block: Sendable {
        /// The first exchange's number.
        var first: Int64
        /// The last exchange first, so that whoever takes them in order takes each off the end and copies none.
        var exchanges: [Exchange]
    }

    /// How many exchanges are in it.
    private(set) var count = 0
    private var blocks: [(first: Int64, rows: PackedRows)] = []
    private var texts: [(number: Int64, text: Data)] = []

    /// Adds a block as it is stored, and fetches its texts.
    mutating func add(first: Int64, block: Data, in db: Database) throws {
        let rows = try PackedRows(block)
        blocks.append((first, rows))
        count += rows.count
        let find = try db.cachedStatement(
            sql: "SELECT exchange, text FROM exchangeText WHERE exchange >= ? AND exchange < ? ORDER BY exchange")
        let cursor = try Row.fetchCursor(find, arguments: [first, first + Int64(rows.count)])
        while let row = try cursor.next() { texts.append((row[0], row[1])) }
    }

    /// Reads all blocks, in order.
    func read(by lanes: [Lane]) throws -> [Block] {
        let parts = Parallel.map(lanes.count) { lane in
            Result {
                try lanes[lane].use { pools in
                    try stride(from: lane, to: blocks.count, by: lanes.count).map { try read(blocks[$0], &pools) }
                }
            }
        }
        let done = try parts.map { try $0.get() }
        return blocks.indices.map { done[$0 % lanes.count][$0 / lanes.count] }
    }

    private func read(_ block: (first: Int64, rows: PackedRows), _ pools: inout Lane.Pools) throws -> Block {
        var exchanges = try block.rows.read(sharing: pools.texts) { reader in
            try (0..<block.rows.count).reversed().map { row in
                try reader.go(to: row)
                var exchange = try ExchangeBlock.read(&reader, knowing: &pools.circumstances)
                if exchange.conversationIsInferred == true {
                    // Each score infers anew, with all exchanges in view.
                    exchange.conversation = nil
                    exchange.conversationIsInferred = nil
                }
                return exchange
            }
        }
        let end = block.first + Int64(exchanges.count)
        for place in place(of: block.first)..<texts.count {
            let (number, text) = texts[place]
            guard number < end else { break }
            exchanges[Int(end - 1 - number)].text = try StoredExchange.text(text, sharing: pools.texts)
        }
        return Portion.Block(first: block.first, exchanges: exchanges)
    }

    /// The place of the first text of that exchange or one after it.
    private func place(of number: Int64) -> Int {
        var low = 0
        var high = texts.count
        while low < high {
            let middle = (low + high) / 2
            if texts[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// One of several who read blocks at once, each with pools of its own.
final class Lane: Sendable {
    /// How many read at once: as many as there are processors, up to eight.
    static let count = min(8, ProcessInfo.processInfo.activeProcessorCount)

    /// Where copies are kept of what many exchanges have alike.
    struct Pools {
        let texts: TextPool
        var circumstances: KnownCircumstances
    }

    private let pools: Mutex<Pools>

    /// - Parameter count: how many exchanges will be read, about.
    init(exchanges count: Int) {
        let places = min(1 << 18, max(1 << 10, count))
        pools = Mutex(Pools(texts: TextPool(places: places), circumstances: KnownCircumstances(limit: places)))
    }

    func use<Result: Sendable>(_ body: (inout Pools) throws -> Result) throws -> Result {
        try pools.withLock { try body(&$0) }
    }
}
