import Evidence
import HostileText

/// What a tool is for, by the words in its name. Names are the client's own choice, so this is a hint and no more.
enum ToolKind {
    /// Reads, changes and runs code.
    case coding
    /// Sees and operates a screen.
    case screen
    /// Queries and computes on data.
    case data
    /// Anything else.
    case other

    /// Guesses from a name.
    init(_ name: UntrustedText) {
        let words = Set(Self.pieces(name.verbatim.lowercased()))
        if !words.isDisjoint(with: Self.screenWords) {
            self = .screen
        } else if !words.isDisjoint(with: Self.codingWords) {
            self = .coding
        } else if !words.isDisjoint(with: Self.dataWords) {
            self = .data
        } else {
            self = .other
        }
    }

    private static func pieces(_ name: String) -> [String] {
        name.split { !$0.isLetter }.map(String.init)
    }

    private static let screenWords: Set = [
        "computer", "screenshot", "click", "mouse", "keyboard", "scroll", "screen", "browser", "cursor",
    ]
    private static let codingWords: Set = [
        "bash", "shell", "edit", "grep", "patch", "terminal", "git", "file", "write", "replace", "test", "tests",
        "compile",
        "code", "glob",
    ]
    private static let dataWords: Set = [
        "sql", "python", "query", "notebook", "dataframe", "plot", "chart", "warehouse",
    ]
}
