/// A record of comma-separated values (RFC 4180): cells may be quoted, hold line ends, and double their quotes.
struct CSVRecord: Hashable {
    /// The line of the file that it begins on, from 1.
    var line: Int
    /// Its cells, with what a spreadsheet was guarded from taken off.
    var cells: [String]

    /// All records of a text; empty lines are none.
    static func all(in text: String) -> [CSVRecord] {
        var records: [CSVRecord] = []
        var cells: [String] = []
        var cell = ""
        var isQuoted = false
        var line = 1
        var start = 1
        func isEmpty() -> Bool { cells.isEmpty && cell.isEmpty }
        func endRecord() {
            if !isEmpty() { records.append(CSVRecord(line: start, cells: (cells + [cell]).map(unguarded))) }
            cells = []
            cell = ""
            start = line + 1
        }
        var characters = text.drop { $0 == "\u{FEFF}" }.makeIterator()
        var held: Character?
        while let character = held ?? characters.next() {
            held = nil
            if isQuoted {
                if character.isNewline { line += 1 }
                guard character == "\"" else {
                    cell.append(character)
                    continue
                }
                held = characters.next()
                if held == "\"" {
                    cell.append("\"")
                    held = nil
                } else {
                    isQuoted = false
                }
                continue
            }
            switch character {
            case "\"" where cell.isEmpty: isQuoted = true
            case ",":
                cells.append(cell)
                cell = ""
            case _ where character.isNewline:
                endRecord()
                line += 1
                start = line
            default: cell.append(character)
            }
        }
        endRecord()
        return records
    }

    private static func unguarded(_ cell: String) -> String {
        guard cell.first == "'", let second = cell.dropFirst().first, "=+-@\t\r".contains(second) else { return cell }
        return String(cell.dropFirst())
    }
}
