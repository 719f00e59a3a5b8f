import Foundation

extension CanonicalJSON: Codable {
    /// Decodes any JSON value; a number without a fraction that fits 64 bits is whole.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // The most frequent first: each attempt that fails makes an error with its whole path.
        if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if container.decodeNil() {
            self = .null
        } else if let elements = try? container.decode([CanonicalJSON].self) {
            self = .array(elements)
        } else {
            self = .object(try container.decode([String: CanonicalJSON].self))
        }
    }

    /// Encodes as the JSON value that it is.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let elements): try container.encode(elements)
        case .object(let members): try container.encode(members)
        }
    }

    /// Reads a JSON text, as strictly as Foundation does.
    ///
    /// - Throws: `DecodingError` for what is no JSON.
    public init(parsing text: some Sequence<UInt8>) throws {
        self = try JSONDecoder().decode(CanonicalJSON.self, from: Data(text))
    }

    /// The JSON value that an encodable value becomes, with `nil` members left out.
    ///
    /// - Throws: `EncodingError` for what has no JSON form, such as an infinity.
    public init(encoding value: some Encodable) throws {
        self = try JSONDecoder().decode(CanonicalJSON.self, from: JSONEncoder().encode(value))
    }
}
