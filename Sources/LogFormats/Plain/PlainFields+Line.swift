extension PlainFields {
    /// Names that make a record one of another format, or may.
    private static let marksOfOthers: Set<String> = ["resourceSpans", "resource_spans", "observations", "startTime"]

    /// Reads a line that is a plain record at first sight: its values go to their places without a list of members, and
    /// what the exchange's surroundings are read from is only spelt.
    ///
    /// - Returns: `false` for everything else, such as a line that is no JSON: then it is read, or refused, with all care.
    mutating func read(_ line: UnsafeBufferPointer<UInt8>, in format: LogFormat) -> Bool {
        guard format == .auto || format == .jsonl, options.accountField == nil, line.first == UInt8(ascii: "{") else {
            return false
        }
        clear()
        var parser = JSONParser(bytes: line)
        do throws(JSONProblem) {
            try parser.members { (parser, name) throws(JSONProblem) in
                guard let place = table.place(of: name) else {
                    let name = String(decoding: name, as: UTF8.self)
                    return add(unknown: JSONObject.Member(name: name, value: try parser.value(depth: 1)))
                }
                if isSpelt, PlainField.ofSurroundings & 1 << place != 0, let literal = try parser.literal() {
                    spell(literal, at: place)
                } else {
                    set(try parser.value(depth: 1), at: place)
                }
            }
        } catch {
            return false  // Whoever reads it with care says what is wrong, and where.
        }
        guard parser.place == line.count, self[.id] != nil, hasAccount else { return false }
        return format == .jsonl || unknown.members.allSatisfy { !PlainFields.marksOfOthers.contains($0.name) }
    }
}
