extension PlainFields {
    /// Names that make a record one of another format, or may.
    private static let marksOfOthers: Set<String> = ["resourceSpans", "resource_spans", "observations", "startTime"]

    /// Reads a line that is a plain record at first sight: its values go to their places without a list of members.
    ///
    /// - Returns: `nil` for everything else, such as a line that is no JSON: then it is read, or refused, with all care.
    static func read(_ line: UnsafeBufferPointer<UInt8>, in format: LogFormat, _ options: LogOptions) -> PlainFields? {
        guard format == .auto || format == .jsonl, options.accountField == nil, line.first == UInt8(ascii: "{") else {
            return nil
        }
        var parser = JSONParser(bytes: line)
        var fields = PlainFields(options)
        do throws(JSONProblem) {
            try parser.members { (parser, name) throws(JSONProblem) in
                if let place = PlainFieldTable.shared.place(of: name) {
                    fields.set(try parser.value(depth: 1), at: place)
                } else {
                    let name = String(decoding: name, as: UTF8.self)
                    fields.add(unknown: JSONObject.Member(name: name, value: try parser.value(depth: 1)))
                }
            }
        } catch {
            return nil  // Whoever reads it with care says what is wrong, and where.
        }
        guard parser.place == line.count, fields[.id] != nil, fields[.account] != nil else { return nil }
        let isPlain = format == .jsonl || fields.unknown.members.allSatisfy { !marksOfOthers.contains($0.name) }
        return isPlain ? fields : nil
    }
}
