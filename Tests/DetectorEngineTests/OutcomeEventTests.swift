import DetectorEngine
import Evidence
import Feed
import Foundation
import Testing

/// What became of accounts, as analysts tell the detector.
struct OutcomeEventTests {
    private static let first = "0b5e7c1a-32d4-4f5b-9a68-d1e2f3a4b5c6"
    private static let second = "1b5e7c1a-32d4-4f5b-9a68-d1e2f3a4b5c6"

    private func outcome(
        _ id: String = first, _ what: Outcome.Kind = .banned, by analyst: String = "ana", takesBack: String? = nil
    ) -> Event {
        .outcome(
            Outcome(
                id: id, account: AccountID("acct-1"), what: what, at: Instant(milliseconds: 1),
                analyst: analyst.untrusted, takesBack: takesBack))
    }

    private func send(_ event: Event, to state: TestState, as analyst: String = "ana") async throws
        -> EventReceipt.Result
    {
        let entries = try #require(EventBatch.decode(try EventBatch.encode([event])))
        return try await state.engine.receive(entries, from: analyst.untrusted).results[0]
    }

    @Test func `an outcome sent twice is stored once, and others see it in the feed as it was sent`() async throws {
        let state = try TestState()
        #expect(try await send(outcome(), to: state).outcome == .stored)
        #expect(try await send(outcome(), to: state).outcome == .known)
        let feed = try await state.feed()
        #expect(feed.map(\.kind) == [.outcome])
        #expect(feed[0].id == OutcomeEventTests.first)
        let came = try FeedDocument.decode(Outcome.self, from: feed[0].document)
        #expect(Event.outcome(came) == outcome())
    }

    @Test func `an outcome in another's name, or another one under its id, is refused`() async throws {
        let state = try TestState()
        #expect(try await send(outcome(), to: state, as: "bob").outcome == .refused)
        #expect(try await send(outcome(), to: state).outcome == .stored)
        #expect(try await send(outcome(OutcomeEventTests.first, .limited), to: state).outcome == .refused)
        #expect(try await state.feed().count == 1)
    }

    @Test func `an outcome is taken back only by whom it is from`() async throws {
        let state = try TestState()
        _ = try await send(outcome(), to: state)
        let others = outcome(OutcomeEventTests.second, by: "bob", takesBack: OutcomeEventTests.first)
        let refused = try await send(others, to: state, as: "bob")
        #expect(refused.reason == "The event takes back one of another analyst.")
        let own = outcome(OutcomeEventTests.second, takesBack: OutcomeEventTests.first)
        #expect(try await send(own, to: state).outcome == .stored)
        #expect(try await state.feed().map(\.id) == [OutcomeEventTests.first, OutcomeEventTests.second])
    }
}
