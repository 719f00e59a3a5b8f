import Crypto

/// A SHA-512 digest: 64 bytes.
public struct SHA512Digest: Hashable, Sendable {
    /// The 64 bytes.
    public let bytes: [UInt8]

    /// Wraps 64 bytes; `nil` for any other number.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 64 else { return nil }
        self.bytes = Array(bytes)
    }

    /// Reads 128 hexadecimal digits in either case; `nil` for any other text.
    public init?(hex: some StringProtocol) {
        guard let bytes = Hexadecimal.bytes(of: hex) else { return nil }
        self.init(bytes: bytes)
    }

    /// The digest of bytes.
    public static func of(_ bytes: some Sequence<UInt8>) -> SHA512Digest {
        var hasher = SHA512Hasher()
        hasher.update(bytes)
        return hasher.digest
    }

    /// The 128 lower-case hexadecimal digits.
    public var hex: String { Hexadecimal.text(of: bytes) }

    init(_ digest: Crypto.SHA512Digest) {
        bytes = Array(digest)
    }
}

/// Computes a SHA-512 digest over bytes that come in pieces.
public struct SHA512Hasher: Sendable {
    private var function = SHA512()

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

    /// The digest of all bytes so far; more may follow.
    public var digest: SHA512Digest { SHA512Digest(function.finalize()) }
}
