import Detection
import DetectorEngine
import DetectorService
import Evidence
import Feed
import Foundation
import HostileText
import LogFormats
import TestSupport
import Testing

/// A damaged log, read, stored and scored.
struct HostileIntakeTests {
    /// Good records with damaged ones between them, each record with an id of its own.
    private func log() throws -> String {
        var mutation = Mutation(seed: 9)
        var lines: [String] = []
        for number in 0..<300 {
            lines.append(LogSample.good("good-\(number)"))
            let sample = LogSample.allCases[number % 3]
            let own = sample.line.replacing("req_01", with: "m\(number)").replacing("chatcmpl-1", with: "m\(number)")
                .replacing("msg_1", with: "m\(number)")
            lines.append(
                String(decoding: mutation.damaged(Array(own.utf8)), as: UTF8.self).replacing("\n", with: " "))
        }
        let extreme = try LogSample.allCases.flatMap { try mistyped($0.line) }
        for (number, line) in extreme.enumerated() where number % 5 == 0 {
            lines.append(line.replacing("req_01", with: "t\(number)").replacing("chatcmpl-1", with: "t\(number)"))
        }
        return lines.joined(separator: "\n")
    }

    @Test func `a damaged log goes in but for its damage, is scored, and changes nothing the second time`() async throws
    {
        try await TestServer.run { server in
            let intake = LogIntake(into: server.engine, quarantine: server.directory)
            let bytes = Array(try log().utf8)
            let first = try await intake.take(.bytes(bytes, name: "hostile.log"), reader: LogReader())
            #expect(first.new >= 300 && first.quarantined > 100)
            #expect(first.read == first.new + first.known + first.quarantined)
            #expect(first.firstRefusals.first?.verbatim.hasPrefix("hostile.log, record ") == true)
            #expect(first.unusableFields.isEmpty == false)
            let again = try await intake.take(.bytes(bytes, name: "hostile.log"), reader: LogReader())
            #expect(again.new == 0 && again.read == first.read)
            let report = try await server.engine.score(asOf: nil) { Detector().findings(in: $0) }
            #expect(report.exchanges > 0)
            #expect(
                try await server.engine.page(after: nil, limit: 10_000, includesText: true).records.isEmpty == false)
        }
    }

    @Test func `one clock that runs ahead does not move the time of all the others`() async throws {
        try await TestServer.run { server in
            let intake = LogIntake(into: server.engine, quarantine: server.directory)
            let ahead = LogSample.good("late").replacing("2026-05-21", with: "9999-12-31")
            let log = (0..<5).map { LogSample.good("r\($0)") } + [ahead]
            _ = try await intake.take(.bytes(Array(log.joined(separator: "\n").utf8), name: "x"), reader: LogReader())
            let report = try await server.engine.score(asOf: nil) { Detector().findings(in: $0) }
            #expect(report.exchanges == 5)
            #expect(report.asOf.text.hasPrefix("2026-05-21"))
            #expect(
                report.notes.first
                    == "exchanges more than a day ahead of this machine's clock, which do not count yet: 1")
        }
    }

    @Test func `the same id with other content is kept aside and the first one stays`() async throws {
        try await TestServer.run { server in
            let intake = LogIntake(into: server.engine, quarantine: server.directory)
            let other = LogSample.good("a").replacing("acct-1", with: "acct-2")
            let log = [LogSample.good("a"), LogSample.good("a"), other, LogSample.good("b")].joined(separator: "\n")
            let summary = try await intake.take(.bytes(Array(log.utf8), name: "x"), reader: LogReader())
            #expect(summary.new == 2 && summary.known == 1 && summary.quarantined == 1)
            #expect(try await server.engine.exchange(.init("a"), for: .init("ana"))?.account == .init("acct-1"))
        }
    }

    @Test func `a trace export that is refused says in its answer why`() async throws {
        try await TestServer.run { server in
            let token = try await server.token(.ingest)
            let line = LogSample.otlp.line.replacing("1779333247120000000", with: "0")
            let answer = try await server.send("/v1/traces", token: token, body: Array(line.utf8))
            #expect(answer.status == 200)
            #expect(
                answer.text.contains("v1-traces, record 1, part 1: The field startTimeUnixNano is missing or empty."))
            let deep = try await server.send(
                "/v1/traces", token: token,
                body: Array(("{\"resourceSpans\":" + String(repeating: "[", count: 10_000)).utf8))
            #expect(deep.text.contains("nested more than 128 deep"))
        }
    }
}
