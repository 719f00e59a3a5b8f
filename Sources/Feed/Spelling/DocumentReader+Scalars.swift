extension DocumentReader {
    /// Reads a whole number of at most 18 digits.
    mutating func integer() throws(OtherSpelling) -> Int64 {
        let isNegative = place < bytes.count && bytes[place] == UInt8(ascii: "-")
        if isNegative { place += 1 }
        let start = place
        var value: Int64 = 0
        while place < bytes.count, bytes[place] &- UInt8(ascii: "0") < 10 {
            value = value &* 10 &+ Int64(bytes[place] &- UInt8(ascii: "0"))
            place += 1
        }
        let count = place - start
        guard count > 0, count <= 18, count == 1 || bytes[start] != UInt8(ascii: "0"), !(isNegative && value == 0),
            isAtEndOfScalar
        else { throw OtherSpelling() }
        return isNegative ? -value : value
    }

    /// Reads a number as `Double.description` spells it.
    mutating func number() throws(OtherSpelling) -> Double {
        let start = place
        while place < bytes.count, DocumentReader.isOfNumber(bytes[place]) { place += 1 }
        let literal = UnsafeBufferPointer(rebasing: bytes[start..<place])
        // The spelling is checked by spelling it again: what differs is for the decoder.
        guard isAtEndOfScalar, let value = Double(String(decoding: literal, as: UTF8.self)), value.isFinite,
            value != 0 || literal.count == 1
        else { throw OtherSpelling() }
        var text = value.description
        if text.hasSuffix(".0") { text.removeLast(2) }
        guard text.utf8.elementsEqual(literal) else { throw OtherSpelling() }
        return value
    }

    /// Reads `true` or `false`.
    mutating func truth() throws(OtherSpelling) -> Bool {
        if takes("true") { return true }
        guard takes("false") else { throw OtherSpelling() }
        return false
    }

    private mutating func takes(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard place + count < bytes.count else { return false }
        for offset in 0..<count where bytes[place + offset] != word.utf8Start[offset] { return false }
        place += count
        return isAtEndOfScalar
    }

    private var isAtEndOfScalar: Bool {
        guard place < bytes.count else { return false }
        switch bytes[place] {
        case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"): return true
        default: return false
        }
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
            UInt8(ascii: "e"):
            true
        default: false
        }
    }
}
