import Dispatch
import Foundation
import LogFormats
import Synchronization

/// Reads a source on a thread of its own and hands its items over in batches, a few of them ahead of whoever takes them.
///
/// Reading blocks, on a file, a pipe or the processor; tasks must not. Memory holds at most ``ahead`` + 2 batches.
final class LogBatches: Sendable {
    /// Items in a batch, which is stored in one transaction.
    private static let size = 1_000
    /// Batches read ahead.
    private static let ahead = 2

    /// The batches, in order; then the error that ended the reading, if one did.
    let stream: AsyncThrowingStream<[LogItem], any Error>
    private let continuation: AsyncThrowingStream<[LogItem], any Error>.Continuation
    private let room = DispatchSemaphore(value: LogBatches.ahead)
    private let isStopped = Atomic(false)
    private let total = Mutex(ReadSummary())

    init() {
        (stream, continuation) = AsyncThrowingStream.makeStream()
    }

    /// What the reader counted; whole once the stream has ended.
    var summary: ReadSummary { total.withLock { $0 } }

    /// Starts the thread.
    func start(_ source: LogSource, reader: LogReader) {
        let thread = Thread { [self] in
            do {
                try read(source, reader)
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
            }
        }
        thread.stackSize = 8 << 20  // Readers of nested JSON recurse.
        thread.start()
    }

    /// Says that a batch was taken, so that the next may be read.
    func took() {
        room.signal()
    }

    /// Ends the reading early.
    func stop() {
        isStopped.store(true, ordering: .relaxed)
        room.signal()
    }

    private func read(_ source: LogSource, _ reader: LogReader) throws {
        var batch: [LogItem] = []
        let summary = try reader.read(source) { item in
            batch.append(item)
            if batch.count == LogBatches.size { try hand(over: &batch) }
        }
        total.withLock { $0 = summary }
        if !batch.isEmpty { try hand(over: &batch) }
    }

    private func hand(over batch: inout [LogItem]) throws {
        room.wait()
        if isStopped.load(ordering: .relaxed) { throw CancellationError() }
        continuation.yield(batch)
        batch = []
    }
}
