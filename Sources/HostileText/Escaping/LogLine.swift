/// Text of a client in a line of a log that is JSON, or that somebody reads with `tail -f`.
public enum LogLine {
    /// A JSON string with its quotes, in ASCII: no byte that a terminal could obey, and nothing lost.
    ///
    /// - Parameter limit: scalars after which it is cut and ends in `…`, as an escape; a log is no archive.
    public static func json(_ text: UntrustedText, limit: Int = 500) -> String {
        var result = "\""
        for (count, scalar) in text.verbatim.unicodeScalars.enumerated() {
            if count == limit {
                result += "\\u2026"
                break
            }
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case " "..."~": result.unicodeScalars.append(scalar)
            default: for unit in UTF16.encode(scalar) ?? .init() { result += "\\u" + hex(unit) }
            }
        }
        return result + "\""
    }

    /// For a sentence on standard error: the marks of the sanitiser, on one line, cut at a width.
    public static func plain(_ text: UntrustedText, limit: Int = 200) -> String {
        let safe = SafeText(text, limit: limit)
        return safe.description + (safe.isClipped ? "…" : "")
    }

    private static func hex(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
