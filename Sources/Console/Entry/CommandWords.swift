import Evidence

/// The words that the command prompt completes: commands, and what can follow those that want more.
public struct CommandWords: Hashable, Sendable {
    /// The columns that the screen on top can be sorted by.
    var sorts: [String] = []
    /// The columns that it can show.
    var columns: [String] = []
    /// The themes there are.
    var themes: [String] = []
    /// The views that were saved.
    var views: [String] = []
    /// The macros that were recorded.
    var macros: [String] = []

    /// The commands that are more than an action, most wanted first, each with what it does.
    static let verbs: [(name: String, help: String)] = [
        ("view", "opens a screen, a saved view or a state string: view clusters"),
        ("filter", "filters the list: filter score>0.8 label:none"),
        ("sort", "sorts by a column: sort score desc"),
        ("columns", "chooses the columns, in order: columns score subject why"),
        ("save", "keeps the view that is open under a name: save mine"),
        ("forget", "forgets a saved view or a macro"),
        ("sql", "asks the cache in SQL, read-only: sql SELECT …"),
        ("record", "records what you do next under a name; again ends it"),
        ("play", "plays a macro, so many times: play mine 3"),
        ("theme", "shows everything in another theme; it is tried on while you choose"),
        ("as-of", "shows the cache as it was: as-of 8123, as-of 2026-05-21T06:00:00Z, as-of now"),
        ("zone", "shows times in a zone: zone Europe/Helsinki, zone +2, zone utc"),
        ("note", "writes a note into the case that is open"),
        ("outcome", "records what became of the accounts: outcome banned; outcome none takes it back"),
        ("quit", "leaves; everything is kept"),
    ]

    /// What a beginning could become, best first: words that start with it, then those that hold its letters in order.
    func completions(of beginning: String) -> [String] {
        let words = beginning.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard words.count > 1 else {
            // Moving is what keys are for: its names complete, but are not offered unasked.
            let actions = Action.allCases.map(\.rawValue).filter { !beginning.isEmpty || !$0.hasPrefix("move.") }
            let verbs = Self.verbs.map(\.name)
            return Self.near(verbs + actions.filter { !verbs.contains($0) }, to: words.first ?? "")
        }
        let last = words[1].split(separator: " ", omittingEmptySubsequences: false).last.map(String.init) ?? ""
        return Self.near(arguments(of: words[0]), to: words[0] == "columns" ? last : words[1])
    }

    private func arguments(of verb: String) -> [String] {
        switch verb {
        case "view", "v", "open":
            views + SavedViews.given.map(\.name) + ScreenKind.allCases.filter(\.opensAlone).map(\.rawValue)
        case "sort": sorts
        case "columns": columns
        case "theme": themes
        case "forget": views + macros
        case "play": macros
        case "as-of": ["now"]
        case "zone": ["utc"]
        case "outcome": Outcome.Kind.allCases.map(\.rawValue) + ["none"]
        default: []
        }
    }

    private static func near(_ names: [String], to beginning: String) -> [String] {
        names.filter { $0.hasPrefix(beginning) }
            + names.filter { !$0.hasPrefix(beginning) && $0.holds(lettersOf: beginning) }
    }
}

extension Model {
    /// The words that are known on the screen on top.
    var commandWords: CommandWords {
        CommandWords(
            sorts: top.sorts, columns: top.columns, themes: world.themes, views: memory.views.keys.sorted(),
            macros: memory.macros.keys.sorted())
    }
}

extension CommandLine {
    /// Whether it is a step of a macro. An action notes itself when it is done.
    var isRecorded: Bool {
        switch self {
        case .view, .filter, .sort, .theme, .note, .outcome, .asOf, .zone, .savedView, .columns, .sql: true
        case .action, .save, .forget, .record, .play: false
        }
    }
}

extension ScreenKind {
    /// Whether the screen can be opened without saying about whom.
    var opensAlone: Bool {
        switch self {
        case .account, .reader, .cluster, .case, .sql: false
        default: true
        }
    }
}

extension String {
    /// Whether the letters stand in this text in their order.
    fileprivate func holds(lettersOf letters: String) -> Bool {
        var rest = letters[...]
        for character in self where character == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty
    }
}
