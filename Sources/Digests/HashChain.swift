/// A chain in which each row's hash covers the row and, through the hash before it, all rows before.
///
/// hash = SHA-256(prev ‖ canonical JSON of the row without its member `hash`), where `prev` is 64 lower-case hexadecimal
/// digits, taken as text. The first row's `prev` is 64 zeros.
public struct HashChain: Hashable, Sendable {
    /// What stands before the first row: 64 zeros.
    public static let origin = String(repeating: "0", count: 64)

    /// The hash of the last row, or ``origin``.
    public private(set) var head: String
    /// The number of rows.
    public private(set) var count: Int

    /// A chain without rows, or one to be continued from a known row.
    public init(head: String = HashChain.origin, count: Int = 0) {
        self.head = head
        self.count = count
    }

    /// The hash of a row after `prev`; a member `hash` of the row is left out.
    public static func hash(of row: CanonicalJSON, after prev: String) -> String {
        var hasher = SHA256Hasher()
        hasher.update(prev.utf8)
        hasher.update(row.removing("hash").bytes)
        return hasher.digest.hex
    }

    /// Appends a row and returns its hash, the new head.
    @discardableResult
    public mutating func append(_ row: CanonicalJSON) -> String {
        head = HashChain.hash(of: row, after: head)
        count += 1
        return head
    }

    /// The index of the first row whose hash is not what its content and the rows before it make; `nil` if all are right.
    public static func firstBreak(
        in rows: some Sequence<(row: CanonicalJSON, hash: String)>, after origin: String = HashChain.origin
    ) -> Int? {
        var chain = HashChain(head: origin)
        for (row, hash) in rows where chain.append(row) != hash {
            return chain.count - 1
        }
        return nil
    }
}
