import Foundation
import Testing

/// A real terminal: tmux on a socket of its own, driven by keys and read as text.
final class Terminal {
    private let socket: String
    private let size: (columns: Int, rows: Int)

    /// Starts a program in a terminal of a size.
    init(
        _ program: URL, _ arguments: [String], environment: [String: String], columns: Int = 120, rows: Int = 40
    ) throws {
        socket = "stillwatch-\(UUID().uuidString.prefix(8))"
        size = (columns, rows)
        let settings = environment.map { "\($0.key)=\($0.value)" }.sorted()
        let words = ["env"] + settings + ["LC_ALL=C.UTF-8", program.path] + arguments
        let line = words.map { "'" + $0.replacingOccurrences(of: "'", with: "'\\''") + "'" }.joined(separator: " ")
        try tmux([
            "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", line + "; sleep 3600",
        ])
    }

    /// Runs tmux without the descriptors of this process. Its server outlives the call, and a descriptor that it kept
    /// open would look like a program that has not ended.
    private static let alone = """
        for file in /proc/$$/fd/*; do number=${file##*/}; [ "$number" -gt 2 ] && eval "exec $number>&-"; done
        exec tmux "$@"
        """

    @discardableResult
    private func tmux(_ arguments: [String]) throws -> String {
        let outcome = try Programs.run(
            URL(fileURLWithPath: "/bin/bash"), ["-c", Terminal.alone, "tmux", "-L", socket, "-u"] + arguments)
        try #require(outcome.status == 0, "tmux \(arguments): \(outcome.messages)")
        return outcome.output
    }

    /// What the screen shows.
    func screen() throws -> String { try tmux(["capture-pane", "-p"]) }

    /// Keeps every byte that the program sends from now on in a file.
    func record(to path: String) throws { try tmux(["pipe-pane", "-o", "cat > '\(path)'"]) }

    /// Presses keys by tmux's names, such as `Enter`, `Escape`, `j`.
    func press(_ keys: String...) throws { try press(keys) }

    func press(_ keys: [String]) throws {
        for key in keys {
            try tmux(["send-keys", key])
            Thread.sleep(forTimeInterval: 0.06)
        }
    }

    /// Types a text.
    func type(_ text: String) throws { try tmux(["send-keys", "-l", text]) }

    /// Waits until the screen holds a text, or another, and gives the screen; fails after some seconds.
    ///
    /// A screen may be looked at while it is drawn, so it is given once two looks in a row find the same, or after two
    /// seconds where something on it keeps moving.
    @discardableResult
    func wait(
        for text: String, or other: String? = nil, seconds: Double = 30, at place: SourceLocation = #_sourceLocation
    ) throws -> String {
        try wait(for: "“\(text)”", seconds: seconds, at: place) {
            $0.contains(text) || other.map($0.contains) == true
        }
    }

    /// Waits until the queue shows a flag under its cursor, and gives the screen. Keys pressed before that find nothing.
    @discardableResult
    func waitForFlag(at place: SourceLocation = #_sourceLocation) throws -> String {
        try wait(for: "a flag", seconds: 30, at: place) { Terminal.flag(in: $0) != nil }
    }

    /// The account in the row under the cursor of a queue.
    static func flag(in screen: String) -> String? {
        guard screen.contains("SCORE  ACCOUNT") else { return nil }
        let row = screen.split(separator: "\n").first { $0.hasPrefix("▌") }
        return row?.split(separator: " ").dropFirst(2).first.map(String.init)
    }

    private func wait(
        for what: String, seconds: Double, at place: SourceLocation, until isThere: (String) -> Bool
    ) throws -> String {
        let deadline = Date().addingTimeInterval(seconds)
        var last = ""
        while Date() < deadline {
            last = try screen()
            if isThere(last) { return try settled(after: last) }
            Thread.sleep(forTimeInterval: 0.05)
        }
        Issue.record("\(what) did not come; the screen:\n\(last)", sourceLocation: place)
        throw Missing(text: what)
    }

    /// The screen once it stands still.
    private func settled(after first: String) throws -> String {
        var last = first
        for _ in 0..<40 {
            Thread.sleep(forTimeInterval: 0.05)
            let next = try screen()
            if next == last { break }
            last = next
        }
        return last
    }

    /// The process id of the program, for a signal.
    func programID() throws -> Int32 {
        let shell = try tmux(["display-message", "-p", "#{pane_pid}"]).trimmingCharacters(in: .whitespacesAndNewlines)
        let found = try Programs.run(URL(fileURLWithPath: "/usr/bin/env"), ["pgrep", "-P", shell])
        return try #require(Int32(found.output.split(separator: "\n").first.map(String.init) ?? ""))
    }

    /// How the program left the terminal: the alternate screen, the cursor, the mouse, the keypad, pastes, and the settings
    /// of the line.
    func modes() throws -> String {
        let flags = try tmux([
            "display-message", "-p",
            "alternate #{alternate_on} cursor #{cursor_flag} mouse #{mouse_any_flag} keypad #{keypad_flag} "
                + "keys #{keypad_cursor_flag} insert #{insert_flag} wrap #{wrap_flag}",
        ])
        let line = try tmux(["display-message", "-p", "#{pane_tty}"]).trimmingCharacters(in: .whitespacesAndNewlines)
        let settings = try Programs.run(URL(fileURLWithPath: "/usr/bin/env"), ["stty", "-a", "-F", line])
        return flags + settings.output
    }

    /// What did not come.
    struct Missing: Error { var text: String }

    deinit {
        // The server was started with signals blocked and ends with its last session; one that has ended is wanted.
        _ = try? tmux(["kill-session"])
    }
}
