import Digests
public import Evidence
import Feed
import Foundation
import GRDB
import HostileText

extension EmbeddedEngine {
    /// Hashes what is private in exchanges and spells the rest.
    public func prepare(_ batch: [LoggedExchange]) throws -> PreparedBatch {
        try PreparedBatch(
            rows: pseudonyms.withBook { book in
                let packer = try GzipPacker()
                return try batch.map { try StoredExchange($0, book: &book, packer: packer) }
            })
    }

    /// Stores exchanges of a log in one transaction.
    public func ingest(_ batch: PreparedBatch) async throws -> [Intake] {
        try await database.write { db in
            let insert = try db.cachedStatement(
                sql: """
                    INSERT INTO exchange (id, at, digest, core, unknownFields) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO NOTHING
                    """)
            let find = try db.cachedStatement(sql: "SELECT digest FROM exchange WHERE id = ?")
            let insertText = try db.cachedStatement(sql: "INSERT INTO exchangeText VALUES (?, ?)")
            return try batch.rows.map { row in
                try insert.execute(arguments: [row.id, row.at, row.digest, row.core, row.unknownFields])
                guard db.changesCount > 0 else {
                    let digest = try Data.fetchOne(find, arguments: [row.id])
                    return digest == row.digest ? .known : .conflicting
                }
                if let text = row.text { try insertText.execute(arguments: [db.lastInsertedRowID, text]) }
                return .new
            }
        }
    }

    /// Stores models' releases; the first time that a model was given counts.
    public func ingest(releases: [Release]) async throws -> Int {
        try await database.write { db in
            var new = 0
            for release in releases {
                try db.execute(
                    sql: "INSERT INTO modelRelease VALUES (?, ?) ON CONFLICT DO NOTHING",
                    arguments: [Data(release.model.verbatim.utf8), release.releasedAt.milliseconds])
                new += db.changesCount
            }
            return new
        }
    }
}

/// An exchange as its row holds it.
struct StoredExchange: Sendable {
    var id: Data
    var at: Int64
    /// Equal for equal content, whatever was kept of the address.
    var digest: Data
    var core: Data
    var unknownFields: Data?
    var text: Data?

    /// Hashes what is private, and spells the rest.
    ///
    /// - Throws: `EncodingError` for what JSON cannot hold.
    init(_ logged: LoggedExchange, book: inout PseudonymBook, packer: GzipPacker) throws {
        var exchange = book.exchange(from: logged)
        let text = exchange.text.map { FeedDocument.encode($0) }
        exchange.text = nil
        id = Data(exchange.id.text.verbatim.utf8)
        at = exchange.at.milliseconds
        core = try FeedDocument.encode(exchange)
        unknownFields = logged.unknownFields.map { Data($0.verbatim.utf8) }
        self.text = try text.map { Data(try packer.pack($0)) }

        var content = core
        if exchange.origin.address != nil {
            exchange.origin.address = nil
            content = try FeedDocument.encode(exchange)
        }
        var hasher = SHA256Hasher()
        for part in [content, text, unknownFields] {
            hasher.update("\(part?.count ?? -1) ".utf8)
            if let part { hasher.update(part) }
        }
        digest = Data(hasher.digest.prefix(16))
    }

    /// The text that a row holds.
    ///
    /// - Throws: `GzipError` or `DecodingError` for a damaged row.
    static func text(_ bytes: Data, sharing pool: TextPool? = nil) throws -> ExchangeText {
        let text = try Gzip.inflate(bytes, limit: textLimit)
        return try FeedDocument.decode(ExchangeText.self, from: Data(text), sharing: pool)
    }

    /// No text is longer than this; readers of logs refuse what is.
    private static let textLimit = 256 << 20
}
