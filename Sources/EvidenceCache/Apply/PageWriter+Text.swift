import Digests
import Evidence
import Feed
import Foundation
import HostileText

extension PageWriter {
    func writeText(_ text: ExchangeText, document: Data, of key: Int64, account: Int64) throws {
        let hidden = text.hiddenCount
        try db.run(
            "INSERT INTO exchangeText(exchange, document, bytes, hash, hidden) VALUES (?, ?, ?, ?, ?)",
            [
                .integer(key), .blob(try Gzip.deflate(document, level: 1)), SQLValue(document.count),
                .blob(SHA256Digest.of(document).bytes), SQLValue(hidden),
            ])
        try db.run("INSERT INTO textIndex(rowid, words) VALUES (?, ?)", [.integer(key), SQLValue(text.words)])
        rollups.countText(account: account, hidden: hidden, by: 1)
        tallies["text", default: 0] += 1
    }

    /// Takes a text out of the table and the index. The index keeps no copy, so it has to be told what it indexed.
    func removeText(of key: Int64, account: Int64) throws {
        let sql = "SELECT document, bytes, hidden FROM exchangeText WHERE exchange = ?"
        let found = try db.row(sql, [.integer(key)]) { (bytes: $0.bytes(0), size: $0.int(1), hidden: $0.int(2)) }
        guard let found else { return }
        let document = try Gzip.inflate(found.bytes, limit: found.size)
        if let text = try FeedDocument.decode(ExchangeDocument.self, from: Data(document)).exchange.text {
            try db.run(
                "INSERT INTO textIndex(textIndex, rowid, words) VALUES ('delete', ?, ?)",
                [.integer(key), SQLValue(text.words)])
        }
        try db.run("DELETE FROM exchangeText WHERE exchange = ?", [.integer(key)])
        rollups.countText(account: account, hidden: found.hidden, by: -1)
        tallies["text", default: 0] -= 1
    }
}

extension ExchangeText {
    /// Everything that was said, for full-text search.
    var words: UntrustedText {
        let parts = [system].compactMap { $0 } + messages.map(\.content) + [response].compactMap { $0 }
        return UntrustedText(parts.map(\.verbatim).joined(separator: "\n"))
    }

    /// How many of its characters are hidden.
    var hiddenCount: Int {
        messages.reduce((system?.hiddenCount ?? 0) + (response?.hiddenCount ?? 0)) { $0 + $1.content.hiddenCount }
    }
}
