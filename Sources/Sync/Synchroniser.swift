import Digests
import Evidence
public import EvidenceCache
import Feed
import HostileText

/// Keeps a cache in step with a detector: pulls the feed page by page, and pushes what analysts decided.
///
/// Each page is applied whole with its cursor, so that stopping anywhere loses nothing and doubles nothing.
public struct Synchroniser: Sendable {
    private let cache: EvidenceCache
    private let source: any FeedSource
    private let options: SyncOptions

    /// Makes a synchroniser.
    public init(cache: EvidenceCache, source: any FeedSource, options: SyncOptions) {
        self.cache = cache
        self.source = source
        self.options = options
    }

    /// Syncs until nothing more is ready, or with `follow` until its task is cancelled.
    ///
    /// - Parameter report: is told after each page how far it is.
    /// - Returns: what was done; also after a cancellation.
    /// - Throws: ``SyncProblem``.
    public func run(
        follow: Bool = false, report: @Sendable (SyncProgress) -> Void = { _ in }
    ) async throws(SyncProblem) -> SyncSummary {
        try local { try cache.takeSyncLease(at: options.now()) }
        var pull = Pull(target: cache, started: options.now())
        do throws(SyncProblem) {
            try await push(into: &pull.summary)
            pull.target = try local { try cache.unfinishedRebuild() } ?? cache
            while !Task.isCancelled {
                if try await step(&pull, follow: follow, report: report) { break }
            }
        } catch {
            try local { try finish(&pull) }
            throw error
        }
        try local { try finish(&pull) }
        return pull.summary
    }

    /// The progress of a sync as values; the stream ends when the sync does, and stopping to listen stops the sync.
    public func progress(follow: Bool = false) -> AsyncThrowingStream<SyncProgress, any Error> {
        AsyncThrowingStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let task = Task {
                do {
                    _ = try await run(follow: follow) { continuation.yield($0) }
                    continuation.finish()
                } catch {
                    continuation.finish(throwing: error)
                }
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    /// What one run carries along.
    private struct Pull {
        var target: EvidenceCache
        var started: Instant
        var summary = SyncSummary()
        var unlogged = 0
        /// When the first page came that no line of the log tells of yet.
        var unloggedSince: Instant?
        var lastSequence: Int64 = 0
        var rebuilds = 0
        var failures = 0
        var standstill = 0
        var isCaughtUp = false
    }

    /// Pulls one page; `true` when the run is done.
    private func step(
        _ pull: inout Pull, follow: Bool, report: @Sendable (SyncProgress) -> Void
    ) async throws(SyncProblem) -> Bool {
        do throws(SyncProblem) {
            let page = try await nextPage(&pull, wait: follow && pull.isCaughtUp ? options.wait : 0)
            guard let page else { return false }
            pull.failures = 0
            try apply(page, &pull)
            report(progress(of: pull))
            guard !page.hasMore else { return false }
            try await reachEnd(&pull)
            return !follow
        } catch  where error.isPassing && !Task.isCancelled && (follow || pull.failures < options.patience) {
            pull.failures += 1
            pull.summary.retries += 1
            await options.backoff.sleep(after: error, failures: pull.failures)
            return false
        } catch  where Task.isCancelled {
            return true
        }
    }

    /// The next page of the feed; `nil` where the feed began anew, and a new cache was begun.
    private func nextPage(_ pull: inout Pull, wait: Int) async throws(SyncProblem) -> FeedPage? {
        try local { try cache.takeSyncLease(at: options.now()) }
        let target = pull.target
        let cursor = try local { try target.cursor() }
        do throws(SyncProblem) {
            let page = try await source.page(after: cursor, limit: options.pageLimit, wait: wait)
            let epoch = try local { try target.epoch() }
            if epoch == nil || epoch == page.epoch { return page }
        } catch .cursorGone {
            // Begins anew below.
        }
        pull.rebuilds += 1
        guard pull.rebuilds <= 2 else { throw .feedKeepsChanging }
        pull.target = try local { try cache.beginRebuild() }
        return nil
    }

    private func apply(_ page: FeedPage, _ pull: inout Pull) throws(SyncProblem) {
        let target = pull.target
        let isStill = page.hasMore && page.records.isEmpty
        pull.standstill = isStill ? pull.standstill + 1 : 0
        guard pull.standstill < 100 else { throw .noProgress }
        let began = options.now()
        let outcome = try local { try target.apply(page, at: options.now()) }
        if pull.unlogged == 0 { pull.unloggedSince = pull.summary.pages == 0 ? pull.started : began }
        pull.summary.add(outcome, page)
        pull.unlogged += outcome.records
        pull.lastSequence = max(pull.lastSequence, outcome.lastSequence)
    }

    private func reachEnd(_ pull: inout Pull) async throws(SyncProblem) {
        let target = pull.target
        if target !== cache {
            try local { try cache.adopt(target) }
            pull.target = cache
        }
        pull.isCaughtUp = true
        try local { try log(&pull) }
        try await push(into: &pull.summary)
    }

    /// Sends what waits in the outbox. A token that may not label still syncs: the summary says so.
    private func push(into summary: inout SyncSummary) async throws(SyncProblem) {
        while !Task.isCancelled {
            let events = try local { try cache.pendingEvents(limit: options.batchLimit) }
            guard !events.isEmpty else { return }
            do throws(SyncProblem) {
                let receipt = try await source.send(events)
                try local { try cache.markAnswered(receipt) }
                summary.sent += receipt.results.count { $0.outcome != .refused }
                summary.refused += receipt.results.count { $0.outcome == .refused }
                guard !receipt.results.isEmpty else { throw SyncProblem.unreadable("a receipt for the events sent") }
            } catch .forbidden(let words) {
                summary.outboxProblem = .forbidden(words)
                return
            } catch  where error.isPassing {
                summary.outboxProblem = error
                return
            }
        }
    }

    private func finish(_ pull: inout Pull) throws {
        try log(&pull)
        pull.summary.cursor = try cache.cursor()
        pull.summary.milliseconds = options.now() - pull.started
        pull.summary.wasStopped = Task.isCancelled
        try cache.releaseSyncLease()
    }

    /// Writes one line into the activity log for the records since the last one.
    private func log(_ pull: inout Pull) throws {
        guard pull.unlogged > 0 else { return }
        let now = options.now()
        let took = now - (pull.unloggedSince ?? now)
        try cache.append(
            .synced,
            details: [
                "records": .integer(Int64(pull.unlogged)), "sequence": .integer(pull.lastSequence),
                "milliseconds": .integer(took),
            ], actor: options.analyst, at: now)
        pull.unlogged = 0
        pull.unloggedSince = nil
    }

    private func progress(of pull: Pull) -> SyncProgress {
        let elapsed = options.now() - pull.started
        return SyncProgress(
            records: pull.summary.records, rate: Double(pull.summary.records) * 1_000 / Double(max(1, elapsed)),
            milliseconds: elapsed, cursor: pull.summary.cursor, isCaughtUp: !pull.summary.hasMore,
            isRebuilding: pull.target !== cache)
    }

    /// Runs something on the cache and names its problem.
    private func local<Value>(_ body: () throws -> Value) throws(SyncProblem) -> Value {
        do {
            return try body()
        } catch let problem as CacheProblem {
            throw .cache(problem)
        } catch {
            throw .unreadable("what the cache expects")
        }
    }
}
