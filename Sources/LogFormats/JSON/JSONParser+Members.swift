extension JSONParser {
    /// Walks over the members of the one object that the bytes hold. `each` reads the value at `place`.
    ///
    /// - Throws: also for names with escapes in them, which ``value(of:)`` reads.
    mutating func members(
        _ each: (inout JSONParser, UnsafeBufferPointer<UInt8>) throws(JSONProblem) -> Void
    ) throws(JSONProblem) {
        guard place < bytes.count, bytes[place] == UInt8(ascii: "{") else { throw surprise }
        place += 1
        while true {
            skipSpace()
            let name = try plainName()
            skipSpace()
            guard place < bytes.count, bytes[place] == UInt8(ascii: ":") else { throw surprise }
            place += 1
            skipSpace()
            try each(&self, name)
            if try ends(with: UInt8(ascii: "}")) { return }
        }
    }

    private mutating func plainName() throws(JSONProblem) -> UnsafeBufferPointer<UInt8> {
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { throw surprise }
        place += 1
        let start = place
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
            guard bytes[place] != UInt8(ascii: "\\") else { throw surprise }
            place += 1
        }
        guard place < bytes.count else { throw problem(.endsEarly) }
        place += 1
        return UnsafeBufferPointer(rebasing: bytes[start..<(place - 1)])
    }
}
