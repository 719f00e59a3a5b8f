/// A field of a CSV file (RFC 4180), safe to show on a terminal and to open in a spreadsheet.
public enum CSVField {
    /// What somebody else wrote, as a field on one line: quoted where it must be, everything hidden made visible.
    ///
    /// - Parameter guardsFormulas: puts a `'` before a text that begins with `=`, `+`, `-`, `@`, TAB or CR, because
    ///   spreadsheets would compute it.
    public static func encoded(_ text: UntrustedText, guardsFormulas: Bool = true) -> String {
        let first = text.verbatim.unicodeScalars.first
        let isFormula = first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
        return quoted((guardsFormulas && isFormula ? "'" : "") + SafeText(text, limit: .max).description)
    }

    private static func quoted(_ text: String) -> String {
        let needsQuotes = text.unicodeScalars.contains { $0 == "," || $0 == "\"" }
        let isPadded = text.hasPrefix(" ") || text.hasSuffix(" ")
        guard needsQuotes || isPadded else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
