/// A hash that is the same in every run and on every machine, unlike `Hasher`. Not for secrets.
///
/// The mixing step is the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
enum StableHash {
    /// Where a hash starts.
    static let seed: UInt64 = 0x9e37_79b9_7f4a_7c15

    /// Spreads the bits of a number.
    @inline(__always)
    static func mix(_ value: UInt64) -> UInt64 {
        var bits = value &+ seed
        bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
        return bits ^ (bits >> 31)
    }

    /// Takes one more number into a hash; the order counts.
    @inline(__always)
    static func combine(_ hash: UInt64, _ value: UInt64) -> UInt64 {
        mix(hash &* 0x0000_0100_0000_01b3 ^ value)
    }

    /// The hash of bytes.
    static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = seed ^ UInt64(bytes.count)
        let raw = UnsafeRawBufferPointer(bytes)
        var place = 0
        while place + 8 <= raw.count {
            hash = combine(hash, UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
            place += 8
        }
        var rest: UInt64 = 0
        for byte in bytes[place...] { rest = rest << 8 | UInt64(byte) }
        return combine(hash, rest)
    }

    /// The hash of a text's bytes.
    static func of(_ text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { of($0) }
    }

    /// Some of these numbers, the same in every run and others for each `key`; all of them if they are few. O(numbers).
    static func sample(_ numbers: [Int], for key: Int, atMost limit: Int) -> [Int] {
        sample(numbers, for: key, atMost: limit) { _ in true }
    }

    /// Some of those of these numbers that count, as if there were no others. Asks of each number twice. O(numbers).
    @inline(__always)
    static func sample(_ numbers: [Int], for key: Int, atMost limit: Int, where counts: (Int) -> Bool) -> [Int] {
        numbers.withUnsafeBufferPointer { numbers in
            let all = numbers.reduce(0) { counts($1) ? $0 + 1 : $0 }
            guard all > limit else { return numbers.filter(counts) }
            let own = combine(seed, UInt64(key))
            // Hashes are even, so that the least of them lie below a bound about in proportion; sorting those alone is enough.
            let likely = limit + 4 * Int(Double(limit).squareRoot()) + 8
            var bound = UInt64.max / UInt64(all) &* UInt64(min(all, likely))
            while true {
                var low: [(number: Int, hash: UInt64)] = []
                low.reserveCapacity(2 * likely)
                for number in numbers {
                    let hash = mix(own ^ UInt64(number))
                    if hash <= bound, counts(number) { low.append((number, hash)) }
                }
                guard low.count < limit else {
                    low.sort { $0.hash < $1.hash }
                    return low.prefix(limit).map(\.number)
                }
                bound = .max
            }
        }
    }

    /// The first `digits` hexadecimal digits of a hash.
    static func hexadecimal(_ hash: UInt64, digits: Int = 8) -> String {
        let all = String(hash, radix: 16)
        return String((String(repeating: "0", count: 16 - all.count) + all).prefix(digits))
    }
}
