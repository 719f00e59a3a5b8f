/// Why no screen could be opened.
public nonisolated enum TerminalProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// Standard input or output is no terminal.
    case notATerminal
    /// `TERM` is missing, `dumb`, or names a terminal that cannot place a cursor.
    case tooSimple(term: String)
    /// ncurses knows nothing of this `TERM`.
    case unknown(term: String)
    /// A call of the system failed.
    case system(call: String, number: Int32)

    /// What happened, and what to do: the same screens are to be had without a terminal.
    public var description: String {
        let instead = "`stillwatch screen queue` prints the same screen without one"
        switch self {
        case .notATerminal: return "Input or output is not a terminal; \(instead)."
        case .tooSimple(let term): return "The terminal \"\(Self.harmless(term))\" cannot place a cursor; \(instead)."
        case .unknown(let term):
            return "Nothing is known of the terminal \"\(Self.harmless(term))\". Set TERM to what you have, such as "
                + "xterm-256color; \(instead)."
        case .system(let call, let number):
            return "The terminal could not be set up: \(call) failed with error \(number)."
        }
    }

    private static func harmless(_ term: String) -> String {
        String(term.unicodeScalars.filter { $0.value > 0x20 && $0.value < 0x7F }.prefix(40).map { Character($0) })
    }
}
