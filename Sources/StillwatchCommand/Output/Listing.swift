import ArgumentParser
import Evidence
import HostileText
import Invocation

/// One value of a row of results.
enum Value: Sendable {
    case text(UntrustedText)
    case integer(Int64)
    case number(Double)
    case flag(Bool)
    case list([String])
    case none

    init(_ word: String) { self = .text(UntrustedText(word)) }
    init(_ word: UntrustedText?) { self = word.map { .text($0) } ?? .none }
    init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .none }
    init(_ number: Double?) { self = number.map { .number($0) } ?? .none }
    init(_ time: Instant?) { self = time.map { .integer($0.milliseconds) } ?? .none }
    init<Thing>(_ id: Identifier<Thing>?) { self = id.map { .text($0.text) } ?? .none }
}

/// How rows are written.
enum ListingFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    case table, csv, jsonl
}

/// Rows of results, to be written in one of the formats. Text of others is escaped in each as the format needs it.
struct Listing: Sendable {
    /// The names of the columns.
    var columns: [String]
    /// The rows.
    var rows: [[Value]] = []

    /// The lines to write.
    ///
    /// - Parameter isRaw: leaves CSV cells that a spreadsheet would take for formulas as they are.
    func lines(_ format: ListingFormat, isRaw: Bool = false) -> [String] {
        switch format {
        case .table: table
        case .csv:
            ([columns.map { Value.text(UntrustedText($0)) }] + rows).map { row in
                row.map { $0.cell(isRaw: isRaw) }.joined(separator: ",")
            }
        case .jsonl: objects
        }
    }

    /// One object a row.
    var objects: [String] {
        rows.map { row in
            "{" + zip(columns, row).map { "\(JSONText.string($0)):\($1.json)" }.joined(separator: ",") + "}"
        }
    }

    /// An array of objects, one a line.
    var array: String {
        rows.isEmpty ? "[]" : "[\n" + objects.joined(separator: ",\n") + "\n]"
    }

    private var table: [String] {
        let cells = rows.map { $0.map(\.cell) }
        let widths = columns.indices.map { column in
            cells.reduce(SafeText(ours: columns[column]).width) { max($0, $1[column].width) }
        }
        let isNumber = columns.indices.map { column in
            rows.contains { $0[column].isNumber } && rows.allSatisfy { $0[column].isNumber || $0[column].isNone }
        }
        let head = columns.map { SafeText(ours: $0.uppercased()) }
        return ([head] + cells).map { row in
            let parts = row.enumerated().map { column, cell in
                let space = String(repeating: " ", count: max(0, widths[column] - cell.width))
                return isNumber[column] ? space + cell.description : cell.description + space
            }
            let line = parts.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }
}

extension Value {
    fileprivate var isNumber: Bool {
        switch self {
        case .integer, .number: true
        default: false
        }
    }

    fileprivate var isNone: Bool {
        if case .none = self { return true }
        return false
    }

    /// The value in a table for people.
    fileprivate var cell: SafeText {
        switch self {
        case .text(let text): SafeText(text, limit: 80)
        case .integer(let number): SafeText(ours: String(number))
        case .number(let number): SafeText(ours: Count.decimal(number, 3))
        case .flag(let isOn): isOn ? "yes" : "no"
        case .list(let words): SafeText(UntrustedText(words.joined(separator: ", ")), limit: 80)
        case .none: ""
        }
    }

    /// The value as JSON.
    var json: String {
        switch self {
        case .text(let text): JSONText.string(text.verbatim)
        case .integer(let number): String(number)
        case .number(let number): number.isFinite ? "\(number)" : "null"
        case .flag(let isOn): isOn ? "true" : "false"
        case .list(let words): "[" + words.map { JSONText.string($0) }.joined(separator: ",") + "]"
        case .none: "null"
        }
    }
}
