import ArgumentParser
import Detection
import DetectorEngine
import Evidence
import Foundation
import HostileText
import Settings

/// Which allow-list a command follows.
struct AllowArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What the platform permits, a TOML file; else DIR/allow.toml where there is one.", valueName: "file"))
    var allow: String?

    /// What reads the list anew for each score, so that a change counts from the next one on.
    func source(in directory: StateDirectory) -> @Sendable () throws -> AllowList {
        let named = allow
        let usual = directory.path + "/allow.toml"
        return {
            guard let path = named ?? (FileManager.default.fileExists(atPath: usual) ? usual : nil) else {
                return AllowList()
            }
            return try AllowList(AllowListFile(path: path))
        }
    }
}

extension AllowList {
    /// The list that a file holds.
    ///
    /// - Throws: a `SettingsProblem` for a kind, a range or a date that is none.
    init(_ file: AllowListFile) throws(SettingsProblem) {
        var entries: [Entry] = []
        for entry in file.entries { entries.append(try Entry(entry)) }
        self.init(entries)
    }
}

extension AllowList.Entry {
    fileprivate init(_ entry: AllowListFile.Entry) throws(SettingsProblem) {
        guard let kind = AllowList.Kind(rawValue: entry.kind) else {
            let known = AllowList.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw entry.problem("kind", "is none of the kinds", "Known are \(known)")
        }
        if kind == .range, AllowedRange(entry.value) == nil {
            throw entry.problem(
                "value", "is no range", "Write it as 203.0.113.0/24 or 2001:db8::/32, no narrower than /24 or /48")
        }
        var until: Instant?
        if let text = entry.until {
            until = Instant(text) ?? Instant(text + "T00:00:00Z")
            guard until != nil else {
                throw entry.problem("until", "is no date", "Write it as 2027-01-01 or 2027-01-01T00:00:00Z")
            }
        }
        self.init(
            kind: kind, value: UntrustedText(entry.value), reason: entry.reason, who: entry.who, until: until)
    }
}
