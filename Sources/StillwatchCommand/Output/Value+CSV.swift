import Evidence
import HostileText

extension Value {
    /// The value as a cell of CSV; lists are joined by `; `.
    ///
    /// - Parameter isRaw: leaves cells that a spreadsheet would take for formulas as they are.
    func cell(isRaw: Bool) -> String {
        switch self {
        case .text(let text): CSVField.encoded(text, guardsFormulas: !isRaw)
        case .list(let words):
            CSVField.encoded(UntrustedText(words.joined(separator: "; ")), guardsFormulas: !isRaw)
        case .integer(let number): String(number)
        case .number(let number): number.isFinite ? "\(number)" : ""
        case .flag(let isOn): isOn ? "true" : "false"
        case .none: ""
        }
    }
}
