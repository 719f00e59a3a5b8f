import Detection
import DetectorEngine
import Evidence
import Feed
import Foundation
import HostileText
import Synchronization
import Testing

/// A state in a directory of its own, which goes away with it, and a clock that a test sets.
final class TestState: Sendable {
    let directory: StateDirectory
    let engine: EmbeddedEngine
    let clock: TestClock

    /// - Parameter other: a state whose key this one has too, so that both hash alike.
    init(keepsAddresses: Bool = false, sharingKeyOf other: StateDirectory? = nil) throws {
        let path = FileManager.default.temporaryDirectory.path + "/stillwatch-engine-" + UUID().uuidString
        let clock = TestClock()
        directory = StateDirectory(path)
        if let other {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: other.path + "/key", toPath: path + "/key")
        }
        self.clock = clock
        engine = try EmbeddedEngine(directory, mayCreate: true, keepsAddresses: keepsAddresses) { clock.now }
    }

    deinit {
        // The database may be closing its files just then; a folder that stays is no failure of the test.
        try? FileManager.default.removeItem(atPath: directory.path)
    }

    /// The whole feed, read in pages.
    func feed(limit: Int = 1_000, includesText: Bool = false) async throws -> [FeedRecord] {
        var records: [FeedRecord] = []
        var cursor: FeedCursor?
        while true {
            let page = try await engine.page(after: cursor, limit: limit, includesText: includesText)
            records += page.records
            cursor = page.next
            if !page.hasMore { return records }
        }
    }
}

/// A clock that stands still until it is set.
final class TestClock: Sendable {
    private let time = Mutex(Instant(milliseconds: 1_780_000_000_000))

    var now: Instant {
        get { time.withLock { $0 } }
        set { time.withLock { $0 = newValue } }
    }
}

/// An exchange of a log, an hour after the one before.
func logged(
    _ number: Int, account: String = "acct-1", text: String? = "hello", model: String = "model-a"
) -> LoggedExchange {
    let at = Instant(milliseconds: 1_779_000_000_000) + Int64(number) * Instant.hour
    var exchange = Exchange(id: ExchangeID("req-\(number)"), account: AccountID(account), at: at)
    exchange.model = UntrustedText(model)
    exchange.text = text.map {
        ExchangeText(messages: [Message(role: .user, content: UntrustedText($0))], response: "answer".untrusted)
    }
    var secrets = LoggedExchange.Secrets()
    secrets.address = "203.0.113.9".untrusted
    return LoggedExchange(exchange, secrets: secrets)
}

extension String {
    /// A text as a client of the platform would send it.
    var untrusted: UntrustedText { UntrustedText(self) }
}

/// Findings that say of each account how many exchanges it has, and flag those of at least `flagsFrom`.
@Sendable func countingFindings(flagsFrom threshold: Int = 3) -> FindingsSource {
    { input in
        var findings = Findings(modelVersion: "test 1")
        let byAccount = Dictionary(grouping: input.exchanges, by: \.account)
        for (account, exchanges) in byAccount.sorted(by: { $0.key < $1.key }) {
            let times = exchanges.map(\.at).sorted()
            findings.accounts.append(
                Account(
                    id: account, exchanges: exchanges.count, conversations: 1, keys: 0, firstAt: times[0],
                    lastAt: times[times.count - 1]))
            guard exchanges.count >= threshold else { continue }
            findings.flags.append(
                Flag(
                    id: FlagID(UntrustedText("F-" + account.text.verbatim)), subject: .account(account), score: 0.9,
                    low: 0.8, high: 1, version: "test 1", at: times[0], confirmedAt: times[0],
                    exchanges: exchanges.count, urgency: 1))
        }
        findings.annotations = Derived(
            input.exchanges.map {
                let inferred = ConversationID(UntrustedText("s-" + $0.account.text.verbatim))
                return ExchangeAnnotation(
                    exchange: $0.id, conversation: $0.conversation ?? inferred,
                    conversationIsInferred: $0.conversation == nil)
            })
        return findings
    }
}

/// A value that a closure leaves behind.
final class Box<Value: Sendable>: Sendable {
    private let content: Mutex<Value>

    init(_ value: Value) { content = Mutex(value) }

    var value: Value {
        get { content.withLock { $0 } }
        set { content.withLock { $0 = newValue } }
    }
}

/// A generator whose numbers are the same in every run (SplitMix64).
struct FixedRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
