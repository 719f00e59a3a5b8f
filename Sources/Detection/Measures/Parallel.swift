import Dispatch

/// Things that do not depend on each other, computed on all processors. What comes out depends on none of their timing.
package enum Parallel {
    /// What `each` makes of the numbers from 0 up to `count`, in order.
    package static func map<Value>(_ count: Int, _ each: @Sendable (Int) -> Value) -> [Value] {
        [Value](unsafeUninitializedCapacity: count) { buffer, filled in
            nonisolated(unsafe) let places = buffer
            DispatchQueue.concurrentPerform(iterations: count) { number in
                places.initializeElement(at: number, to: each(number))
            }
            filled = count
        }
    }
}
