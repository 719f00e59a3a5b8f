extension JSONParser {
    /// Reads a number, whose spelling is kept; of its grammar only the characters are checked.
    mutating func number() throws(JSONProblem) -> JSONValue {
        let start = place
        guard skipNumber() else {
            if takes("Infinity") { return .null }
            throw surprise
        }
        return .number(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<place]), as: UTF8.self))
    }

    /// Steps over the characters of a number; `false` if no digit is among them.
    private mutating func skipNumber() -> Bool {
        var hasDigit = false
        scan: while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
            case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): break
            default: break scan
            }
            place += 1
        }
        return hasDigit
    }

    /// Steps over a value that is no array and no object and has no escapes, without making a value of it.
    ///
    /// - Returns: how it is spelt; `nil` for any other value, and then nothing is stepped over.
    mutating func literal() throws(JSONProblem) -> UnsafeBufferPointer<UInt8>? {
        let start = place
        guard place < bytes.count else { throw problem(.endsEarly) }
        switch bytes[place] {
        case UInt8(ascii: "\""):
            guard skipPlainString() else {
                place = start
                return nil
            }
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            guard skipNumber() else {
                place = start
                return nil
            }
        case UInt8(ascii: "{"), UInt8(ascii: "["): return nil
        default: _ = try word()
        }
        try count()
        return UnsafeBufferPointer(rebasing: bytes[start..<place])
    }

    /// Reads `true`, `false` or `null`, and as `null` also the `NaN` and `Infinity` that some writers leave in JSON.
    mutating func word() throws(JSONProblem) -> JSONValue {
        if takes("null") || takes("NaN") || takes("Infinity") { return .null }
        if takes("true") { return .bool(true) }
        if takes("false") { return .bool(false) }
        let words: [StaticString] = ["null", "true", "false"]
        if words.contains(where: { rest(isBeginningOf: $0) }) {
            place = bytes.count
        }
        throw surprise
    }

    private mutating func takes(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard bytes.count - place >= count else { return false }
        for offset in 0..<count where bytes[place + offset] != word.utf8Start[offset] {
            return false
        }
        place += count
        return true
    }

    private func rest(isBeginningOf word: StaticString) -> Bool {
        let count = bytes.count - place
        guard count < word.utf8CodeUnitCount else { return false }
        return (0..<count).allSatisfy { bytes[place + $0] == word.utf8Start[$0] }
    }
}
