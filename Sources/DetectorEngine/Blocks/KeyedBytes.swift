/// A fast hash of bytes under a number that outsiders do not know, so that nobody makes bytes whose hashes meet.
enum KeyedBytes {
    /// The hash. O(bytes).
    static func hash(_ bytes: UnsafeRawBufferPointer, _ seed: UInt64) -> UInt64 {
        var hash = seed ^ UInt64(bytes.count)
        var place = 0
        while place + 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            hash = mixed(hash ^ word, seed)
            place += 8
        }
        var rest: UInt64 = 0
        while place < bytes.count {
            rest = rest << 8 | UInt64(bytes[place])
            place += 1
        }
        return mixed(hash ^ rest, 0x9e37_79b9_7f4a_7c15)
    }

    /// Mixes the bits of a word under a number, which is best not even.
    static func mixed(_ word: UInt64, _ factor: UInt64) -> UInt64 {
        let (high, low) = (word ^ 0xe703_7ed1_a0b4_28db).multipliedFullWidth(by: factor | 1)
        return high ^ low ^ word
    }
}
