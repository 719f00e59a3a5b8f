import Digests
import HostileText

/// Hashes values one after the other, each with its type and length, so that no two rows hash alike.
struct RowHasher {
    private var hasher = SHA256Hasher()

    mutating func add(_ value: SQLValue) {
        switch value {
        case .null: hasher.update([0])
        case .integer(let number): add(1, withUnsafeBytes(of: number.bigEndian) { Array($0) })
        case .real(let number): add(2, withUnsafeBytes(of: number.bitPattern.bigEndian) { Array($0) })
        case .text(let text): add(3, Array(text.verbatim.utf8))
        case .blob(let bytes): add(4, bytes)
        }
    }

    private mutating func add(_ type: UInt8, _ bytes: [UInt8]) {
        hasher.update([type] + withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { Array($0) })
        hasher.update(bytes)
    }

    var digest: SHA256Digest { hasher.digest }
}
