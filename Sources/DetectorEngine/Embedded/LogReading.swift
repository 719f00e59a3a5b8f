import Evidence
import Feed
import Foundation
import GRDB
import HostileText

/// The exchanges of a state as detection reads them, and what the feed says of each. It catches up with what came since
/// it was last brought up to date, and reads nothing twice.
///
/// A row's exchange never changes once it is stored; what a score says of it does, and then the row has a new place in the
/// feed.
struct LogReading: Sendable {
    /// The exchanges, by row.
    private(set) var exchanges: [Exchange] = []
    /// What the feed says of each exchange so far, by row.
    private(set) var rows: [ExchangeRow] = []
    /// How many rows were read since this was made, those read again for what another process's score says included.
    private(set) var rowsRead = 0
    /// The memory that the exchanges need, in bytes, about; what several share is counted for each.
    private(set) var byteCount = 0
    /// The feed's sequence up to which `rows` say what it says.
    private var sequence: Int64 = 0

    /// Reads what came since, within a view of the state. O(what came).
    ///
    /// - Parameter asOf: exchanges after it are passed over, for good; `nil` reads all.
    mutating func catchUp(in db: Database, upTo asOf: Instant? = nil) throws {
        let newest = rows.last?.number ?? 0
        if newest > 0 { try readChanges(in: db, upTo: newest) }
        try readNew(in: db, after: newest, upTo: asOf)
        sequence = try Counter.sequence.value(in: db)
    }

    private mutating func readNew(in db: Database, after newest: Int64, upTo asOf: Instant?) throws {
        let pool = TextPool()
        let cursor = try Row.fetchCursor(
            db,
            sql: """
                SELECT number, core, findings, isExemplar, revision, text FROM exchange
                LEFT JOIN exchangeText ON exchange = number WHERE number > ? AND at <= ? ORDER BY number
                """, arguments: [newest, asOf?.milliseconds ?? .max])
        while let row = try cursor.next() {
            var exchange = try FeedDocument.decode(Exchange.self, from: row[1], sharing: pool)
            if let text = row[5] as Data? { exchange.text = try StoredExchange.text(text, sharing: pool) }
            rows.append(ExchangeRow(row, exchange))
            if exchange.conversationIsInferred == true {
                // Inferred by the score before: this one infers anew, with all exchanges in view.
                exchange.conversation = nil
                exchange.conversationIsInferred = nil
            }
            rowsRead += 1
            byteCount += MemoryLayout<Exchange>.stride + MemoryLayout<ExchangeRow>.stride
            byteCount += exchange.text?.byteCount ?? 0
            exchanges.append(exchange)
        }
    }

    /// Reads again what another process's scores said of exchanges.
    private mutating func readChanges(in db: Database, upTo newest: Int64) throws {
        let cursor = try Row.fetchCursor(
            db,
            sql: "SELECT number, core, findings, isExemplar, revision FROM exchange WHERE sequence > ? AND number <= ?",
            arguments: [sequence, newest])
        while let row = try cursor.next() {
            guard let place = place(ofRow: row[0]) else { continue }
            rows[place] = ExchangeRow(row, try FeedDocument.decode(Exchange.self, from: row[1]))
            rowsRead += 1
        }
    }

    private func place(ofRow number: Int64) -> Int? {
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
            if let place = place(ofRow: row.number) { rows[place] = row }
        }
        self.sequence = sequence
    }
}

/// What the feed says of an exchange so far.
struct ExchangeRow: Sendable {
    var number: Int64
    /// Stands for the document of what was found; `nil` before the first score.
    var findings: Fingerprint?
    var isExemplar: Bool
    /// 0 before the exchange's first score.
    var revision: Int64
    var conversation: ConversationID?
    var isInferred: Bool?

    /// Reads a row that begins with `number, core, findings, isExemplar, revision`, whose core was read already.
    init(_ row: Row, _ exchange: Exchange) {
        number = row[0]
        findings = (row[2] as Data?).map { Fingerprint($0) }
        isExemplar = row[3]
        revision = row[4]
        conversation = exchange.conversation
        isInferred = exchange.conversationIsInferred
    }
}

extension ExchangeText {
    /// The length of everything that was said, in bytes of UTF-8.
    fileprivate var byteCount: Int {
        messages.reduce((system?.byteCount ?? 0) + (response?.byteCount ?? 0)) { $0 + $1.content.byteCount }
    }
}
