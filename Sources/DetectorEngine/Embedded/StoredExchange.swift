import Digests
import Evidence
import Feed
import Foundation
import HostileText

/// An exchange as it is stored.
struct StoredExchange: Sendable {
    /// The exchange without its text.
    var exchange: Exchange
    /// A hash of its id.
    var key: UInt64
    /// What was said, packed.
    var text: Data?
    /// What the log said beside all that is known.
    var unknownFields: Data?

    init(exchange: Exchange, key: UInt64, text: Data?, unknownFields: Data?) {
        self.exchange = exchange
        self.key = key
        self.text = text
        self.unknownFields = unknownFields
    }

    /// Hashes what is private, and packs what was said.
    ///
    /// - Throws: `EncodingError` for what JSON cannot hold, since the feed is JSON.
    init(_ logged: consuming LoggedExchange, book: inout PseudonymBook, key: IDKey, packer: GzipPacker) throws {
        unknownFields = logged.unknownFields.map { Data($0.verbatim.utf8) }
        exchange = book.exchange(from: logged)
        try FeedDocument.check(exchange.usage.cost)
        try FeedDocument.check(exchange.parameters.temperature)
        text = try exchange.text.map { Data(try packer.pack(FeedDocument.encode($0))) }
        exchange.text = nil
        self.key = key.key(of: exchange.id)
    }

    /// Whether another is the same, whatever was kept of the address.
    ///
    /// - Throws: `GzipError` or `DecodingError` for a damaged text.
    func says(whatIsIn other: StoredExchange) throws -> Bool {
        var one = exchange
        var two = other.exchange
        one.origin.address = nil
        two.origin.address = nil
        guard one == two, unknownFields == other.unknownFields else { return false }
        if text == other.text { return true }
        guard let text, let others = other.text else { return false }
        return try StoredExchange.text(text) == StoredExchange.text(others)
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
