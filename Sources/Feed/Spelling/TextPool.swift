import Foundation

/// Keeps one copy of texts that come again and again, such as models, keys' hashes and user agents.
///
/// A table of fixed size in which the newest text of a place stays, so that it never grows with what comes. Not for use by
/// two threads at once.
public final class TextPool {
    private var texts: [String]

    /// - Parameter places: how many texts it holds at most; rounded up to a power of two.
    public init(places: Int = 1 << 18) {
        texts = Array(repeating: "", count: 1 << max(1, Int.bitWidth - (places - 1).leadingZeroBitCount))
    }

    /// The text that bytes spell, where possible as the copy that was given before; `nil` for what is no UTF-8.
    public func shared(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        do throws(DocumentReader.OtherSpelling) {
            return try text(bytes)
        } catch {
            return nil
        }
    }

    /// The text that bytes spell, where possible as the copy that was given before.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentReader.OtherSpelling) -> String {
        let place = Int(truncatingIfNeeded: TextPool.hash(bytes)) & (texts.count - 1)
        let isKnown = texts[place].utf8.withContiguousStorageIfAvailable { known in
            guard known.count == bytes.count, let one = known.baseAddress, let other = bytes.baseAddress else {
                return false
            }
            return memcmp(one, other, bytes.count) == 0
        }
        if isKnown == true { return texts[place] }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw DocumentReader.OtherSpelling() }
        texts[place] = text
        return text
    }

    /// A multiplicative hash, eight bytes at a time.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: bytes.count)
        let raw = UnsafeRawBufferPointer(bytes)
        var place = 0
        while place + 8 <= raw.count {
            hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            place += 8
        }
        while place < raw.count {
            hash = mixed(hash ^ UInt64(raw[place]))
            place += 1
        }
        return hash
    }

    private static func mixed(_ word: UInt64) -> UInt64 {
        let (high, low) = word.multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
        return high ^ low
    }
}
