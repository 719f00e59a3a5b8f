import Evidence
import HostileText

/// A line of the command prompt, read.
enum CommandLine: Hashable {
    /// An action of the key table, by id or by caption.
    case action(Action)
    /// Opens what a state string says: `view clusters`, `view view:account id:acct-1`.
    case view(ViewState)
    /// Sets the filter: `filter score>0.8`.
    case filter(String)
    /// Sorts by a column: `sort score`, `sort score asc`, `sort -score`.
    case sort(String, isDescending: Bool?)
    /// Shows everything in another theme: `theme light`.
    case theme(String)
    /// Keeps the view that is open under a name.
    case save(String)
    /// Forgets a saved view or a macro.
    case forget(String)
    /// Goes to a saved view.
    case savedView(String)
    /// Shows these columns; none brings the usual ones back.
    case columns([String])
    /// Asks the cache in SQL.
    case sql(String)
    /// Records a macro under a name, or ends it.
    case record(String)
    /// Plays a macro so many times.
    case play(String, times: Int)
    /// Looks at the cache as of a sequence or a time, or comes back: `as-of 8123`, `as-of now`.
    case asOf(String)
    /// Writes a note into the case that is open.
    case note(String)
    /// Records what became of the selected accounts: `outcome banned`; `outcome none` takes it back.
    case outcome(Outcome.Kind?)
    /// Sets the zone that times are shown in: `zone +2`, `zone Europe/Helsinki`, `zone utc`.
    case zone(DisplayZone)

    /// Reads a line.
    ///
    /// - Throws: ``Problem`` with a sentence that says what could have been meant.
    init(_ line: String) throws(Problem) {
        let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
        guard let first = words.first.map(String.init) else { throw Problem("type a command; ? lists the keys") }
        let rest = words.count > 1 ? String(String(words[1]).trimmingPrefix(while: \.isWhitespace)) : ""
        switch first {
        case "q", "quit": self = .action(.quit)
        case "view" where !rest.isEmpty, "v" where !rest.isEmpty, "open" where !rest.isEmpty:
            self = try CommandLine.view(rest)
        case "filter", "f": self = rest.isEmpty && first == "filter" ? .action(.filter) : .filter(rest)
        case "as-of": self = .asOf(rest)
        case "save": self = .save(rest)
        case "forget": self = .forget(rest)
        case "columns": self = .columns(rest.split(separator: " ").map(String.init))
        case "sql" where !rest.isEmpty: self = .sql(rest)
        case "record": self = .record(rest)
        case "play": self = try CommandLine.play(rest)
        case "sort" where !rest.isEmpty: self = try CommandLine.sort(rest)
        case "theme": self = .theme(rest)
        case "note": self = .note(rest)
        case "outcome": self = .outcome(try CommandLine.outcome(rest))
        case "zone": self = .zone(try DisplayZone(rest))
        default:
            guard let action = CommandLine.action(named: first) else {
                let near = CommandWords().completions(of: first).prefix(3).joined(separator: ", ")
                throw Problem("no command “\(first)”; " + (near.isEmpty ? "tab lists them" : "perhaps \(near)"))
            }
            self = .action(action)
        }
    }

    /// A screen, a state string, or the name of a saved view.
    private static func view(_ text: String) throws(Problem) -> CommandLine {
        if ScreenKind(rawValue: text) != nil { return .view(ViewState(view: text)) }
        guard text.contains("view:") else { return .savedView(text) }
        do {
            return .view(try ViewState(parsing: text))
        } catch {
            throw Problem(error.sentence)
        }
    }

    private static func outcome(_ text: String) throws(Problem) -> Outcome.Kind? {
        if text == "none" { return nil }
        guard let kind = Outcome.Kind(rawValue: text) else {
            let words = Outcome.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            let odd = text.isEmpty ? "say which outcome" : "no outcome “\(text)”"
            throw Problem("\(odd): \(words), or none to take yours back")
        }
        return kind
    }

    private static func play(_ text: String) throws(Problem) -> CommandLine {
        var words = text.split(separator: " ").map(String.init)
        var times = 1
        if let last = words.last, let count = Int(last) {
            guard (1...1_000).contains(count) else { throw Problem("a macro is played 1 to 1,000 times, not \(count)") }
            times = count
            words.removeLast()
        }
        return .play(words.joined(separator: " "), times: times)
    }

    private static func sort(_ text: String) throws(Problem) -> CommandLine {
        let words = text.split(separator: " ").map(String.init)
        let isNegated = words[0].hasPrefix("-")
        let name = isNegated ? String(words[0].dropFirst()) : words[0]
        switch words.count > 1 ? words[1] : isNegated ? "desc" : nil {
        case "asc": return .sort(name, isDescending: false)
        case "desc": return .sort(name, isDescending: true)
        case nil: return .sort(name, isDescending: nil)
        case let other?: throw Problem("“\(other)” is no direction; write sort \(name) asc, or desc")
        }
    }

    private static func action(named name: String) -> Action? {
        Action(rawValue: name) ?? KeyTable.standard.rows.first { $0.caption == name }?.action
    }
}
