import Crypto

/// An Ed25519 key (RFC 8032) that signs the heads of logs, so that whoever holds a log cannot rewrite it unseen.
public struct SigningKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// Takes a key of 32 bytes.
    ///
    /// - Throws: CryptoKit's error for any other length.
    public init(bytes: some Sequence<UInt8>) throws {
        key = try Curve25519.Signing.PrivateKey(rawRepresentation: Array(bytes))
    }

    /// The public key, 32 bytes.
    public var publicKey: [UInt8] { Array(key.publicKey.rawRepresentation) }

    /// Signs a message; 64 bytes.
    public func signature(of message: some Sequence<UInt8>) throws -> [UInt8] {
        Array(try key.signature(for: Array(message)))
    }

    /// Whether a signature by a public key fits a message.
    public static func isValid(
        _ signature: some Sequence<UInt8>, of message: some Sequence<UInt8>, publicKey: some Sequence<UInt8>
    ) throws -> Bool {
        let key = try Curve25519.Signing.PublicKey(rawRepresentation: Array(publicKey))
        return key.isValidSignature(Array(signature), for: Array(message))
    }
}
