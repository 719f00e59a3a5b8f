import Foundation

/// Stands for what was said, so that a change is noticed without it: a hash with this process's own key, 64 bits. It is never
/// stored.
struct Fingerprint: Hashable, Sendable {
    private let hash: Int

    /// Stands for nothing.
    static let none = Fingerprint { _ in }

    /// The fingerprint of what a caller feeds in.
    init(_ feed: (inout Hasher) -> Void) {
        var hasher = Hasher()
        feed(&hasher)
        hash = hasher.finalize()
    }

    /// The fingerprint of bytes. O(bytes).
    init(_ bytes: Data) {
        self.init { hasher in bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
    }
}
