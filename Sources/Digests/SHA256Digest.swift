import Crypto

/// A SHA-256 digest: 32 bytes.
public struct SHA256Digest: Hashable, Sendable {
    /// The 32 bytes.
    public let bytes: [UInt8]

    /// Wraps 32 bytes; `nil` for any other number.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        self.bytes = Array(bytes)
    }

    /// Reads 64 hexadecimal digits in either case; `nil` for any other text.
    public init?(hex: some StringProtocol) {
        guard let bytes = Hexadecimal.bytes(of: hex) else { return nil }
        self.init(bytes: bytes)
    }

    /// The digest of bytes.
    public static func of(_ bytes: some Sequence<UInt8>) -> SHA256Digest {
        var hasher = SHA256Hasher()
        hasher.update(bytes)
        return hasher.digest
    }

    /// The digest of a text's UTF-8.
    public static func of(_ text: String) -> SHA256Digest {
        of(text.utf8)
    }

    /// The 64 lower-case hexadecimal digits.
    public var hex: String { Hexadecimal.text(of: bytes) }

    /// The first bytes, for an id that need not resist a forger.
    public func prefix(_ count: Int) -> [UInt8] { Array(bytes.prefix(count)) }

    init(_ digest: Crypto.SHA256Digest) {
        bytes = Array(digest)
    }
}

extension SHA256Digest: Codable {
    /// Decodes from 64 hexadecimal digits.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let digest = SHA256Digest(hex: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "A SHA-256 digest has 64 hexadecimal digits.")
        }
        self = digest
    }

    /// Encodes as 64 lower-case hexadecimal digits.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }
}

extension SHA256Digest: CustomStringConvertible {
    /// The 64 lower-case hexadecimal digits.
    public var description: String { hex }
}

/// Computes a SHA-256 digest over bytes that come in pieces.
public struct SHA256Hasher: Sendable {
    private var function = SHA256()

    /// Has seen no bytes yet.
    public init() {}

    /// Takes in the next bytes.
    public mutating func update(_ bytes: some Sequence<UInt8>) {
        let done: Void? = bytes.withContiguousStorageIfAvailable {
            function.update(bufferPointer: UnsafeRawBufferPointer($0))
        }
        if done == nil {
            Array(bytes).withUnsafeBytes { function.update(bufferPointer: $0) }
        }
    }

    /// Takes in the next bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        function.update(bufferPointer: bytes)
    }

    /// The digest of all bytes so far; more may follow.
    public var digest: SHA256Digest { SHA256Digest(function.finalize()) }
}
