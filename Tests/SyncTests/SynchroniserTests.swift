import Evidence
import EvidenceCache
import Feed
import Foundation
import HostileText
import Sync
import Testing

@Suite final class SynchroniserTests {
    let source = ScriptedSource()
    let directory = NSTemporaryDirectory() + "stillwatch-sync-tests-" + UUID().uuidString
    let cache: EvidenceCache

    init() throws {
        cache = try EvidenceCache.open(at: directory + "/cache.sqlite")
        let records = try SyncFixture.records(35)
        source.change { $0.records = records }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: directory)  // Left-overs of a failed test do no harm.
    }

    private var synchroniser: Synchroniser { Synchroniser(cache: cache, source: source, options: SyncFixture.options) }

    /// What a cache that was synced in peace has as its digest.
    private func digestInPeace() throws -> String {
        let other = try EvidenceCache.inMemory()
        try other.apply(
            FeedPage(epoch: "epoch-1", records: try SyncFixture.records(35), next: FeedCursor("x"), hasMore: false),
            at: SyncFixture.now)
        return try other.checkIntegrity().digest
    }

    @Test func `a sync pulls page after page until nothing more is ready`() async throws {
        let summary = try await synchroniser.run()
        #expect(summary.records == 35)
        #expect(summary.pages == 4)
        #expect(summary.cursor == FeedCursor("epoch-1.35"))
        #expect(!summary.wasStopped)
        #expect(try cache.checkIntegrity().digest == digestInPeace())
        #expect(try cache.syncStatus(now: SyncFixture.now).isCaughtUp)
        #expect(try cache.activity().map(\.action) == [.synced])
        #expect(try await synchroniser.run().records == 0)
    }

    @Test func `failures that pass are tried again, and nothing is lost or doubled`() async throws {
        source.change {
            $0.failures = [
                .unreachable("gone"), .busy(status: 429, retryAfter: 0), .badPage(.truncated(bytes: 9)),
                .busy(status: 503, retryAfter: nil), .badPage(.hashDiffers(stated: "a", computed: "b")),
            ]
        }
        let summary = try await synchroniser.run()
        #expect(summary.retries == 5)
        #expect(try cache.checkIntegrity().digest == digestInPeace())
    }

    @Test func `a detector that stays away is given up on, and the cache stays where it was`() async throws {
        source.change { $0.failures = Array(repeating: .unreachable("gone"), count: 99) }
        await #expect(throws: SyncProblem.unreachable("gone")) { try await self.synchroniser.run() }
        #expect(source.pages == SyncFixture.options.patience + 1)
        #expect(try cache.cursor() == nil)
        source.change { $0.failures = [] }
        #expect(try await synchroniser.run().records == 35)
    }

    @Test(arguments: [SyncProblem.notAuthorised, .forbidden("no scope read"), .badPage(.moreWithoutNext)])
    func `what cannot pass, or does not, ends the sync with its reason`(_ problem: SyncProblem) async throws {
        source.change { $0.failures = Array(repeating: problem, count: 9) }
        await #expect(throws: problem) { try await self.synchroniser.run() }
        #expect(try cache.syncStatus(now: SyncFixture.now).leaseHolder == nil)
    }

    @Test func `a new epoch builds the cache anew and keeps what analysts did`() async throws {
        _ = try await synchroniser.run()
        try cache.record(SyncFixture.label("e1"))
        let records = Array(try SyncFixture.records(12))
        source.change {
            $0.epoch = "epoch-2"
            $0.records = records
        }
        let summary = try await synchroniser.run()
        #expect(summary.records == 12)
        #expect(try cache.epoch() == "epoch-2")
        #expect(try cache.counts()[.exchange] == 12)
        #expect(try cache.label(of: .account(AccountID("acct-1")), by: SyncFixture.analyst)?.label == .relay)
        #expect(try cache.checkIntegrity().problems == [])
    }

    @Test func `a rebuild that was interrupted is resumed, and until then the old cache stands`() async throws {
        _ = try await synchroniser.run()
        let records = try SyncFixture.records(25)
        source.change {
            $0.epoch = "epoch-2"
            $0.records = records
            let source = source
            let before = $0.pages
            $0.onPage = { count in
                if count == before + 4 { source.change { $0.failures = [.notAuthorised] } }
            }
        }
        await #expect(throws: SyncProblem.notAuthorised) { try await self.synchroniser.run() }
        #expect(try cache.counts()[.exchange] == 35)
        source.change { $0.onPage = nil }
        let summary = try await synchroniser.run()
        #expect(summary.records == 5)
        #expect(try cache.counts()[.exchange] == 25)
    }

    @Test func `a feed that begins anew again and again is given up on`() async throws {
        _ = try await synchroniser.run()
        source.change { $0.failures = Array(repeating: .cursorGone, count: 9) }
        await #expect(throws: SyncProblem.feedKeepsChanging) { try await self.synchroniser.run() }
        #expect(try cache.counts()[.exchange] == 35)
    }

    @Test func `a feed that promises more and sends nothing is given up on`() async throws {
        source.change { $0.promisesForever = true }
        await #expect(throws: SyncProblem.noProgress) { try await self.synchroniser.run() }
    }

    @Test func `decisions go out once, in order, whatever fails on the way`() async throws {
        try cache.record(SyncFixture.label("e1"))
        try cache.record(SyncFixture.label("e2"))
        source.change { $0.sendFailures = [.unreachable("gone")] }
        let summary = try await synchroniser.run()
        #expect(summary.sent == 5)  // Two labels, their two lines of the log, and the line of the sync.
        #expect(source.received.filter { $0.kind == "label" }.map(\.id) == ["e1", "e2"])
        #expect(try cache.pendingEvents(limit: 9).isEmpty)
        _ = try await synchroniser.run()
        #expect(source.received.count == 5)
    }

    @Test func `a token that may not label still pulls, and the summary says so`() async throws {
        try cache.record(SyncFixture.label("e1"))
        source.change { $0.sendFailures = Array(repeating: .forbidden("no scope label"), count: 9) }
        let summary = try await synchroniser.run()
        #expect(summary.records == 35)
        #expect(summary.outboxProblem == .forbidden("no scope label"))
        #expect(try cache.pendingEvents(limit: 9).count == 3)
    }

    @Test func `a following sync waits for news, and stops at a page's end when cancelled`() async throws {
        let synchroniser = synchroniser
        let task = Task { try await synchroniser.run(follow: true) }
        while source.largestWait == 0 { try await Task.sleep(for: .milliseconds(2)) }
        let more = try SyncFixture.records(36)
        source.change { $0.records = more }
        while try cache.counts()[.exchange] < 36 { try await Task.sleep(for: .milliseconds(2)) }
        task.cancel()
        let summary = try await task.value
        #expect(summary.wasStopped)
        #expect(summary.records == 36)
        #expect(try cache.checkIntegrity().problems == [])
        #expect(try cache.syncStatus(now: SyncFixture.now).leaseHolder == nil)
    }

    @Test func `progress comes as values, the last of them caught up`() async throws {
        var last: SyncProgress?
        for try await progress in synchroniser.progress() { last = progress }
        #expect(last?.records == 35)
        #expect(last?.isCaughtUp == true)
    }

    @Test func `a cache that another console syncs is left to it`() async throws {
        let other = try EvidenceCache.open(at: directory + "/cache.sqlite")
        try other.takeSyncLease(at: SyncFixture.now)
        await #expect(throws: SyncProblem.self) { try await self.synchroniser.run() }
        #expect(source.pages == 0)
        try other.releaseSyncLease()
        #expect(try await synchroniser.run().records == 35)
    }

    @Test func `waits grow, have a limit, and heed the detector`() {
        let backoff = Backoff(first: 500, longest: 4_000, jitter: 1...1)
        let waits = (1...6).map { backoff.milliseconds(after: .unreachable(""), failures: $0) }
        #expect(waits == [500, 1_000, 2_000, 4_000, 4_000, 4_000])
        #expect(backoff.milliseconds(after: .busy(status: 429, retryAfter: 30), failures: 1) == 30_000)
    }
}
