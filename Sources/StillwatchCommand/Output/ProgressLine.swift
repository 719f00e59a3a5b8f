import Foundation
import Synchronization

/// A line on the terminal that says how far a long work is; silent where messages go to a file.
final class ProgressLine: Sendable {
    private struct State {
        var shown = ContinuousClock.now - .seconds(1)
        var isOpen = false
    }

    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let state = Mutex(State())

    /// Shows a text in place of the one before, at most ten times a second.
    func show(_ text: @autoclosure () -> String) {
        guard isTerminal else { return }
        let isDue = state.withLock { state in
            let now = ContinuousClock.now
            guard now - state.shown >= .milliseconds(100) else { return false }
            state.shown = now
            state.isOpen = true
            return true
        }
        if isDue { FileHandle.standardError.write(Data("\r\u{1B}[K\(text())".utf8)) }
    }

    /// Takes the line away.
    func end() {
        state.withLock { state in
            if state.isOpen { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
            state.isOpen = false
        }
    }
}
