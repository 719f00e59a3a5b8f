internal import TOMLKit
public import TextUI

/// Reads themes from TOML.
public enum ThemeFile {
    /// Reads a theme; the first thing that is wrong is thrown.
    ///
    /// - Parameters:
    ///   - text: what the file holds.
    ///   - file: its name, for problems; without its ending it is the name of a theme that has none.
    public static func theme(from text: String, file: String) throws(SettingsProblem) -> Theme {
        var reader = try ThemeReader(SettingsDocument(text: text, file: file))
        return try reader.read()
    }

    /// Reads a theme from a path.
    public static func theme(at path: String) throws(SettingsProblem) -> Theme {
        var reader = try ThemeReader(SettingsDocument(path: path))
        return try reader.read()
    }
}

private struct ThemeReader {
    let document: SettingsDocument
    var palette: [String: Colour] = [:]
    var looks: [Role: Theme.Look] = [:]

    init(_ document: SettingsDocument) {
        self.document = document
    }

    mutating func read() throws(SettingsProblem) -> Theme {
        let known: Set<String> = ["name", "palette", "roles"]
        if let odd = document.table.keys.sorted().first(where: { !known.contains($0) }) {
            throw document.problem(odd, "a theme has no \"\(odd)\"", "Use name, [palette] and [roles]")
        }
        if let colours = document.table["palette"]?.table { try readPalette(colours) }
        guard let roles = document.table["roles"]?.table else {
            throw SettingsProblem(
                file: document.file, line: nil, complaint: "there is no [roles] table",
                advice: "Copy dark.toml and change it")
        }
        for key in roles.keys.sorted() { try readRole(key, roles[key]) }
        let fileName = document.file.split(separator: "/").last.map(String.init) ?? document.file
        let fallback = fileName.hasSuffix(".toml") ? String(fileName.dropLast(5)) : fileName
        return Theme(name: document.table["name"]?.string ?? fallback, looks: looks)
    }

    private mutating func readPalette(_ table: TOMLTable) throws(SettingsProblem) {
        for key in table.keys.sorted() {
            guard let spelling = table[key]?.string, let colour = Colour(spelling: spelling) else {
                throw document.problem(key, "\"\(key)\" of the palette is no colour", Self.colourAdvice)
            }
            palette[key] = colour
        }
    }

    private mutating func readRole(_ key: String, _ value: (any TOMLValueConvertible)?) throws(SettingsProblem) {
        if let list = value?.array {
            guard let roles = Role.families[key] else {
                throw document.problem(key, "\"\(key)\" is no list of roles", "Lists are score, series, label and edge")
            }
            guard list.count == roles.count else {
                throw document.problem(
                    key, "\"\(key)\" has \(list.count) entries and needs \(roles.count)", "Give one for each")
            }
            for (index, role) in roles.enumerated() { looks[role] = try look(key, list[index]) }
            return
        }
        guard let role = Role(spelling: key) else {
            throw document.problem(key, "there is no role \"\(key)\"", "The roles are those in dark.toml")
        }
        guard let value else { return }
        looks[role] = try look(key, value)
    }

    private func look(_ key: String, _ value: any TOMLValueConvertible) throws(SettingsProblem) -> Theme.Look {
        if let name = value.string { return Theme.Look(foreground: try colour(name, of: key)) }
        guard let table = value.table else {
            throw document.problem(key, "\"\(key)\" is neither a colour nor a look", Self.colourAdvice)
        }
        var look = Theme.Look()
        for part in table.keys.sorted() {
            switch part {
            case "fg": look.foreground = try colour(table[part]?.string ?? "", of: key)
            case "ground": look.ground = try colour(table[part]?.string ?? "", of: key)
            default:
                guard let attribute = Self.attributes[part], let isOn = table[part]?.bool else {
                    throw document.problem(
                        key, "\"\(key)\" has \"\(part)\", which says nothing",
                        "Use fg, ground and, as true or false, bold, dim, italic, underline, reverse")
                }
                if isOn { look.attributes.insert(attribute) }
            }
        }
        return look
    }

    private func colour(_ name: String, of key: String) throws(SettingsProblem) -> Colour {
        if let known = palette[name] { return known }
        if let colour = Colour(spelling: name) { return colour }
        throw document.problem(key, "\"\(key)\" wants the colour \"\(name)\", which does not exist", Self.colourAdvice)
    }

    private static let colourAdvice =
        "Write a name of [palette], # and six hexadecimal digits, one of the sixteen names such as bright-cyan, or default"
    private static let attributes: [String: Style.Attributes] = [
        "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
    ]
}
