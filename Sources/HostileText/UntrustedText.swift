/// Text that a client of the platform chose: a prompt, an account id, a model name, a user agent, a file name in a log.
///
/// It compares, hashes and decodes, byte for byte: two spellings that Unicode calls equivalent are two texts here, as they
/// are two keys in SQLite. It has no drawing API, it does not interpolate, and its description says only how long it is.
/// What a person is to read goes through ``SafeText`` or one of the escapings of this module.
public struct UntrustedText: Sendable {
    /// The text as it came, with U+FFFD for what was no text. For storage, matching and hashing; never for drawing.
    public let verbatim: String

    /// Wraps a text as it came.
    public init(_ text: String) {
        verbatim = text
    }

    /// Decodes UTF-8; each invalid byte sequence becomes U+FFFD, and nothing is refused.
    public init(decoding bytes: some Collection<UInt8>) {
        verbatim = String(decoding: bytes, as: UTF8.self)
    }

    /// Whether there is no text at all.
    public var isEmpty: Bool { verbatim.isEmpty }

    /// The length in UTF-8 bytes. O(1).
    public var byteCount: Int { verbatim.utf8.count }
}

extension UntrustedText: Hashable {
    /// Equal when the bytes are equal.
    public static func == (left: UntrustedText, right: UntrustedText) -> Bool {
        left.verbatim.utf8.elementsEqual(right.verbatim.utf8)
    }

    /// Hashes the bytes, so that it agrees with `==`.
    public func hash(into hasher: inout Hasher) {
        var text = verbatim
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension UntrustedText: Comparable {
    /// Orders by bytes, which is the order of SQLite's BINARY collation and of Unicode scalars.
    public static func < (left: UntrustedText, right: UntrustedText) -> Bool {
        left.verbatim.utf8.lexicographicallyPrecedes(right.verbatim.utf8)
    }
}

extension UntrustedText: Codable {
    /// Decodes from one string.
    public init(from decoder: any Decoder) throws {
        verbatim = try decoder.singleValueContainer().decode(String.self)
    }

    /// Encodes as one string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(verbatim)
    }
}

extension UntrustedText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Says how long the text is, and nothing of what it says.
    public var description: String { "untrusted text of \(byteCount) bytes" }

    /// The same as `description`.
    public var debugDescription: String { description }

    /// Has no children, so that a dump shows nothing of the text.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension DefaultStringInterpolation {
    /// Untrusted text does not interpolate: draw it as `SafeText`, or use an escaping of this module.
    @available(*, unavailable, message: "Untrusted text is drawn as SafeText or escaped; it does not interpolate.")
    public mutating func appendInterpolation(_ value: UntrustedText) {}

    /// Untrusted text does not interpolate: draw it as `SafeText`, or use an escaping of this module.
    @available(*, unavailable, message: "Untrusted text is drawn as SafeText or escaped; it does not interpolate.")
    public mutating func appendInterpolation(_ value: UntrustedText?) {}
}
