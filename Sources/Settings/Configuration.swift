internal import Foundation
internal import TOMLKit

/// What `config.toml` says. Everything may be left out.
public struct Configuration: Sendable, Hashable {
    /// The analyst's name.
    public var analyst: String?
    /// The name or path of a theme.
    public var theme: String?
    /// The path of the evidence cache.
    public var cache: String?
    /// The address of the detector to sync from.
    public var detector: String?
    /// A file that holds the token for it.
    public var tokenFile: String?
    /// Whether only ASCII is drawn.
    public var ascii = false
    /// Whether the mouse is used.
    public var mouse = false
    /// Whether copying reaches the clipboard of the terminal (OSC 52).
    public var clipboard = true
    /// How times are shown: `utc`, or a name such as `Europe/Helsinki`.
    public var zone: String?
    /// Keys by the id of the action, each as it is written in the help: `flag.next = ["n", "ctrl-n"]`.
    public var keys: [String: [String]] = [:]

    /// Nothing is set.
    public init() {}

    /// What is read beside the configuration: keys that say nothing, for a warning and not a refusal.
    public struct Reading: Sendable, Hashable {
        /// What was set.
        public var configuration: Configuration
        /// Keys that are unknown, with the nearest known one where it is near.
        public var warnings: [SettingsProblem]
    }

    /// Reads a configuration.
    ///
    /// - Parameters:
    ///   - text: what the file holds.
    ///   - file: its name, for problems.
    /// - Throws: what cannot be understood: no TOML, or a known key with a value of the wrong kind.
    public static func read(_ text: String, file: String) throws(SettingsProblem) -> Reading {
        try read(SettingsDocument(text: text, file: file))
    }

    /// Reads the usual file, `config.toml` in ``SettingsPlace/configuration(_:)``. One that is not there sets nothing.
    public static func read(environment: [String: String]) throws(SettingsProblem) -> Reading {
        guard let home = SettingsPlace.configuration(environment),
            FileManager.default.fileExists(atPath: home + "/config.toml")
        else { return Reading(configuration: Configuration(), warnings: []) }
        return try read(SettingsDocument(path: home + "/config.toml"))
    }

    private static func read(_ document: SettingsDocument) throws(SettingsProblem) -> Reading {
        var reading = Reading(configuration: Configuration(), warnings: [])
        for key in document.table.keys.sorted() {
            let value = document.table[key]
            if let path = texts[key] {
                guard let text = value?.string else {
                    throw document.problem(key, "\"\(key)\" is no text", "Put it in quotes")
                }
                reading.configuration[keyPath: path] = text
            } else if let path = switches[key] {
                guard let isOn = value?.bool else {
                    throw document.problem(key, "\"\(key)\" is no switch", "Write true or false")
                }
                reading.configuration[keyPath: path] = isOn
            } else if key == "keys" {
                reading.configuration.keys = try keys(value, document)
            } else {
                let near =
                    nearest(to: key).map { "Did you mean \"\($0)\"" } ?? "Known are \(known.joined(separator: ", "))"
                reading.warnings.append(document.problem(key, "\"\(key)\" is not known and is ignored", near))
            }
        }
        return reading
    }

    private static func keys(
        _ value: (any TOMLValueConvertible)?, _ document: SettingsDocument
    ) throws(SettingsProblem) -> [String: [String]] {
        guard let table = value?.table else {
            throw document.problem("keys", "\"keys\" is no table", "Write [keys] and below it action = \"key\"")
        }
        var keys: [String: [String]] = [:]
        collect(table, prefix: "", into: &keys)
        if let empty = keys.keys.sorted().first(where: { keys[$0] == [] }) {
            throw document.problem(empty, "\"\(empty)\" names no key", "Write a key or a list of keys in quotes")
        }
        return keys
    }

    /// A dot in an unquoted key makes a table within the table; both spellings mean the same action.
    private static func collect(_ table: TOMLTable, prefix: String, into keys: inout [String: [String]]) {
        for name in table.keys {
            guard let value = table[name] else { continue }
            if let inner = value.table {
                collect(inner, prefix: prefix + name + ".", into: &keys)
            } else {
                keys[prefix + name] = value.string.map { [$0] } ?? value.array?.compactMap(\.string) ?? []
            }
        }
    }

    private static let texts: [String: any WritableKeyPath<Configuration, String?> & Sendable] = [
        "analyst": \.analyst, "theme": \.theme, "cache": \.cache, "detector": \.detector, "token_file": \.tokenFile,
        "zone": \.zone,
    ]
    private static let switches: [String: any WritableKeyPath<Configuration, Bool> & Sendable] = [
        "ascii": \.ascii, "mouse": \.mouse, "clipboard": \.clipboard,
    ]
    private static var known: [String] { (Array(texts.keys) + Array(switches.keys) + ["keys"]).sorted() }

    private static func nearest(to key: String) -> String? {
        known.map { (name: $0, distance: EditDistance.between(key, $0)) }.min { $0.distance < $1.distance }
            .flatMap { $0.distance <= 2 ? $0.name : nil }
    }
}
