extension JSONParser {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// Reads a string, whose opening quote is at `place`.
    mutating func string() throws(JSONProblem) -> String {
        place += 1
        let start = place
        skipPlain()
        guard place < bytes.count else { throw problem(.endsEarly) }
        if bytes[place] == UInt8(ascii: "\"") {
            let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<place]), as: UTF8.self)
            place += 1
            return text
        }
        return try stringWithEscapes(from: start)
    }

    /// Steps over a string; `false` if it has escapes or no end.
    mutating func skipPlainString() -> Bool {
        place += 1
        skipPlain()
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return false }
        place += 1
        return true
    }

    /// Steps to the next quote or backslash, eight bytes at a time.
    private mutating func skipPlain() {
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
        let quotes = JSONParser.ones &* UInt64(UInt8(ascii: "\""))
        let slashes = JSONParser.ones &* UInt64(UInt8(ascii: "\\"))
        while place + 8 <= bytes.count {
            let word = base.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            let quote = word ^ quotes
            let slash = word ^ slashes
            let found =
                ((quote &- JSONParser.ones) & ~quote | (slash &- JSONParser.ones) & ~slash) & JSONParser.highs
            if found != 0 {
                place += UInt64(littleEndian: found).trailingZeroBitCount / 8
                return
            }
            place += 8
        }
        while place < bytes.count, bytes[place] != UInt8(ascii: "\""), bytes[place] != UInt8(ascii: "\\") {
            place += 1
        }
    }

    private mutating func stringWithEscapes(from start: Int) throws(JSONProblem) -> String {
        var text = Array(bytes[start..<place])
        while true {
            guard place < bytes.count else { throw problem(.endsEarly) }
            if bytes[place] == UInt8(ascii: "\"") {
                place += 1
                return String(decoding: text, as: UTF8.self)
            }
            if bytes[place] == UInt8(ascii: "\\") {
                try escape(into: &text)
            }
            let plain = place
            skipPlain()
            text.append(contentsOf: bytes[plain..<place])
        }
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONProblem) {
        guard place + 1 < bytes.count else {
            place = bytes.count
            throw problem(.endsEarly)
        }
        let letter = bytes[place + 1]
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "n"): text.append(0x0a)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0d)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0c)
        case UInt8(ascii: "u"):
            try unicodeEscape(into: &text)
            return
        default: throw problem(.badEscape)
        }
        place += 2
    }

    /// Reads `\uXXXX` or a pair of them; a surrogate without its other half becomes U+FFFD.
    private mutating func unicodeEscape(into text: inout [UInt8]) throws(JSONProblem) {
        let first = try unit(at: place)
        place += 6
        var scalar = UnicodeScalar(first)
        if (0xd800...0xdbff).contains(first), place + 6 <= bytes.count, bytes[place] == UInt8(ascii: "\\"),
            bytes[place + 1] == UInt8(ascii: "u")
        {
            let second = try unit(at: place)
            if (0xdc00...0xdfff).contains(second) {
                place += 6
                scalar = UnicodeScalar(0x10000 + (first - 0xd800) << 10 + (second - 0xdc00))
            }
        }
        UTF8.encode(scalar ?? "\u{fffd}")?.forEach { text.append($0) }
    }

    private func unit(at place: Int) throws(JSONProblem) -> UInt32 {
        guard place + 6 <= bytes.count else { throw JSONProblem(kind: .endsEarly, offset: bytes.count) }
        var value: UInt32 = 0
        for digit in bytes[(place + 2)..<(place + 6)] {
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(digit - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(digit - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(digit - UInt8(ascii: "A") + 10)
            default: throw JSONProblem(kind: .badEscape, offset: place)
            }
        }
        return value
    }
}
