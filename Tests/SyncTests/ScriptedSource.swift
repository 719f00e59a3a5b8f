import Evidence
import EvidenceCache
import Feed
import Foundation
import HostileText
import Sync
import Synchronization

/// A detector that holds records in memory, and fails where a test says so.
final class ScriptedSource: FeedSource {
    struct State: Sendable {
        var epoch = "epoch-1"
        var records: [FeedRecord] = []
        /// What the next requests for pages come to instead, in order.
        var failures: [SyncProblem] = []
        /// What the next batches of events come to instead, in order.
        var sendFailures: [SyncProblem] = []
        var received: [Event] = []
        var pages = 0
        var promisesForever = false
        var largestWait = 0
        var onPage: (@Sendable (Int) -> Void)?
    }

    private let state = Mutex(State())

    func change(_ body: (inout sending State) -> Void) {
        state.withLock { body(&$0) }
    }

    var received: [Event] { state.withLock { $0.received } }
    var pages: Int { state.withLock { $0.pages } }
    var largestWait: Int { state.withLock { $0.largestWait } }

    func page(after cursor: FeedCursor?, limit: Int, wait: Int) async throws(SyncProblem) -> FeedPage {
        let (hook, count) = state.withLock { state in
            state.pages += 1
            state.largestWait = max(state.largestWait, wait)
            return (state.onPage, state.pages)
        }
        hook?(count)
        let answer: Result<FeedPage, SyncProblem> = state.withLock { state in
            if !state.failures.isEmpty { return .failure(state.failures.removeFirst()) }
            let parts = cursor?.text.split(separator: ".").map(String.init) ?? [state.epoch, "0"]
            guard parts[0] == state.epoch, let after = Int64(parts[1]) else { return .failure(.cursorGone) }
            let rest = state.records.filter { $0.sequence > after }
            let records = Array(rest.prefix(limit))
            let next = FeedCursor("\(state.epoch).\(records.last?.sequence ?? after)")
            return .success(
                FeedPage(
                    epoch: state.epoch, records: records, next: next,
                    hasMore: rest.count > limit || state.promisesForever))
        }
        return try answer.get()
    }

    func send(_ events: [Event]) async throws(SyncProblem) -> EventReceipt {
        let answer: Result<EventReceipt, SyncProblem> = state.withLock { state in
            if !state.sendFailures.isEmpty { return .failure(state.sendFailures.removeFirst()) }
            let known = Set(state.received.map(\.id))
            state.received += events.filter { !known.contains($0.id) }
            return .success(
                EventReceipt(
                    results: events.map { .init(id: $0.id, outcome: known.contains($0.id) ? .known : .stored) }))
        }
        return try answer.get()
    }
}

enum SyncFixture {
    static let now = Instant(milliseconds: 1_780_000_000_000)
    static let analyst = UntrustedText("kim")

    static var options: SyncOptions {
        var options = SyncOptions(analyst: analyst, now: { now })
        options.pageLimit = 10
        options.backoff = Backoff(first: 0, longest: 0)
        return options
    }

    /// So many exchanges, a record each.
    static func records(_ count: Int) throws -> [FeedRecord] {
        try (1...count).map { number in
            var exchange = Exchange(
                id: ExchangeID("ex-\(number)"), account: AccountID("acct-\(number % 7)"),
                at: now - Int64(number) * Instant.minute)
            if number % 5 == 0 {
                exchange.text = ExchangeText(messages: [Message(role: .user, content: UntrustedText("say \(number)"))])
            }
            return FeedRecord(
                sequence: Int64(number), kind: .exchange, id: "ex-\(number)", revision: 1,
                document: try FeedDocument.encode(ExchangeDocument(exchange: exchange, target: .general)))
        }
    }

    static func label(_ id: String) -> LabelEvent {
        LabelEvent(
            id: id, subject: .account(AccountID("acct-1")), label: .relay, analyst: analyst, at: now, guideline: "g1")
    }
}
