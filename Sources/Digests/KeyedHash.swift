import Crypto

/// Names private values by HMAC-SHA-256, so that equal values have equal names and nobody without the key can guess one.
///
/// The key never leaves the detector's state. The domain keeps one value from having the same name in two roles: an
/// address and an account that are both spelt `10` are named apart.
public struct KeyedHash: Sendable {
    /// The code of a message that has not begun.
    private let code: HMAC<SHA256>

    /// Takes a key; 32 random bytes are a good one.
    public init(key: some Sequence<UInt8>) {
        code = HMAC(key: SymmetricKey(data: Array(key)))
    }

    /// 32 bytes from the system's random generator, for a new key.
    public static func newKey() -> [UInt8] {
        SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
    }

    /// The full HMAC of a message.
    public func authenticationCode(of message: some Sequence<UInt8>) -> SHA256Digest {
        var code = code
        code.update(data: Array(message))
        return SHA256Digest(code: code.finalize())
    }

    /// A short name for a value in a role: 32 hexadecimal digits unless told otherwise.
    ///
    /// 128 bits: two of a billion values share a name with probability 10⁻²¹.
    public func token(for value: some Sequence<UInt8>, in domain: StaticString, digits: Int = 32) -> String {
        var message = domain.withUTF8Buffer { Array($0) }
        message.append(0)
        message.append(contentsOf: value)
        return String(authenticationCode(of: message).hex.prefix(digits))
    }

    /// A short name for a text in a role, over its UTF-8.
    public func token(for text: String, in domain: StaticString, digits: Int = 32) -> String {
        token(for: text.utf8, in: domain, digits: digits)
    }
}

extension SHA256Digest {
    init(code: HMAC<SHA256>.MAC) {
        bytes = Array(code)
    }
}
