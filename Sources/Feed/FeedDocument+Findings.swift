public import Evidence
public import Foundation

extension FeedDocument {
    /// The bytes of a signal.
    ///
    /// - Throws: `EncodingError` for what JSON cannot hold, such as an infinite number.
    public static func encode(_ signal: Signal) throws -> Data {
        var writer = DocumentWriter(room: 384)
        try writer.value(signal)
        return Data(writer.bytes)
    }

    /// The bytes of a conversation.
    public static func encode(_ conversation: Conversation) -> Data {
        var writer = DocumentWriter(room: 192)
        writer.value(conversation)
        return Data(writer.bytes)
    }

    /// The bytes of an account.
    ///
    /// - Throws: `EncodingError` for what JSON cannot hold, such as an infinite number.
    public static func encode(_ account: Account) throws -> Data {
        var writer = DocumentWriter(room: 320)
        try writer.value(account)
        return Data(writer.bytes)
    }

    /// The bytes of a membership.
    ///
    /// - Throws: `EncodingError` for what JSON cannot hold, such as an infinite number.
    public static func encode(_ membership: Membership) throws -> Data {
        var writer = DocumentWriter(room: 192)
        try writer.value(membership)
        return Data(writer.bytes)
    }

    /// The bytes of a link.
    ///
    /// - Throws: `EncodingError` for what JSON cannot hold, such as an infinite number.
    public static func encode(_ edge: Edge) throws -> Data {
        var writer = DocumentWriter(room: 96 + 128 * edge.reasons.count)
        try writer.value(edge)
        return Data(writer.bytes)
    }

    /// Reads a signal.
    ///
    /// - Throws: `DecodingError`.
    public static func decode(_ type: Signal.Type, from document: Data) throws -> Signal {
        try decode(type, from: document) { (reader) throws(DocumentReader.OtherSpelling) in
            try reader.signal()
        }
    }

    /// Reads a conversation.
    ///
    /// - Throws: `DecodingError`.
    public static func decode(_ type: Conversation.Type, from document: Data) throws -> Conversation {
        try decode(type, from: document) { (reader) throws(DocumentReader.OtherSpelling) in
            try reader.conversation()
        }
    }
}
