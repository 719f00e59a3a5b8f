import Dispatch

/// Things that do not depend on each other, computed on all processors. What comes out depends on none of their timing.
package enum Parallel {
    /// The runs into which many things are divided; an even share of things is no even share of work.
    private static let runs = 256

    /// What `each` makes of the numbers from 0 up to `count`, in order.
    package static func map<Value>(_ count: Int, _ each: @Sendable (Int) -> Value) -> [Value] {
        guard count > 1 else { return (0..<count).map(each) }
        let runs = min(count, runs)
        return [Value](unsafeUninitializedCapacity: count) { buffer, filled in
            nonisolated(unsafe) let places = buffer
            DispatchQueue.concurrentPerform(iterations: runs) { run in
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
        // Not by concurrentPerform: what is in it would have no more processors for itself, even once the other is done.
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
}
