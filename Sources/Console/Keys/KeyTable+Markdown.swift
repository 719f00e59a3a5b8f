extension KeyTable {
    /// The table as Markdown, line by line: what `stillwatch keys` prints and docs/keys.md holds.
    public var markdown: [String] {
        ["| keys | what it does | id | screens |", "|---|---|---|---|"]
            + rows.map { row in
                let keys = row.chords.map { "`\($0.text == "|" ? "\\|" : $0.text)`" }.joined(separator: " ")
                let screens = row.places.isEmpty ? "all" : row.places.map(\.rawValue).sorted().joined(separator: ", ")
                return "| \(keys) | \(row.help) | `\(row.action.rawValue)` | \(screens) |"
            }
    }
}
