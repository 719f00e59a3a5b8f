import Synchronization

/// Counts up, so that the ids of a test are the same every time.
final class Counter: Sendable {
    private let last = Mutex(0)

    func next() -> String {
        last.withLock { last in
            last += 1
            return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - String(last).count) + String(last)
        }
    }
}
