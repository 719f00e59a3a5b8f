public import Evidence
public import EvidenceCache
import Foundation
import Synchronization

/// Notices that somebody else, a sync or a colleague's command, changed the cache, and how old its data are.
///
/// Looks at the file's size and time first, so that an idle console asks nothing.
public final class CacheWatch: Sendable {
    private let cache: EvidenceCache
    private let seen = Mutex(Sight())

    /// What was so at the last look.
    private struct Sight: Equatable {
        var files: [FileMark] = []
        var status: CacheStatus?
        var contents: Contents?
    }

    /// What of the cache screens show.
    private struct Contents: Equatable {
        var sync: SyncStatus
        var labelEvents: Int
        var cases: Int
    }

    /// A file's size and time of change.
    private struct FileMark: Equatable {
        var size: Int64
        var seconds: Int
        var nanoseconds: Int
    }

    /// Makes a watch.
    public init(_ cache: EvidenceCache) {
        self.cache = cache
    }

    /// The status to start with.
    public func status(now: Instant) throws -> CacheStatus {
        _ = try look(now: now)
        return seen.withLock { $0.status } ?? CacheStatus(syncedAt: nil, outbox: 0, isEmpty: true)
    }

    /// What has changed since the last look, as messages for the loop.
    public func look(now: Instant) throws -> [Message] {
        let files = marks()
        let before = seen.withLock { $0 }
        if before.status != nil, !files.isEmpty, files == before.files { return [] }
        let sync = try cache.syncStatus(now: now)
        let counts = try cache.counts()
        let isEmpty = (counts.feed["account"] ?? 0) == 0
        let status = CacheStatus(syncedAt: sync.syncedAt, outbox: sync.waiting, isEmpty: isEmpty)
        var lasting = sync
        // When the last page came, and who pulls, changes nothing that a list shows.
        lasting.syncedAt = nil
        lasting.isCaughtUp = false
        lasting.leaseHolder = nil
        let contents = Contents(sync: lasting, labelEvents: counts.labelEvents, cases: counts.cases)
        seen.withLock { $0 = Sight(files: files, status: status, contents: contents) }
        var messages: [Message] = []
        if before.status != status { messages.append(.status(status)) }
        if before.contents != nil, before.contents != contents { messages.append(.cacheChanged) }
        return messages
    }

    /// Looks about once a second until its task is cancelled.
    public func run(into mailbox: Mailbox, clock: @Sendable () -> Instant) async {
        while !Task.isCancelled {
            do {
                try await Task.sleep(for: .seconds(1))
                for message in try look(now: clock()) { mailbox.put(message) }
            } catch is CancellationError {
                return
            } catch {
                mailbox.put(.failed(Problem(error)))
                return
            }
        }
    }

    private func marks() -> [FileMark] {
        guard let path = cache.path else { return [] }
        return [path, path + "-wal"].compactMap { file in
            var facts = stat()
            guard stat(file, &facts) == 0 else { return nil }
            return FileMark(
                size: Int64(facts.st_size), seconds: facts.st_mtim.tv_sec, nanoseconds: facts.st_mtim.tv_nsec)
        }
    }
}
