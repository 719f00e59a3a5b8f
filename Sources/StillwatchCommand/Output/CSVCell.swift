import Evidence
import HostileText

/// A cell of CSV (RFC 4180), safe to show and safe to open in a spreadsheet.
struct CSVCell {
    /// The cell as it is written.
    let text: String

    /// Text of others has everything hidden made visible; a cell that a spreadsheet would take for a formula gets a `'`.
    init(_ value: Value, isRaw: Bool) {
        switch value {
        case .text(let text):
            let safe = SafeText(text, limit: .max).description
            self.init(isRaw || !CSVCell.isFormula(text.verbatim) ? safe : "'" + safe)
        case .list(let words):
            self.init(.text(UntrustedText(words.joined(separator: "; "))), isRaw: isRaw)
        case .integer(let number): self.init(String(number))
        case .number(let number): self.init(number.isFinite ? "\(number)" : "")
        case .flag(let isOn): self.init(isOn ? "true" : "false")
        case .none: self.init("")
        }
    }

    /// A word of our own, such as the name of a column of somebody's SQL.
    init(_ word: String, isRaw: Bool) {
        self.init(.text(UntrustedText(word)), isRaw: isRaw)
    }

    private init(_ content: String) {
        let needsQuotes = content.contains { $0 == "," || $0 == "\"" || $0.isNewline }
        text = needsQuotes ? "\"" + content.replacing("\"", with: "\"\"") + "\"" : content
    }

    private static func isFormula(_ text: String) -> Bool {
        text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    }
}
