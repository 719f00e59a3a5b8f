import Dispatch
import Evidence
import Foundation
import LogFormats
import Synchronization

/// Reads a source on threads of its own and hands its items over in batches, in order, a few of them ahead of whoever takes them.
///
/// Reading blocks, on a file, a pipe or the processor; tasks must not. Lines are read on all processors, a portion each; other
/// sources on one. Memory holds at most ``ahead`` + 1 batches.
final class LogBatches<Batch: Sendable>: Sendable {
    /// Items in a batch, which is stored in one transaction.
    private let size = 4_000
    /// Bytes of the source in a batch, about, so that long records do not fill the memory.
    private let bytes = 8 << 20
    /// The threads that read lines. More would wait for whoever stores what they read.
    private static var threads: Int { max(1, min(4, ProcessInfo.processInfo.activeProcessorCount)) }
    /// Batches read, or being read, that nobody took yet.
    private static var ahead: Int { threads + 1 }

    private let order = BatchOrder<Batch>()
    private let make: @Sendable (inout SortedItems) throws -> Batch
    private let room = DispatchSemaphore(value: LogBatches.ahead)
    private let isStopped = Atomic(false)
    private let total = Mutex(ReadSummary())

    /// - Parameter make: makes a batch of items; on the thread that read them.
    init(make: @escaping @Sendable (inout SortedItems) throws -> Batch) {
        self.make = make
    }

    /// The batches, in order; then the error that ended the reading, if one did.
    var stream: AsyncThrowingStream<Batch, any Error> { order.stream }
    /// What the reader counted; whole once the stream has ended.
    var summary: ReadSummary { total.withLock { $0 } }

    /// Starts the threads.
    ///
    /// - Parameter hide: hashes private details.
    func start(_ source: LogSource, reader: LogReader, hiding hide: @escaping @Sendable (LoggedExchange) -> Exchange) {
        order.begin(threads: 1)
        startThread { [self] in
            do {
                let log = try OpenLog(source, by: reader)
                let others = log.isOfLines ? Self.threads - 1 : 0
                order.begin(threads: others)
                for _ in 0..<others { startThread { [self] in readPortions(of: log, hide) } }
                if log.isOfLines { readPortions(of: log, hide) } else { readAll(of: log, hide) }
            } catch {
                order.take(.init(error: error), number: 0)
            }
        }
    }

    /// Says that a batch was taken, so that another may be read.
    func took() {
        room.signal()
    }

    /// Ends the reading early.
    func stop() {
        isStopped.store(true, ordering: .relaxed)
        for _ in 0..<Self.threads { room.signal() }
    }

    private func startThread(_ work: @escaping @Sendable () -> Void) {
        let thread = Thread { [order] in
            work()
            order.end()
        }
        thread.stackSize = 8 << 20  // Readers of nested JSON recurse.
        thread.start()
    }

    private func readPortions(of log: OpenLog, _ hide: @escaping LogReader.Hiding) {
        var lane = log.lane(hiding: hide)
        while waitForRoom(), let portion = log.nextPortion(lines: size, bytes: bytes) {
            var items = SortedItems(room: size)
            let read = Result { try lane.read(portion) { items.add($0) } }
            hand(over: &items, after: read, number: portion.number)
        }
        room.signal()  // For another thread, which will find nothing left either.
        total.withLock { $0.add(lane.summary) }
    }

    private func readAll(of log: OpenLog, _ hide: @escaping LogReader.Hiding) {
        var lane = log.lane(hiding: hide)
        var items = SortedItems(room: size)
        var start: Int?
        var number = 0
        let read = Result {
            try lane.read(log) { item in
                items.add(item)
                let first = start ?? item.place.offset
                start = first
                guard items.count == size || item.place.offset - first > bytes else { return }
                start = nil
                guard waitForRoom() else { throw CancellationError() }
                hand(over: &items, after: .success(()), number: number)
                items = SortedItems(room: size)
                number += 1
            }
        }
        total.withLock { $0.add(lane.summary) }
        if waitForRoom() { hand(over: &items, after: read, number: number) }
    }

    /// Waits until a batch may be read or handed over.
    ///
    /// - Returns: whether somebody still wants it.
    private func waitForRoom() -> Bool {
        room.wait()
        return !isStopped.load(ordering: .relaxed)
    }

    private func hand(over items: inout SortedItems, after read: Result<Void, any Error>, number: Int) {
        var made = BatchOrder<Batch>.Made()
        do {
            made.batch = try make(&items)
            try read.get()
        } catch {
            made.error = error
        }
        order.take(made, number: number)
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
