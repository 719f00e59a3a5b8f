import Detection
import DetectorEngine
import Evidence
import Feed
import Foundation
import Testing

struct ScoreTests {
    @Test func `after a score the feed has every exchange once, and a second score changes nothing`() async throws {
        let state = try TestState()
        _ = try await state.engine.ingest((0..<25).map { logged($0, account: "acct-\($0 % 5)") })
        #expect(try await state.feed().isEmpty)
        let report = try await state.engine.score(asOf: nil, by: countingFindings())
        #expect(report.exchanges == 25)
        #expect(report.changes.first { $0.kind == "exchange" }?.new == 25)
        let feed = try await state.feed()
        #expect(feed.filter { $0.kind == .exchange }.count == 25)
        #expect(feed.filter { $0.kind == .account }.count == 5)
        let again = try await state.engine.score(asOf: nil, by: countingFindings())
        #expect(again.changes.allSatisfy { $0.new == 0 && $0.changed == 0 && $0.ended == 0 })
        #expect(try await state.feed() == feed)
    }

    @Test func `only what changed gets a new revision, and what ended a tombstone`() async throws {
        let state = try TestState()
        _ = try await state.engine.ingest((0..<6).map { logged($0, account: "acct-\($0 % 2)", text: nil) })
        _ = try await state.engine.score(asOf: nil, by: countingFindings(flagsFrom: 3))
        let end = try await state.engine.newestSequence()
        _ = try await state.engine.ingest([logged(7, account: "acct-1", text: nil)])
        let report = try await state.engine.score(asOf: nil, by: countingFindings(flagsFrom: 4))
        let changed = try await state.feed().filter { $0.sequence > end }
        #expect(changed.map(\.kind.rawValue) == ["account", "exchange", "flag", "flag"])
        #expect(changed.map(\.revision) == [2, 1, 2, 2])
        #expect(changed.filter(\.isDeleted).map(\.id) == ["F-acct-0"])
        let flags = try #require(report.changes.first { $0.kind == "flag" })
        #expect(flags.total == 1 && flags.new == 0 && flags.changed == 1 && flags.ended == 1)
        _ = try await state.engine.score(asOf: nil, by: countingFindings(flagsFrom: 3))
        let back = try await state.feed().last { $0.id == "F-acct-0" }
        #expect(back?.revision == 3 && back?.isDeleted == false)
    }

    @Test func `a score that fails leaves the last good one`() async throws {
        let state = try TestState()
        _ = try await state.engine.ingest((0..<4).map { logged($0) })
        _ = try await state.engine.score(asOf: nil, by: countingFindings())
        let feed = try await state.feed()
        _ = try await state.engine.ingest([logged(9)])
        await #expect(throws: EncodingError.self) {
            try await state.engine.score(asOf: nil) { input in
                var findings = try countingFindings()(input)
                findings.flags[0].score = .nan
                return findings
            }
        }
        #expect(try await state.feed() == feed)
        #expect(try await state.engine.census().exchangesInFeed == 4)
    }

    @Test func `exchanges after the time asked for wait for their own score`() async throws {
        let state = try TestState()
        _ = try await state.engine.ingest((0..<10).map { logged($0) })
        let report = try await state.engine.score(asOf: logged(3).exchange.at, by: countingFindings())
        #expect(report.exchanges == 4)
        #expect(try await state.engine.census().exchangesInFeed == 4)
        _ = try await state.engine.score(asOf: nil, by: countingFindings())
        #expect(try await state.engine.census().exchangesInFeed == 10)
    }

    @Test func `of two scores at once the later to finish is refused`() async throws {
        let state = try TestState()
        _ = try await state.engine.ingest([logged(1)])
        let engine = state.engine
        let started = AsyncStream.makeStream(of: Void.self)
        let gate = DispatchSemaphore(value: 0)
        let slow = Task {
            try await engine.score(asOf: nil) { input in
                started.continuation.finish()
                gate.wait()
                return try countingFindings()(input)
            }
        }
        for await _ in started.stream {}
        _ = try await engine.score(asOf: nil, by: countingFindings())
        gate.signal()
        await #expect(throws: StateError.overtaken) { try await slow.value }
    }

    @Test func `a conversation is inferred anew at every score`() async throws {
        let state = try TestState()
        _ = try await state.engine.ingest([logged(1)])
        var seen: [ConversationID?] = []
        for _ in 0..<2 {
            let result = Box<[ConversationID?]>([])
            _ = try await state.engine.score(asOf: nil) { input in
                result.value = input.exchanges.map(\.conversation)
                return try countingFindings()(input)
            }
            seen += result.value
        }
        #expect(seen == [nil, nil])
        let record = try #require(try await state.feed().first { $0.kind == .exchange })
        let document = try FeedDocument.decode(ExchangeDocument.self, from: record.document)
        #expect(document.exchange.conversation == ConversationID("s-acct-1"))
        #expect(document.exchange.conversationIsInferred == true)
    }

    @Test func `text goes to the exemplars, and only to a token that may read it`() async throws {
        let state = try TestState()
        _ = try await state.engine.ingest((0..<60).map { logged($0, account: "flagged") })
        _ = try await state.engine.ingest((60..<62).map { logged($0, account: "quiet") })
        _ = try await state.engine.score(asOf: nil, by: countingFindings())
        func withText(_ includesText: Bool) async throws -> [String] {
            try await state.feed(includesText: includesText).filter { $0.kind == .exchange }.filter {
                try FeedDocument.decode(ExchangeDocument.self, from: $0.document).exchange.text != nil
            }.map(\.id)
        }
        #expect(try await withText(false).isEmpty)
        let expected = (0..<50).map { "req-\($0)" } + ["req-60", "req-61"]
        let exemplars = try await withText(true)
        #expect(exemplars == expected)
        _ = try await state.engine.ingest((70..<100).map { logged($0, account: "quiet", text: "more") })
        _ = try await state.engine.score(asOf: nil, by: countingFindings(flagsFrom: 100))
        let kept = try await withText(true)
        #expect(kept.count == 50 + 20, "no exemplar is lost when its flag is; an ordinary account has 20")
    }

    @Test func `a document with text is the one without it plus the text`() async throws {
        let state = try TestState()
        _ = try await state.engine.ingest([logged(1)])
        _ = try await state.engine.score(asOf: nil, by: countingFindings())
        func document(_ includesText: Bool) async throws -> ExchangeDocument {
            let record = try #require(try await state.feed(includesText: includesText).first { $0.kind == .exchange })
            return try FeedDocument.decode(ExchangeDocument.self, from: record.document)
        }
        var full = try await document(true)
        #expect(full.exchange.text == logged(1).exchange.text)
        full.exchange.text = nil
        #expect(try await document(false) == full)
    }
}
