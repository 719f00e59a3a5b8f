import Digests
public import Evidence
import Feed
import Foundation
import GRDB
import HostileText

extension EmbeddedEngine {
    /// Stores exchanges of a log in one transaction.
    public func ingest(_ batch: [LoggedExchange]) async throws -> [Intake] {
        let rows = try batch.map { try StoredExchange($0, pseudonyms: pseudonyms) }
        return try await database.write { db in
            let find = try db.cachedStatement(sql: "SELECT digest FROM exchange WHERE id = ?")
            let insert = try db.cachedStatement(
                sql: "INSERT INTO exchange (id, at, digest, core, unknownFields) VALUES (?, ?, ?, ?, ?)")
            let insertText = try db.cachedStatement(sql: "INSERT INTO exchangeText VALUES (?, ?)")
            return try rows.map { row in
                if let digest = try Data.fetchOne(find, arguments: [row.id]) {
                    return digest == row.digest ? .known : .conflicting
                }
                try insert.execute(arguments: [row.id, row.at, row.digest, row.core, row.unknownFields])
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
    init(_ logged: LoggedExchange, pseudonyms: Pseudonyms) throws {
        var exchange = pseudonyms.exchange(from: logged)
        let text = try exchange.text.map { try FeedDocument.encode($0) }
        exchange.text = nil
        id = Data(exchange.id.text.verbatim.utf8)
        at = exchange.at.milliseconds
        core = try FeedDocument.encode(exchange)
        unknownFields = logged.unknownFields.map { Data($0.verbatim.utf8) }
        self.text = try text.map { Data(try Gzip.deflate($0)) }

        var hasher = SHA256Hasher()
        exchange.origin.address = nil
        for part in [try FeedDocument.encode(exchange), text, unknownFields] {
            hasher.update("\(part?.count ?? -1) ".utf8)
            hasher.update(part ?? Data())
        }
        digest = Data(hasher.digest.prefix(16))
    }

    /// The text that a row holds.
    ///
    /// - Throws: `GzipError` or `DecodingError` for a damaged row.
    static func text(_ bytes: Data) throws -> ExchangeText {
        let text = try Gzip.inflate(bytes, limit: textLimit)
        return try FeedDocument.decode(ExchangeText.self, from: Data(text))
    }

    /// No text is longer than this; readers of logs refuse what is.
    private static let textLimit = 256 << 20
}
