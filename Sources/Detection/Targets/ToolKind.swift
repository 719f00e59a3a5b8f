import Evidence
import HostileText

/// What a tool is for, by the words in its name. Names are the client's own choice, so this is a hint and no more.
enum ToolKind {
    /// Reads, changes and runs code.
    case coding
    /// Could be anybody's, and is for code in the company of a tool that is: `read`, `run`, `search`.
    case plain
    /// Sees and operates a screen.
    case screen
    /// Queries and computes on data.
    case data
    /// Anything else.
    case other

    /// Guesses from a name.
    init(_ name: UntrustedText) {
        let words = Self.pieces(name.verbatim)
        let distinct = Set(words)
        if !distinct.isDisjoint(with: Self.screenWords) {
            self = .screen
        } else if !distinct.isDisjoint(with: Self.codingWords) {
            self = .coding
        } else if distinct.isSubset(of: Self.plainWords.union(Self.fileWords)) {
            self = distinct.isDisjoint(with: Self.fileWords) ? .plain : .coding
        } else if !distinct.isDisjoint(with: Self.dataWords) || Self.queries.isSuperset(of: distinct) {
            self = .data
        } else {
            self = .other
        }
    }

    /// The words of a name, at its marks and at its capitals.
    private static func pieces(_ name: String) -> [String] {
        var pieces: [String] = []
        var wasSmall = false
        for letter in name {
            if !letter.isLetter {
                pieces.append("")
            } else if letter.isUppercase && wasSmall || pieces.isEmpty {
                pieces.append(letter.lowercased())
            } else {
                pieces[pieces.count - 1] += letter.lowercased()
            }
            wasSmall = letter.isLowercase
        }
        return pieces.filter { !$0.isEmpty }
    }

    private static let screenWords: Set = [
        "computer", "screenshot", "click", "mouse", "keyboard", "scroll", "screen", "browser", "cursor", "tap", "swipe",
        "hover", "desktop", "webpage",
    ]
    private static let codingWords: Set = [
        "bash", "shell", "grep", "glob", "patch", "terminal", "git", "diff", "repo", "repository", "compile", "lint",
        "codebase", "linter", "cmd", "str", "cat", "exec", "tests",
    ]
    private static let dataWords: Set = [
        "sql", "python", "notebook", "dataframe", "plot", "chart", "warehouse", "pandas", "csv", "spreadsheet",
        "dataset", "jupyter", "bigquery", "interpreter", "statistics",
    ]
    private static let queries: Set = ["query", "run", "execute", "database", "db", "tables", "schema", "data"]
    private static let fileWords: Set = ["file", "files", "code", "editor", "directory", "dir", "workspace"]
    private static let plainWords: Set = [
        "edit", "write", "read", "view", "open", "run", "execute", "find", "search", "list", "ls", "replace", "test",
        "todo",
        "plan", "undo", "submit", "finish", "think", "create", "insert", "delete",
        "multi", "task", "apply", "web", "fetch", "command", "save",
    ]
}
