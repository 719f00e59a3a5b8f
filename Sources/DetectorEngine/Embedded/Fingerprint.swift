import Digests
import Foundation

/// Stands for the bytes of a document, so that a change is noticed without them: the first half of their SHA-256.
struct Fingerprint: Hashable, Sendable {
    private let first: UInt64
    private let second: UInt64

    /// The fingerprint of a document. O(bytes).
    init(_ document: Data) {
        var hasher = SHA256Hasher()
        document.withUnsafeBytes { hasher.update($0) }
        let bytes = hasher.digest.bytes
        first = bytes[0..<8].reduce(0) { $0 << 8 | UInt64($1) }
        second = bytes[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
    }
}
