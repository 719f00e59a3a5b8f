public import Evidence
public import TextUI

/// What is being typed at the bottom of the screen, and what it is for.
public struct Entry: Sendable {
    /// What it is for.
    public var purpose: Purpose
    /// The text so far.
    public var field: TextField
    /// What is wrong with it, and which characters.
    public var problem: EntryProblem?
    /// Lines typed before, newest last.
    var history: [String]
    /// The place in the history that is shown; `nil` while one's own line is.
    var place: Int?
    /// One's own line, while one of the history is shown.
    var draft = ""

    /// Starts an entry.
    public init(_ purpose: Purpose, text: String = "", history: [String] = []) {
        self.purpose = purpose
        self.history = history
        field = TextField(text)
    }

    /// Shows the line before or after in the history, of those that begin with what was typed.
    mutating func step(back: Bool) {
        if place == nil { draft = field.text }
        let fitting = history.indices.filter { history[$0].hasPrefix(draft) && history[$0] != draft }
        let next = back ? fitting.last { $0 < place ?? history.count } : fitting.first { $0 > place ?? history.count }
        if let next {
            place = next
            field.set(history[next])
        } else if !back {
            place = nil
            field.set(draft)
        }
    }

    /// What a line can be typed for.
    public enum Purpose: Hashable, Sendable {
        /// A filter, applied as it is typed; `Esc` brings the one before back.
        case filter(before: String)
        /// A command by name, and the words that are known here.
        case command(CommandWords)
        /// A question to the cache in SQL.
        case sql
        /// The title of a new case.
        case caseTitle(with: [CaseItem.Thing])
        /// Where the bundle of a case goes.
        case exportDirectory(CaseID)
        /// A note in a case.
        case caseNote(CaseID)
    }

    /// The sign before the line.
    var sign: String {
        switch purpose {
        case .filter: "/"
        case .command: ":"
        case .sql: ";"
        case .caseTitle: "new case:"
        case .exportDirectory: "export below:"
        case .caseNote: "note:"
        }
    }

    /// What is shown while nothing is typed.
    var placeholder: String {
        switch purpose {
        case .filter: "score>0.8 target:reward_grading label:none seen<2d \"expert data analyst\""
        case .command: "a command, such as view clusters, sort score, theme light, quit"
        case .sql: "a question on the documented views; tab completes"
        case .caseTitle: "what the matter is called"
        case .exportDirectory: "a directory"
        case .caseNote: "in your own words"
        }
    }
}

/// What is wrong with a line that is being typed.
public struct EntryProblem: Hashable, Sendable {
    /// The sentence.
    public var sentence: String
    /// The characters meant; empty if it is the whole.
    public var place: Range<Int>

    /// Makes a problem.
    public init(_ sentence: String, at place: Range<Int> = 0..<0) {
        self.sentence = sentence
        self.place = place
    }
}
