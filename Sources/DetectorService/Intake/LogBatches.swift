import Dispatch
import Evidence
import Foundation
import LogFormats
import Synchronization

/// Reads a source on a thread of its own and hands its items over in batches, a few of them ahead of whoever takes them.
///
/// Reading blocks, on a file, a pipe or the processor; tasks must not. Each batch is prepared in a task while the next is
/// read and the one before stored. Memory holds at most ``ahead`` + 2 batches.
final class LogBatches<Batch: Sendable>: Sendable {
    /// Items in a batch, which is stored in one transaction.
    private let size = 4_000
    /// Bytes of the source in a batch, about, so that long records do not fill the memory.
    private let bytes = 8 << 20
    /// Batches read ahead.
    private static var ahead: Int { 2 }

    /// The batches, in order; then the error that ended the reading, if one did.
    let stream: AsyncThrowingStream<Task<Batch, any Error>, any Error>
    private let continuation: AsyncThrowingStream<Task<Batch, any Error>, any Error>.Continuation
    private let prepare: @Sendable (consuming SortedItems) throws -> Batch
    private let room = DispatchSemaphore(value: LogBatches.ahead)
    private let isStopped = Atomic(false)
    private let total = Mutex(ReadSummary())

    /// - Parameter prepare: makes a batch of items; runs beside the reading, for two batches at once at most.
    init(prepare: @escaping @Sendable (consuming SortedItems) throws -> Batch) {
        self.prepare = prepare
        (stream, continuation) = AsyncThrowingStream.makeStream()
    }

    /// What the reader counted; whole once the stream has ended.
    var summary: ReadSummary { total.withLock { $0 } }

    /// Starts the thread.
    ///
    /// - Parameter hide: hashes private details.
    func start(_ source: LogSource, reader: LogReader, hiding hide: @escaping @Sendable (LoggedExchange) -> Exchange) {
        let thread = Thread { [self] in
            do {
                try read(source, reader, hide)
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

    private func read(_ source: LogSource, _ reader: LogReader, _ hide: @escaping LogReader.Hiding) throws {
        var batch = SortedItems(room: size)
        var start: Int?
        let summary = try reader.read(source, hiding: hide) { item in
            batch.add(item)
            let first = start ?? item.place.offset
            start = first
            guard batch.count == size || item.place.offset - first > bytes else { return }
            start = nil
            try hand(over: &batch)
        }
        total.withLock { $0 = summary }
        if batch.count > 0 { try hand(over: &batch) }
    }

    private func hand(over batch: inout SortedItems) throws {
        room.wait()
        if isStopped.load(ordering: .relaxed) { throw CancellationError() }
        let items = OnceTaken(batch)
        batch = SortedItems(room: size)
        continuation.yield(Task.detached { [prepare] in try prepare(items.take()) })
    }
}

/// Items on their way to a task, which alone holds them once it has taken them.
private final class OnceTaken: Sendable {
    private let items: Mutex<SortedItems>

    init(_ items: SortedItems) {
        self.items = Mutex(items)
    }

    /// The items; nobody else holds them from now on.
    func take() -> SortedItems {
        items.withLock { items in
            defer { items = SortedItems() }
            return items
        }
    }
}

extension LogItem {
    /// Where it stood.
    fileprivate var place: LogPlace {
        switch self {
        case .exchange(_, let place), .release(_, let place): place
        case .refused(let refusal): refusal.place
        }
    }
}
