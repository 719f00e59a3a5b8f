internal import Foundation
internal import TOMLKit

/// A TOML file, parsed, that can say on which line a key stands.
struct SettingsDocument {
    let file: String
    let table: TOMLTable
    private let lines: [Substring]

    init(text: String, file: String) throws(SettingsProblem) {
        self.file = file
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw SettingsProblem(
                file: file, line: error.source.begin.line, complaint: "this is not TOML: \(error.description)",
                advice: "Correct the line; https://toml.io says how values are written")
        } catch {
            throw SettingsProblem(
                file: file, line: nil, complaint: "this is not TOML: \(error)", advice: "Correct the file")
        }
    }

    /// Reads a file; one that is not there is a problem too.
    init(path: String) throws(SettingsProblem) {
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw SettingsProblem(
                file: path, line: nil, complaint: "the file cannot be read", advice: "Check its name and permissions")
        }
        try self.init(text: text, file: path)
    }

    /// A problem with a key, at the line where it is first given a value.
    func problem(_ key: String, _ complaint: String, _ advice: String) -> SettingsProblem {
        let place = lines.firstIndex { line in
            let name = line.prefix { $0 != "=" }.trimmingCharacters(in: CharacterSet(charactersIn: " \t\""))
            return line.contains("=") && name == key
        }
        return SettingsProblem(file: file, line: place.map { $0 + 1 }, complaint: complaint, advice: advice)
    }
}
