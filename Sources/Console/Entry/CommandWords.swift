import Evidence

/// The words that the command prompt completes: commands, and what can follow those that want more.
public struct CommandWords: Hashable, Sendable {
    /// The columns that the screen on top can be sorted by.
    var sorts: [String] = []
    /// The themes there are.
    var themes: [String] = []

    /// The commands that are more than an action, most wanted first.
    private static let verbs = ["view", "filter", "sort", "theme", "zone", "note", "quit"]

    /// What a beginning could become, best first: words that start with it, then those that hold its letters in order.
    func completions(of beginning: String) -> [String] {
        let words = beginning.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard words.count > 1 else {
            // Moving is what keys are for: its names complete, but are not offered unasked.
            let actions = Action.allCases.map(\.rawValue).filter { !beginning.isEmpty || !$0.hasPrefix("move.") }
            return CommandWords.near(Self.verbs + actions.filter { !Self.verbs.contains($0) }, to: words.first ?? "")
        }
        return CommandWords.near(arguments(of: words[0]), to: words[1])
    }

    private func arguments(of verb: String) -> [String] {
        switch verb {
        case "view", "v", "open": ScreenKind.allCases.filter(\.opensAlone).map(\.rawValue)
        case "sort": sorts
        case "theme": themes
        case "zone": ["utc"]
        case "filter", "f": []
        default: []
        }
    }

    private static func near(_ names: [String], to beginning: String) -> [String] {
        names.filter { $0.hasPrefix(beginning) }
            + names.filter { !$0.hasPrefix(beginning) && $0.holds(lettersOf: beginning) }
    }
}

extension ScreenKind {
    /// Whether the screen can be opened without saying about whom.
    var opensAlone: Bool {
        switch self {
        case .account, .reader, .cluster, .case: false
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
