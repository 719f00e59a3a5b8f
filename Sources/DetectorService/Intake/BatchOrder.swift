import Synchronization

/// Puts batches that several threads make into the order of their numbers, and ends their stream when all threads have ended.
final class BatchOrder<Batch: Sendable>: Sendable {
    /// The batches, in order; then the error that ended the reading, if one did.
    let stream: AsyncThrowingStream<Batch, any Error>
    private let continuation: AsyncThrowingStream<Batch, any Error>.Continuation
    private let state = Mutex(State())

    private struct State {
        /// The number of the batch that comes next.
        var due = 0
        /// Those that wait for others before them.
        var waiting: [Int: Made] = [:]
        var threads = 0
    }

    /// A batch, and what went wrong after it.
    struct Made: Sendable {
        var batch: Batch?
        var error: (any Error)?
    }

    init() {
        (stream, continuation) = AsyncThrowingStream.makeStream()
    }

    /// Says that so many more threads make batches. To be called before they end.
    func begin(threads: Int) {
        state.withLock { $0.threads += threads }
    }

    /// Takes a batch; each number once, from 0 on.
    func take(_ made: Made, number: Int) {
        state.withLock { state in
            state.waiting[number] = made
            while let next = state.waiting.removeValue(forKey: state.due) {
                state.due += 1
                if let batch = next.batch { continuation.yield(batch) }
                if let error = next.error { continuation.finish(throwing: error) }
            }
        }
    }

    /// Says that one of the threads makes no more batches.
    func end() {
        state.withLock { state in
            state.threads -= 1
            if state.threads == 0 { continuation.finish() }
        }
    }
}
