import Evidence
import Foundation
import Synchronization

/// A line on the terminal that says how far a long work is; silent where messages go to a file.
final class Progress: Sendable {
    private struct Line {
        var shown = ContinuousClock.Instant.now - .seconds(1)
        var isOpen = false
    }

    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let start = ContinuousClock.now
    private let line = Mutex(Line())
    private let unit: String
    private let total: Int?

    /// - Parameters:
    ///   - unit: what is counted, in the plural.
    ///   - total: how many there will be, where that is known.
    init(of unit: String, total: Int? = nil) {
        self.unit = unit
        self.total = total
    }

    /// Shows a count, at most ten times a second.
    func show(_ count: Int) {
        guard isTerminal else { return }
        line.withLock { line in
            let now = ContinuousClock.now
            guard now - line.shown >= .milliseconds(100) else { return }
            line.shown = now
            line.isOpen = true
            let seconds = (now - start) / .seconds(1)
            let rate = Double(count) / max(seconds, 0.001)
            var text = "\r\u{1B}[K\(Count.text(count)) \(unit) · \(Count.text(Int(rate)))/s"
            if let total, total > 0, rate > 0 {
                let left = Double(max(0, total - count)) / rate
                text += " · \(count * 100 / total) % · \(Int(left.rounded(.up))) s left"
            }
            FileHandle.standardError.write(Data(text.utf8))
        }
    }

    /// Takes the line away.
    func end() {
        line.withLock { line in
            if line.isOpen { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
            line.isOpen = false
        }
    }

    /// Seconds since the beginning.
    var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }
}
