import Digests
import Evidence
import Synchronization

/// Replaces what is private in logged exchanges by keyed hashes, before anything is stored.
///
/// What a value was called stays in memory for a while, since the same keys and addresses come again and again.
final class Pseudonyms: Sendable {
    private let hash: KeyedHash
    private let keepsAddresses: Bool
    /// The books that nobody uses at the moment.
    private let idle = Mutex<[PseudonymBook]>([])

    /// - Parameters:
    ///   - key: the key of this detector's state.
    ///   - keepsAddresses: whether the address itself stays beside its hash.
    init(key: [UInt8], keepsAddresses: Bool) {
        hash = KeyedHash(key: key)
        self.keepsAddresses = keepsAddresses
    }

    /// Lends a book to one caller at a time.
    func withBook<Result>(_ body: (inout PseudonymBook) throws -> Result) rethrows -> Result {
        // Nobody else may hold the book, or its first change would copy it.
        var book = idle.withLock { $0.popLast() } ?? PseudonymBook(hash: hash, keepsAddresses: keepsAddresses)
        defer { idle.withLock { [book] in $0.append(book) } }
        return try body(&book)
    }
}
