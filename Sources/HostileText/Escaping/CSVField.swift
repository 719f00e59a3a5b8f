/// A field of a CSV file (RFC 4180).
public enum CSVField {
    /// What a client wrote, as a field: quoted where it must be, and guarded against being read as a formula.
    ///
    /// - Parameter raw: leaves the text as it is but for the quoting. Without it a text that begins with `=`, `+`, `-`, `@`,
    ///   TAB or CR gets a leading `'`, because spreadsheets would compute it, and what is invisible is written as its mark.
    public static func encoded(_ text: UntrustedText, raw: Bool = false) -> String {
        if raw { return quoted(text.verbatim) }
        let first = text.verbatim.unicodeScalars.first
        let isFormula = first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
        return quoted((isFormula ? "'" : "") + text.visible)
    }

    /// A field of our own: a name, a number. Quoted where it must be.
    public static func quoted(_ text: String) -> String {
        let needsQuotes = text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
        let isPadded = text.hasPrefix(" ") || text.hasSuffix(" ")
        guard needsQuotes || isPadded else { return text }
        var field = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { field += "\"" }
            field.unicodeScalars.append(scalar)
        }
        return field + "\""
    }
}
