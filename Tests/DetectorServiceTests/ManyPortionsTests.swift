import Detection
import DetectorEngine
import DetectorService
import Digests
import Evidence
import Foundation
import HostileText
import LogFormats
import TestSupport
import Testing

/// A log of so many lines that several threads read it.
struct ManyPortionsTests {
    /// Every 1,000th line is none; the line before the last repeats the first, and the last says something else of it.
    private func lines(_ count: Int) -> [String] {
        var lines = (1...count).map { number in
            number % 1_000 == 0 ? "no record \(number)" : LogSample.good("r\(number)")
        }
        lines.append(LogSample.good("r1"))
        lines.append(LogSample.good("r1").replacing("acct-1", with: "acct-2"))
        return lines
    }

    private func bytes(_ lines: [String]) -> [UInt8] { Array(lines.joined(separator: "\n").utf8) }

    @Test func `threads that read one log store it as one would, in its order`() async throws {
        try await TestServer.run { server in
            let intake = LogIntake(into: server.engine, quarantine: server.directory)
            let log = bytes(lines(13_000))
            var alone: [String] = []
            try LogReader().read(.bytes(log, name: "x")) { item in
                if case .exchange(let logged, _) = item { alone.append(logged.exchange.id.text.verbatim) }
            }
            let summary = try await intake.take(.bytes(log, name: "x"), reader: LogReader())
            #expect(summary.read == 13_002 && summary.new == 12_987 && summary.known == 1)
            #expect(summary.firstRefusals.first?.verbatim.hasPrefix("x, record 1000: ") == true)
            let quarantine = try #require(summary.quarantineFiles.first)
            let kept = try String(contentsOfFile: quarantine, encoding: .utf8).split(separator: "\n")
            let places = kept.map { $0.firstMatch(of: /"line":(\d+)/)?.1 ?? "" }
            #expect(places == (1...13).map { "\($0 * 1_000)" } + ["13002"])
            let stored = try await server.engine.unbiasedInput().exchanges.map(\.id.text.verbatim)
            #expect(alone.count == 12_989 && stored == Array(alone.dropLast(2)))
        }
    }

    @Test(arguments: [1, 4_000, 8_000, 9_000])
    func `a stream that breaks off after any number of portions gives what came before, and says so`(
        count: Int
    ) async throws {
        try await TestServer.run { server in
            let intake = LogIntake(into: server.engine, quarantine: server.directory)
            let packed = try Gzip.deflate(((1...count).map { LogSample.good("r\($0)") }.joined(separator: "\n")).utf8)
            let summary = try await intake.take(.bytes(packed.dropLast(1), name: "x"), reader: LogReader())
            #expect(summary.new == count && summary.quarantined == 1)
            #expect(summary.firstRefusals.first?.verbatim.hasPrefix("x, record \(count + 1): The gzip stream") == true)
        }
    }

    @Test func `a source that cannot be read to its end is an error after all that came before`() async throws {
        try await TestServer.run { server in
            let intake = LogIntake(into: server.engine, quarantine: server.directory)
            let log = bytes((1...20_000).map { LogSample.good("r\($0)") })
            var options = LogOptions()
            options.maximumSourceBytes = log.count - 1
            await #expect(throws: LogSourceError.tooLarge(UntrustedText("x"), limit: log.count - 1)) {
                _ = try await intake.take(.bytes(log, name: "x"), reader: LogReader(options: options))
            }
            let stored = try await server.engine.unbiasedInput().exchanges.count
            #expect(stored > 15_000 && stored < 20_000)
        }
    }
}
