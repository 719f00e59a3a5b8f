public import Foundation

/// The JSON form that things have in the feed: members in order of name, slashes as they are, `nil` left out.
///
/// One thing has one spelling, so that two documents are equal exactly when their bytes are.
public enum FeedDocument {
    /// The bytes of a thing.
    ///
    /// - Throws: `EncodingError` for what JSON cannot hold, such as an infinite number.
    public static func encode(_ thing: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(thing)
    }

    /// Reads a thing. Members that this version does not know are passed over.
    ///
    /// - Throws: `DecodingError`.
    public static func decode<Thing: Decodable>(_ type: Thing.Type, from document: Data) throws -> Thing {
        try JSONDecoder().decode(type, from: document)
    }
}
