import Dispatch
import Foundation
import Synchronization

/// Things that do not depend on each other, computed on all processors. What comes out depends on none of their timing.
package enum Parallel {
    /// The runs into which many things are divided; an even share of things is no even share of work.
    private static let runs = 256

    /// What `each` makes of the numbers from 0 up to `count`, in order.
    ///
    /// - Parameter meanwhile: what this thread alone can do; it does that first, and then helps with the rest.
    package static func map<Value>(
        _ count: Int, _ each: @Sendable (Int) -> Value, meanwhile: () -> Void = {}
    ) -> [Value] {
        guard count > 1 else {
            meanwhile()
            return (0..<count).map(each)
        }
        let runs = min(count, runs)
        return [Value](unsafeUninitializedCapacity: count) { buffer, filled in
            nonisolated(unsafe) let places = buffer
            perform(runs, meanwhile) { run in
                for number in (run * count / runs)..<((run + 1) * count / runs) {
                    places.initializeElement(at: number, to: each(number))
                }
            }
            filled = count
        }
    }

    /// Two things that do not depend on each other, made at the same time.
    package static func both<One, Other>(
        _ one: @Sendable () -> One, _ other: @Sendable () -> Other
    ) -> (One, Other) {
        // Not as two runs: whoever makes one would not start with the other, even where that is the longer.
        withoutActuallyEscaping(other) { other in
            nonisolated(unsafe) var made: Other?
            let rest = DispatchGroup()
            DispatchQueue.global().async(group: rest) { made = other() }
            let one = one()
            rest.wait()
            guard let made else { preconditionFailure("the other was waited for") }
            return (one, made)
        }
    }

    /// Calls with each run, on this thread and on whatever others are free: those that are busy now may join later. So runs may
    /// divide their own work again, and nobody waits for a processor while there is work left.
    private static func perform(_ count: Int, _ meanwhile: () -> Void, _ body: @Sendable (Int) -> Void) {
        withoutActuallyEscaping(body) { body in
            let work = Runs(count, body)
            for _ in 1..<max(2, min(count, ProcessInfo.processInfo.activeProcessorCount)) {
                DispatchQueue.global().async { work.help() }
            }
            meanwhile()
            work.help()
            work.wait()
        }
    }
}

/// Runs of one piece of work, each taken once by one of those who help.
private final class Runs: Sendable {
    private let count: Int
    private let next = Atomic(0)
    private let done = Atomic(0)
    private let end = DispatchSemaphore(value: 0)
    /// Gone once all runs are done, though a helper may still come and find none left.
    private nonisolated(unsafe) var body: (@Sendable (Int) -> Void)?

    init(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
        self.count = count
        self.body = body
    }

    /// Does runs until none is left to take.
    func help() {
        while true {
            let run = next.add(1, ordering: .relaxed).oldValue
            guard run < count else { return }
            perform(run)
            if done.add(1, ordering: .acquiringAndReleasing).newValue == count { end.signal() }
        }
    }

    // Apart, so that nothing holds the body any more once the run counts as done.
    @inline(never)
    private func perform(_ run: Int) {
        body?(run)
    }

    /// Waits until all are done. To be called once.
    func wait() {
        end.wait()
        body = nil
    }
}
