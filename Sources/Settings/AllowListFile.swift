internal import Foundation
internal import TOMLKit

/// An allow-list as a platform writes it: a TOML file of `[[allow]]` tables.
///
/// ```toml
/// [[allow]]
/// kind = "client"
/// value = "coding-client/"
/// reason = "public coding client"
/// who = "ana"
/// until = "2027-01-01"
/// ```
public struct AllowListFile: Sendable, Hashable {
    /// One entry, with the lines of its fields for problems that only its reader can see.
    public struct Entry: Sendable, Hashable {
        /// What it names.
        public let kind: String
        /// The value.
        public let value: String
        /// Why it is permitted.
        public let reason: String
        /// Who permitted it.
        public let who: String
        /// A date or time from which on it no longer counts.
        public let until: String?
        fileprivate let file: String
        fileprivate let lines: [String: Int]

        /// A problem with one of its fields, at the field's line.
        public func problem(_ field: String, _ complaint: String, _ advice: String) -> SettingsProblem {
            SettingsProblem(
                file: file, line: lines[field] ?? lines[""], complaint: "\"\(field)\" \(complaint)", advice: advice)
        }
    }

    /// The entries, in the order of the file.
    public let entries: [Entry]

    private static let required = ["kind", "value", "reason", "who"]

    /// Reads a file.
    ///
    /// - Throws: the first problem: a list that is half read would be worse than none.
    public init(path: String) throws(SettingsProblem) {
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw SettingsProblem(
                file: path, line: nil, complaint: "the file cannot be read",
                advice: "Check its name and permissions, and that it is UTF-8")
        }
        try self.init(text: text, file: path)
    }

    /// Reads a text; `file` is its name for problems.
    public init(text: String, file: String) throws(SettingsProblem) {
        let document = try SettingsDocument(text: text, file: file)
        if let other = document.table.keys.sorted().first(where: { $0 != "allow" }) {
            throw document.problem(
                other, "\"\(other)\" is not known", "Write [[allow]] and the entry's fields below it")
        }
        let places = AllowListFile.places(in: text)
        guard let list = document.table["allow"] else {
            entries = []
            return
        }
        guard let array = list.array, array.count == places.count else {
            throw document.problem(
                "allow", "\"allow\" is no list of tables", "Write each entry below a [[allow]] of its own")
        }
        var entries: [Entry] = []
        for (table, lines) in zip(array, places) {
            guard let table = table.table else { continue }
            entries.append(try AllowListFile.entry(table, file, lines))
        }
        self.entries = entries
    }

    private static func entry(
        _ table: TOMLTable, _ file: String, _ lines: [String: Int]
    ) throws(SettingsProblem) -> Entry {
        func problem(_ field: String, _ complaint: String, _ advice: String) -> SettingsProblem {
            SettingsProblem(
                file: file, line: lines[field] ?? lines[""], complaint: "\"\(field)\" \(complaint)", advice: advice)
        }
        var texts: [String: String] = [:]
        for field in table.keys.sorted() {
            guard required.contains(field) || field == "until" else {
                throw problem(field, "is not known", "Known are \(required.joined(separator: ", ")) and until")
            }
            let day = table[field]?.date.map { date in
                String(format: "%04d-%02d-%02d", date.year, date.month, date.day)
            }
            guard let text = table[field]?.string ?? day else { throw problem(field, "is no text", "Put it in quotes") }
            texts[field] = text
        }
        for field in required where texts[field]?.isEmpty ?? true {
            throw problem(field, "is missing", "Every entry says \(required.joined(separator: ", "))")
        }
        return Entry(
            kind: texts["kind"] ?? "", value: texts["value"] ?? "", reason: texts["reason"] ?? "",
            who: texts["who"] ?? "", until: texts["until"], file: file, lines: lines)
    }

    /// For each `[[allow]]`, its own line (under an empty name) and those of its fields.
    private static func places(in text: String) -> [[String: Int]] {
        var places: [[String: Int]] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let plain = line.trimmingCharacters(in: .whitespaces)
            if plain.hasPrefix("[[allow]]") {
                places.append(["": number + 1])
            } else if !places.isEmpty, let equals = plain.firstIndex(of: "=") {
                let name = plain[..<equals].trimmingCharacters(in: CharacterSet(charactersIn: " \t\""))
                if places[places.count - 1][name] == nil { places[places.count - 1][name] = number + 1 }
            }
        }
        return places
    }
}
