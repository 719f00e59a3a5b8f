import HostileText

/// The words of a text as hashes, with their places.
///
/// A word is a run of letters, digits and underscores; letters are folded to lower case in ASCII, and a run of digits is
/// always the same word, so that numbering does not tell two texts apart. Each ideograph is a word. Of a long text only
/// the beginning and the end count.
struct Words {
    /// The longest text that is read whole, in bytes.
    static let longest = 12_288
    /// The most words kept from the beginning of a text, and from its end.
    static let head = 256, tail = 128

    /// The hash of each word. It is odd for an ideograph, which says less than a word, and even for all else.
    private(set) var hashes: [UInt64] = []
    /// The first byte of each word.
    private(set) var starts: [Int32] = []
    /// The byte after each word.
    private(set) var ends: [Int32] = []

    /// The hash of every run of digits.
    static let digits = StableHash.mix((StableHash.seed ^ 0x23) &* 0x0000_0100_0000_01b3) & ~1

    /// Reads a text. O(bytes).
    init(_ text: UntrustedText) {
        var text = text.verbatim
        text.withUTF8 { bytes in
            if bytes.count <= Self.longest {
                scan(bytes, 0..<bytes.count)
            } else {
                scan(bytes, 0..<(Self.longest * 2 / 3))
                scan(bytes, (bytes.count - Self.longest / 3)..<bytes.count)
            }
        }
        if hashes.count > Self.head + Self.tail {
            let dropped = Self.head..<(hashes.count - Self.tail)
            hashes.removeSubrange(dropped)
            starts.removeSubrange(dropped)
            ends.removeSubrange(dropped)
        }
    }

    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var hash = StableHash.seed
        var start = -1
        var inDigits = false
        var place = range.lowerBound
        while place < range.upperBound {
            let byte = bytes[place]
            let isDigit = byte >= 0x30 && byte <= 0x39
            let isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a || byte == 0x5f
            if byte >= 0xe3 && byte <= 0xe9 && place + 2 < range.upperBound {
                close(&start, hash, at: place)
                let value = UInt64(byte) << 16 | UInt64(bytes[place + 1]) << 8 | UInt64(bytes[place + 2])
                append(StableHash.mix(value) | 1, place, place + 3)
                place += 3
                continue
            }
            guard isDigit || isLetter || byte >= 0x80 else {
                close(&start, hash, at: place)
                place += 1
                continue
            }
            if start < 0 {
                start = place
                hash = StableHash.seed
                inDigits = false
            }
            if !(isDigit && inDigits) {
                let folded: UInt8 = isDigit ? 0x23 : byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte
                hash = (hash ^ UInt64(folded)) &* 0x0000_0100_0000_01b3
            }
            inDigits = isDigit
            place += 1
        }
        close(&start, hash, at: range.upperBound)
    }

    private mutating func close(_ start: inout Int, _ hash: UInt64, at end: Int) {
        guard start >= 0 else { return }
        append(StableHash.mix(hash) & ~1, start, end)
        start = -1
    }

    private mutating func append(_ hash: UInt64, _ start: Int, _ end: Int) {
        hashes.append(hash)
        starts.append(Int32(start))
        ends.append(Int32(end))
    }
}
