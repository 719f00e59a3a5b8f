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
    /// Writes a note into the case that is open.
    case note(String)
    /// Sets how far the display of times is from UTC: `zone +2`, `zone utc`.
    case zone(Int64)

    /// Reads a line.
    ///
    /// - Throws: ``Problem`` with a sentence that says what could have been meant.
    init(_ line: String) throws(Problem) {
        let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
        guard let first = words.first.map(String.init) else { throw Problem("type a command; ? lists the keys") }
        let rest = words.count > 1 ? String(words[1]).trimmingPrefix(while: \.isWhitespace) : ""
        switch first {
        case "q", "quit": self = .action(.quit)
        case "view" where !rest.isEmpty, "v" where !rest.isEmpty, "open" where !rest.isEmpty:
            self = .view(try CommandLine.view(String(rest)))
        case "filter" where !rest.isEmpty, "f" where !rest.isEmpty: self = .filter(String(rest))
        case "note": self = .note(String(rest))
        case "zone": self = .zone(try CommandLine.zone(String(rest)))
        default:
            guard let action = CommandLine.action(named: first) else {
                let near = CommandLine.completions(of: first).prefix(3).joined(separator: ", ")
                throw Problem("no command “\(first)”" + (near.isEmpty ? "" : "; perhaps \(near)"))
            }
            self = .action(action)
        }
    }

    private static func view(_ text: String) throws(Problem) -> ViewState {
        if ScreenKind(rawValue: text) != nil { return ViewState(view: text) }
        do {
            return try ViewState(parsing: text)
        } catch {
            throw Problem(error.sentence)
        }
    }

    private static func zone(_ text: String) throws(Problem) -> Int64 {
        if text.isEmpty || text.lowercased() == "utc" || text == "Z" { return 0 }
        guard let hours = Double(text), abs(hours) <= 14 else {
            throw Problem("“\(text)” is no zone; write hours from UTC, such as zone +2, or zone utc")
        }
        return Int64(hours * Double(Instant.hour))
    }

    private static func action(named name: String) -> Action? {
        Action(rawValue: name) ?? KeyTable.standard.rows.first { $0.caption == name }?.action
    }

    /// The commands that a beginning could mean: those that start with it, then those that hold its letters in order.
    static func completions(of beginning: String) -> [String] {
        let names = ["view", "filter", "note", "zone"] + Action.allCases.map(\.rawValue)
        let starting = names.filter { $0.hasPrefix(beginning) }
        let holding = names.filter { !$0.hasPrefix(beginning) && $0.holds(lettersOf: beginning) }
        return starting + holding
    }
}

extension Model {
    /// Runs a line of the command prompt.
    mutating func run(command line: String) -> [Work] {
        do {
            switch try CommandLine(line) {
            case .action(let action): return perform(action)
            case .view(let state): return openState(state, atRoot: true)
            case .filter(let text):
                _ = try Filter(parsing: text)
                return changeTop { screen, context in screen.apply(filter: text, context) }
            case .note(let text): return note(text)
            case .zone(let offset):
                world.zoneOffset = offset
                return []
            }
        } catch {
            return update(.failed(Problem(error)))
        }
    }

    private mutating func note(_ text: String) -> [Work] {
        guard top.kind == .case, let id = top.state["id"] else {
            return update(.failed(Problem("a note belongs to a case; open one with g k first")))
        }
        let matter = CaseID(id)
        guard !text.isEmpty else {
            entry = Entry(.caseNote(matter))
            return []
        }
        return [work(.decide(.note(matter, UntrustedText(text))))]
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
