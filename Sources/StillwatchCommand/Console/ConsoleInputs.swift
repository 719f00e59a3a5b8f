import Console
import Curses
import Evidence
import EvidenceCache
import Foundation

/// Everything that comes to the console by itself: keys, signals, the minute, the news of the cache.
@MainActor final class ConsoleInputs {
    private var tasks: [Task<Void, Never>] = []
    private var signals: StopSignals?

    init(terminal: Curses.Screen, watch: CacheWatch, mailbox: Mailbox) {
        let keys = terminal.keys
        tasks.append(
            Task {
                for await key in keys { mailbox.put(.key(key)) }
                // The stream ends when the terminal is gone.
                mailbox.put(.leave)
            })
        tasks.append(Task.detached { await watch.run(into: mailbox, clock: Surroundings.clock) })
        tasks.append(Task.detached { await ConsoleInputs.tick(into: mailbox) })
        signals = StopSignals([SIGTERM, SIGHUP, SIGINT]) { mailbox.put(.leave) }
    }

    func end() {
        for task in tasks { task.cancel() }
        signals?.end()
    }

    /// Tells the time when a minute begins: words such as `5 min` depend on it, and nothing else does.
    private nonisolated static func tick(into mailbox: Mailbox) async {
        while !Task.isCancelled {
            let now = Surroundings.clock()
            let rest = Instant.minute - now.milliseconds % Instant.minute
            do {
                try await Task.sleep(for: .milliseconds(rest))
            } catch {
                return
            }
            mailbox.put(.tick(Surroundings.clock()))
        }
    }
}
