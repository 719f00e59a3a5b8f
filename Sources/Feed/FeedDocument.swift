public import Foundation

/// The JSON form that things have in the feed: members in order of name, slashes as they are, `nil` left out.
///
/// One thing has one spelling, so that two documents are equal exactly when their bytes are.
public enum FeedDocument {
    /// The bytes of a thing.
    ///
    /// - Throws: `EncodingError` for what JSON cannot hold, such as an infinite number.
    public static func encode(_ thing: some Encodable) throws -> Data {
        try encodeGenerally(thing)
    }

    /// Reads a thing. Members that this version does not know are passed over.
    ///
    /// - Throws: `DecodingError`.
    public static func decode<Thing: Decodable>(_ type: Thing.Type, from document: Data) throws -> Thing {
        try decodeGenerally(type, from: document)
    }

    /// Refuses a number that JSON cannot hold, for things that are spelt later than they are kept.
    ///
    /// - Throws: `EncodingError` where it is not finite.
    public static func check(_ number: Double?) throws {
        guard let number, !number.isFinite else { return }
        let context = EncodingError.Context(codingPath: [], debugDescription: "JSON holds no such number.")
        throw EncodingError.invalidValue(number, context)
    }

    /// The bytes that an encoder gives, for any kind of thing.
    static func encodeGenerally(_ thing: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(thing)
    }

    /// The thing that a decoder reads, of any kind and in any spelling.
    static func decodeGenerally<Thing: Decodable>(_ type: Thing.Type, from document: Data) throws -> Thing {
        try JSONDecoder().decode(type, from: document)
    }
}
