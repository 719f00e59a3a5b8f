internal import Foundation
public import TextUI

/// Where themes are looked for, and in which order: the user's own, those beside the program, those of a checkout, those of
/// the system. With none of them there is ``Theme/terminal``.
public struct ThemeSearch: Sendable {
    /// The directories, the first one winning.
    public let directories: [String]

    /// Looks in the given directories.
    public init(directories: [String]) {
        self.directories = directories
    }

    /// The usual directories: `$XDG_CONFIG_HOME/stillwatch/themes`, `../share/stillwatch/themes` beside the program, a
    /// `themes` directory with a `dark.toml` in any directory above it, and `/usr/share/stillwatch/themes`.
    ///
    /// - Parameters:
    ///   - environment: where `XDG_CONFIG_HOME` and `HOME` are looked up.
    ///   - executable: the path of the running program, symbolic links resolved.
    public init(environment: [String: String], executable: String?) {
        var found: [String] = []
        if let home = SettingsPlace.configuration(environment) { found.append(home + "/themes") }
        if let executable {
            var directory = URL(fileURLWithPath: executable).deletingLastPathComponent()
            found.append(directory.deletingLastPathComponent().path + "/share/stillwatch/themes")
            while directory.path.count > 1 {
                let themes = directory.path + "/themes"
                if FileManager.default.fileExists(atPath: themes + "/dark.toml") { found.append(themes) }
                directory.deleteLastPathComponent()
            }
        }
        found.append("/usr/share/stillwatch/themes")
        directories = found
    }

    /// The names that can be asked for, sorted. `terminal` is always one.
    public var names: [String] {
        var names: Set = [Theme.terminal.name]
        for directory in directories {
            // A directory that is not there has no themes.
            guard let files = try? FileManager.default.contentsOfDirectory(atPath: directory) else { continue }
            names.formUnion(files.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) })
        }
        return names.sorted()
    }

    /// Finds a theme.
    ///
    /// - Parameter name: a name, or a path that holds a slash. `nil` asks for `dark` and is content with ``Theme/terminal``.
    public func theme(_ name: String?) throws(SettingsProblem) -> Theme {
        let wanted = name ?? "dark"
        if wanted == Theme.terminal.name { return .terminal }
        if wanted.contains("/") { return try ThemeFile.theme(at: wanted) }
        for directory in directories {
            let path = "\(directory)/\(wanted).toml"
            if FileManager.default.fileExists(atPath: path) { return try ThemeFile.theme(at: path) }
        }
        if name == nil { return .terminal }
        throw SettingsProblem(
            file: wanted + ".toml", line: nil, complaint: "no theme has this name",
            advice:
                "The themes are \(names.joined(separator: ", ")); they are looked for in \(directories.joined(separator: ", "))"
        )
    }
}
