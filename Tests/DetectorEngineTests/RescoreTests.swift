import Detection
import DetectorEngine
import Evidence
import Feed
import Foundation
import HostileText
import Simulation
import Testing

/// A process that scores again and again says what one run over the whole log says.
struct RescoreTests {
    private static let detector = Detector()
    /// After all of a simulated log.
    private static let later = Instant(milliseconds: 1_790_000_000_000)
    @Sendable private static func resume(_ input: DetectionInput, _ readings: inout Readings) -> Findings {
        detector.findings(in: input, readings: &readings)
    }

    /// A simulated log, by time.
    private func log(seed: UInt64 = 5) throws -> [LoggedExchange] {
        var scenario = Scenario(preset: .loud, accounts: 100, exchanges: 1_200, seed: seed)
        scenario.campaignSize = 24
        scenario.infrastructure = .shared
        scenario.template = .fixed
        return try Simulator(scenario).map(\.logged)
    }

    /// What one run says of a log that is read at once into a fresh state with the same key.
    private func batch(
        _ log: [LoggedExchange], like state: TestState, events: [Event] = [], releases: [Release] = []
    ) async throws -> Assertions {
        let fresh = try TestState(sharingKeyOf: state.directory)
        fresh.clock.now = Self.later
        _ = try await fresh.engine.ingest(log.sorted { $0.exchange.id < $1.exchange.id })
        _ = try await fresh.engine.ingest(releases: releases)
        try await send(events, to: fresh)
        _ = try await fresh.engine.score(asOf: nil) { Self.detector.findings(in: $0) }
        return try Assertions(try await fresh.feed())
    }

    private func send(_ events: [Event], to state: TestState) async throws {
        guard !events.isEmpty else { return }
        let entries = try #require(EventBatch.decode(try EventBatch.encode(events)))
        let receipt = try await state.engine.receive(entries, from: "ana".untrusted)
        #expect(receipt.results.allSatisfy { $0.outcome == .stored })
    }

    @Test func `a log in pieces, late and out of order, says after each what one run says, and nothing is read twice`()
        async throws
    {
        let log = try log()
        let late = log.enumerated().filter { $0.offset % 9 == 4 }.map(\.element)
        let punctual = log.enumerated().filter { $0.offset % 9 != 4 }.map(\.element)
        let third = punctual.count / 3
        let pieces = [
            Array(punctual[third..<2 * third]), Array(punctual[..<third].reversed()),
            Array(punctual[(2 * third)...]), late,
        ]
        let state = try TestState()
        state.clock.now = Self.later
        let resident = ResidentLog()
        var sofar: [LoggedExchange] = []
        for piece in pieces {
            sofar += piece
            _ = try await state.engine.ingest(piece + piece.prefix(5))
            let report = try await state.engine.rescore(resident, by: Self.resume)
            #expect(report?.exchanges == sofar.count)
            #expect(resident.rowsRead == sofar.count, "old exchanges were read again")
            let streamed = try Assertions(try await state.feed())
            let whole = try await batch(sofar, like: state)
            #expect(streamed.differences(from: whole) == [])
            #expect(streamed == whole)
            if sofar.count == log.count {
                #expect(!whole.clusters.isEmpty && !whole.flags.isEmpty && !whole.edges.isEmpty)
            }
        }
        let texts = resident.textsRead
        #expect(try await state.engine.rescore(resident, by: Self.resume) == nil, "nothing came")
        #expect(resident.rowsRead == log.count && resident.textsRead == texts)
    }

    @Test func `what another process stores and scores between two scores is seen`() async throws {
        let log = try log(seed: 6)
        let state = try TestState()
        state.clock.now = Self.later
        let clock = state.clock
        let other = try EmbeddedEngine(state.directory, mayCreate: false) { clock.now }
        let resident = ResidentLog()
        _ = try await state.engine.ingest(Array(log.prefix(500)))
        _ = try await state.engine.rescore(resident, by: Self.resume)

        _ = try await other.ingest(Array(log[500..<800]))
        _ = try await other.score(asOf: nil) { Self.detector.findings(in: $0) }
        #expect(try await state.engine.rescore(resident, by: Self.resume) == nil, "the other scored everything")

        _ = try await other.ingest(Array(log[800...]))
        let release = Release(model: "model-late".untrusted, releasedAt: log[700].exchange.at)
        _ = try await other.ingest(releases: [release])
        let muted = try #require(try await state.feed().first { $0.kind == .indicator && !$0.isDeleted })
        let mute = Mute(
            id: "5d8e2a10-7c3b-4f6e-9a21-0b4c6d8e9f01", indicator: IndicatorID(UntrustedText(muted.id)), isMuted: true,
            analyst: "ana".untrusted, at: Instant(milliseconds: 1))
        try await send([.mute(mute)], to: state)
        let account = log[0].exchange.account
        let label = LabelEvent(
            id: "5d8e2a10-7c3b-4f6e-9a21-0b4c6d8e9f02", subject: .account(account), label: .benign,
            analyst: "ana".untrusted, at: Instant(milliseconds: 1), guideline: "g1")
        try await send([.label(label)], to: state)

        _ = try await state.engine.rescore(resident, by: Self.resume)
        let whole = try await batch(log, like: state, events: [.mute(mute), .label(label)], releases: [release])
        let streamed = try Assertions(try await state.feed())
        #expect(streamed.differences(from: whole) == [])
        #expect(streamed == whole)
    }

    @Test func `a score that fails while it is stored leaves nothing of itself, and the next makes up for it`()
        async throws
    {
        let state = try TestState()
        let resident = ResidentLog()
        _ = try await state.engine.ingest((0..<6).map { logged($0) })
        await #expect(throws: EncodingError.self) {
            try await state.engine.rescore(resident) { input, _ in
                var findings = try countingFindings()(input)
                findings.flags[0].score = .nan  // Flags are stored last, after every exchange.
                return findings
            }
        }
        #expect(try await state.feed().isEmpty)
        #expect(try await state.engine.census().sequence == 0)
        _ = try await state.engine.ingest([logged(7)])
        let report = try await state.engine.rescore(resident) { input, _ in try countingFindings()(input) }
        #expect(report?.exchanges == 7)
        let exchanges = try await state.feed().filter { $0.kind == .exchange }
        #expect(exchanges.count == 7 && exchanges.allSatisfy { $0.revision == 1 })
        #expect(resident.rowsRead == 7)
    }

    @Test func `past its limit a resident log keeps nothing, and scores the same`() async throws {
        let state = try TestState()
        let resident = ResidentLog(limit: 0)
        for number in 0..<3 {
            _ = try await state.engine.ingest([logged(number)])
            let report = try await state.engine.rescore(resident) { input, _ in try countingFindings()(input) }
            #expect(report?.exchanges == number + 1)
            #expect(resident.byteCount == 0)
        }
        #expect(resident.rowsRead == 1 + 2 + 3)
        #expect(try await state.feed().filter { $0.kind == .exchange }.allSatisfy { $0.revision == 1 })
    }
}
