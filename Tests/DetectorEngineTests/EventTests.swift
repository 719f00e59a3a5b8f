import Detection
import DetectorEngine
import Digests
import Evidence
import Feed
import Foundation
import Testing

struct EventTests {
    static let uuid = "0b5e7c1a-32d4-4f5b-9a68-d1e2f3a4b5c6"
    static let other = "1b5e7c1a-32d4-4f5b-9a68-d1e2f3a4b5c6"

    func label(_ id: String = uuid, by analyst: String = "ana", as label: Label? = .relay) -> Event {
        .label(
            LabelEvent(
                id: id, subject: .account(AccountID("acct-1")), label: label, analyst: analyst.untrusted,
                at: Instant(milliseconds: 1), guideline: "g1"))
    }

    func send(_ events: [Event], to state: TestState, as analyst: String = "ana") async throws -> [EventReceipt.Result]
    {
        let entries = try #require(EventBatch.decode(try EventBatch.encode(events)))
        return try await state.engine.receive(entries, from: analyst.untrusted).results
    }

    @Test func `an event sent twice is stored once, and others see it in the feed`() async throws {
        let state = try TestState()
        #expect(try await send([label()], to: state).map(\.outcome) == [.stored])
        #expect(try await send([label()], to: state).map(\.outcome) == [.known])
        let feed = try await state.feed()
        #expect(feed.map(\.kind) == [.label])
        #expect(feed[0].id == EventTests.uuid)
        #expect(try await state.engine.census().labels == 1)
    }

    @Test func `an event in another's name, or under a used id, is refused`() async throws {
        let state = try TestState()
        #expect(try await send([label()], to: state, as: "bob").map(\.outcome) == [.refused])
        _ = try await send([label()], to: state)
        let results = try await send([label(as: .benign), label("not-a-uuid")], to: state)
        #expect(results.map(\.outcome) == [.refused, .refused])
        #expect(results.allSatisfy { $0.reason?.isEmpty == false })
        #expect(try await state.feed().count == 1)
    }

    @Test func `a mute is in the next score's input`() async throws {
        let state = try TestState()
        let mute = Mute(
            id: EventTests.uuid, indicator: IndicatorID("range:1"), isMuted: true, analyst: "ana".untrusted,
            at: Instant(milliseconds: 1))
        _ = try await send([.mute(mute)], to: state)
        let seen = Box<[Mute]>([])
        _ = try await state.engine.ingest([logged(1)])
        _ = try await state.engine.score(asOf: nil) { input in
            seen.value = input.mutes
            return try countingFindings()(input)
        }
        #expect(seen.value == [mute])
    }

    @Test func `a labelled account's flag is decided, until the label is taken back`() async throws {
        let state = try TestState()
        _ = try await state.engine.ingest((0..<3).map { logged($0) })
        func status() async throws -> FlagStatus? {
            _ = try await state.engine.score(asOf: nil, by: countingFindings())
            let record = try #require(try await state.feed().first { $0.kind == .flag })
            return try FeedDocument.decode(Flag.self, from: record.document).status
        }
        #expect(try await status() == .open)
        _ = try await send([label()], to: state)
        #expect(try await status() == .decided)
        _ = try await send([label(EventTests.other, as: nil)], to: state)
        #expect(try await status() == .open)
    }

    @Test func `a log of activity is taken only as it was written, in one line`() async throws {
        let state = try TestState()
        func line(_ number: Int, after previous: String, _ action: Activity.Action = .viewed) -> Activity {
            let row: CanonicalJSON = [
                "number": .integer(Int64(number)), "at": 1, "actor": "ana", "action": .string(action.rawValue),
                "subject": nil, "details": "{}", "previous": .string(previous),
            ]
            return Activity(
                number: number, at: Instant(milliseconds: 1), actor: "ana".untrusted, action: action, subject: nil,
                details: "{}", previous: previous, hash: HashChain.hash(of: row, after: previous))
        }
        let first = line(1, after: HashChain.origin)
        let second = line(2, after: first.hash)
        let gap = line(4, after: String(repeating: "a", count: 64))
        var forged = line(3, after: second.hash)
        forged.action = .revealed
        let lines = [
            first, second, gap, line(2, after: first.hash, .revealed), line(9, after: second.hash), forged, second,
        ]
        let results = try await send(lines.map { .activity($0) }, to: state)
        #expect(results.map(\.outcome) == [.stored, .stored, .stored, .refused, .refused, .refused, .known])
        #expect(
            try await send([.activity(line(1, after: HashChain.origin, .synced))], to: state, as: "bob")[0].outcome
                == .refused)
    }

    @Test func `the newest line of a log comes back signed by the detector`() async throws {
        let state = try TestState()
        let row: CanonicalJSON = [
            "number": 1, "at": 1, "actor": "ana", "action": "synced", "subject": nil, "details": "{}",
            "previous": .string(HashChain.origin),
        ]
        let line = Activity(
            number: 1, at: Instant(milliseconds: 1), actor: "ana".untrusted, action: .synced, subject: nil,
            details: "{}", previous: HashChain.origin, hash: HashChain.hash(of: row, after: HashChain.origin))
        let batch = try #require(EventBatch.decode(try EventBatch.encode([.activity(line)])))
        let receipt = try await state.engine.receive(batch, from: "ana".untrusted)
        let chain = try #require(receipt.chain)
        #expect(chain.number == 1)
        #expect(chain.head == line.hash)
        let signature = try #require(Data(base64Encoded: chain.signature))
        let publicKey = try #require(Data(base64Encoded: chain.publicKey))
        #expect(try SigningKey.isValid(signature, of: "1 \(line.hash)".utf8, publicKey: publicKey))
        #expect(try !SigningKey.isValid(signature, of: "2 \(line.hash)".utf8, publicKey: publicKey))
    }
}
