public import Evidence
public import Foundation
import HostileText

// Exchanges are what there is most of. They are spelt and read directly, with the bytes that an encoder would give.

extension FeedDocument {
    /// The bytes of an exchange.
    ///
    /// - Throws: `EncodingError` for what JSON cannot hold, such as an infinite number.
    public static func encode(_ exchange: Exchange) throws -> Data {
        var writer = DocumentWriter(room: 640)
        try writer.value(exchange)
        return Data(writer.bytes)
    }

    /// The bytes of an exchange with what the detector made of it.
    ///
    /// - Throws: `EncodingError` for what JSON cannot hold, such as an infinite number.
    public static func encode(_ document: ExchangeDocument) throws -> Data {
        var writer = DocumentWriter(room: 768)
        try writer.value(document)
        return Data(writer.bytes)
    }

    /// The bytes of an exchange's text.
    public static func encode(_ text: ExchangeText) -> Data {
        let size = text.messages.reduce(text.system?.byteCount ?? 0) { $0 + $1.content.byteCount + 64 }
        var writer = DocumentWriter(room: size + (text.response?.byteCount ?? 0) + 128)
        writer.value(text)
        return Data(writer.bytes)
    }

    /// The members of an exchange's document that come after the exchange, as one object: `{"matches":…,"target":…}`.
    public static func encodeFindings(
        target: CapabilityTarget, template: TemplateID?, matches: [TextMatch]
    ) -> Data {
        var writer = DocumentWriter(room: 128 + 96 * matches.count)
        writer.object { $0.findings(target, template, matches) }
        return Data(writer.bytes)
    }

    /// Reads an exchange.
    ///
    /// - Parameter pool: keeps one copy of what many exchanges say alike.
    /// - Throws: `DecodingError`.
    public static func decode(
        _ type: Exchange.Type, from document: Data, sharing pool: TextPool? = nil
    ) throws -> Exchange {
        try decode(type, from: document, sharing: pool) { (reader) throws(DocumentReader.OtherSpelling) in
            try reader.exchange()
        }
    }

    /// Reads an exchange's text.
    ///
    /// - Parameter pool: keeps one copy of system prompts that many exchanges have.
    /// - Throws: `DecodingError`.
    public static func decode(
        _ type: ExchangeText.Type, from document: Data, sharing pool: TextPool? = nil
    ) throws -> ExchangeText {
        try decode(type, from: document, sharing: pool) { (reader) throws(DocumentReader.OtherSpelling) in
            try reader.exchangeText()
        }
    }

    /// Reads an exchange with what the detector made of it.
    ///
    /// - Throws: `DecodingError`.
    public static func decode(_ type: ExchangeDocument.Type, from document: Data) throws -> ExchangeDocument {
        try decode(type, from: document) { (reader) throws(DocumentReader.OtherSpelling) in
            try reader.exchangeDocument()
        }
    }

    /// Reads a thing directly; what is spelt in another way than ours goes to the general decoder.
    static func decode<Thing: Decodable>(
        _ type: Thing.Type, from document: Data, sharing pool: TextPool? = nil,
        _ direct: (inout DocumentReader) throws(DocumentReader.OtherSpelling) -> Thing
    ) throws -> Thing {
        let read = document.withUnsafeBytes { DocumentReader.read($0, pool: pool, direct) }
        return try read ?? decodeGenerally(type, from: document)
    }
}
