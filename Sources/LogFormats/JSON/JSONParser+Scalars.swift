extension JSONParser {
    /// Reads a number, whose spelling is kept; of its grammar only the characters are checked.
    mutating func number() throws(JSONProblem) -> JSONValue {
        let start = place
        var hasDigit = false
        scan: while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
            case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): break
            default: break scan
            }
            place += 1
        }
        guard hasDigit else {
            if takes("Infinity") { return .null }
            throw surprise
        }
        return .number(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<place]), as: UTF8.self))
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
