import Evidence
import Feed
import Foundation
import GRDB
import HostileText

/// Moves the exchanges of an older state, and what the feed says of them, from rows into blocks. The feed keeps its order, and
/// each record its sequence and revision, so that cursors stay good.
struct BlockMigration {
    private let db: Database
    private let idKey: IDKey

    init(in db: Database) throws {
        self.db = db
        idKey = try IDKey(in: db)
    }

    /// Moves everything.
    func run() throws {
        try moveExchanges()
        try moveSayings()
        try moveThings()
        try db.execute(
            sql: """
                INSERT INTO exchangeTextAnew SELECT newNumber, text FROM exchangeText JOIN movedExchange
                  ON number = exchange ORDER BY newNumber;
                DROP TABLE exchangeText;
                DROP TABLE exchange;
                DROP TABLE movedExchange;
                ALTER TABLE exchangeTextAnew RENAME TO exchangeText;
                """)
    }

    private func moveExchanges() throws {
        try db.execute(
            sql: "CREATE TABLE movedExchange (number INTEGER PRIMARY KEY, newNumber INTEGER NOT NULL) STRICT")
        let note = try db.makeStatement(sql: "INSERT INTO movedExchange VALUES (?, ?)")
        let cursor = try Row.fetchCursor(db, sql: "SELECT number, core, unknownFields FROM exchange ORDER BY number")
        var table = ExchangeTable(in: db)
        var rows: [StoredExchange] = []
        var moved: Int64 = 0
        while let row = try cursor.next() {
            var exchange = try FeedDocument.decode(Exchange.self, from: row[1])
            if exchange.conversationIsInferred == true {
                exchange.conversation = nil
                exchange.conversationIsInferred = nil
            }
            rows.append(
                StoredExchange(
                    exchange: exchange, key: idKey.key(of: exchange.id), text: nil, unknownFields: row[2]))
            moved += 1
            try note.execute(arguments: [row[0] as Int64, moved])
            guard rows.count == ExchangeBlock.most else { continue }
            try table.append(rows)
            rows = []
        }
        try table.append(rows)
    }

    private func moveSayings() throws {
        let cursor = try Row.fetchCursor(
            db,
            sql: """
                SELECT newNumber, sequence, revision, core, findings, isExemplar FROM exchange
                JOIN movedExchange USING (number) WHERE sequence IS NOT NULL ORDER BY sequence
                """)
        var blocks = try FeedBlockWriter(in: db)
        while let row = try cursor.next() {
            let exchange = try FeedDocument.decode(Exchange.self, from: row[3])
            let saying = ExchangeSaying(
                number: row[0], revision: row[2], conversation: exchange.conversation?.text ?? UntrustedText(""),
                isInferred: exchange.conversationIsInferred ?? false, isExemplar: row[5],
                findings: UntrustedText(decoding: row[4] as Data))
            try blocks.add(.exchange, at: row[1], saying)
        }
        try blocks.finish()
    }

    private func moveThings() throws {
        for kind in FeedBlock.kinds where kind != .exchange {
            let cursor = try Row.fetchCursor(
                db, sql: "SELECT sequence, id, revision, document FROM feedRecord WHERE kind = ? ORDER BY sequence",
                arguments: [kind.rawValue])
            var blocks = try FeedBlockWriter(in: db)
            while let row = try cursor.next() {
                let thing = ThingRow(
                    id: UntrustedText(decoding: row[1] as Data), revision: row[2],
                    body: (row[3] as Data?).map { ThingBody.spelt($0) })
                try blocks.add(kind, at: row[0], thing)
            }
            try blocks.finish()
            try db.execute(sql: "DELETE FROM feedRecord WHERE kind = ?", arguments: [kind.rawValue])
        }
    }
}
