import Digests
import Evidence
import Foundation
import HostileText
import LogFormats
import TestSupport
import Testing

/// Reads a record between two good ones, which must both come out, and looks at every refusal.
private func readBetween(_ middle: [UInt8], format: LogFormat = .auto) throws -> Reading {
    let log = Array((LogSample.good("first") + "\n").utf8) + middle + Array(("\n" + LogSample.good("last")).utf8)
    let read = try Reading(log, format: format)
    #expect(read.exchanges.first?.exchange.id == ExchangeID("first"))
    #expect(read.exchanges.last?.exchange.id == ExchangeID("last"))
    for refusal in read.refusals {
        #expect(refusal.place.record > 1)
        #expect(refusal.place.source == UntrustedText("test.log"))
        #expect(!refusal.sentence.isEmpty && refusal.advice.hasSuffix("."))
    }
    return read
}

struct `Damaged logs` {
    @Test(arguments: LogSample.allCases)
    func `Two thousand damaged records neither fail nor cost their neighbours`(_ sample: LogSample) throws {
        var mutation = Mutation(seed: 4)
        var refused = 0
        for _ in 0..<2_000 {
            refused += try readBetween(mutation.damaged(Array(sample.line.utf8))).refusals.count
        }
        #expect(refused > 600, "most of them are no records any more")
    }

    @Test(arguments: LogSample.allCases)
    func `A record cut at any byte is refused, and its neighbours go in`(_ sample: LogSample) throws {
        let whole = Array(sample.line.utf8)
        for count in 1..<whole.count {
            let read = try readBetween(Array(whole[..<count]))
            #expect(read.exchanges.count == 2)
            #expect(read.refusals.map(\.place.record) == [2])
            guard case .notJSON = read.refusals.first?.reason else {
                Issue.record("cut after \(count) bytes: \(String(describing: read.refusals.first))")
                return
            }
        }
        #expect(try readBetween(whole).exchanges.count == 3)
    }

    @Test(arguments: LogSample.allCases)
    func `Each value of each other type is refused by its field or not available`(_ sample: LogSample) throws {
        let lines = try mistyped(sample.line)
        #expect(lines.count > 400)
        for line in lines {
            let read = try readBetween(Array(line.utf8))
            #expect(read.exchanges.count + read.refusals.count <= 3)
            for logged in read.exchanges {
                let usage = logged.exchange.usage
                for count in [usage.input, usage.output, usage.reasoning, usage.cached, logged.exchange.origin.asn] {
                    #expect((0...1 << 32).contains(count ?? 0))
                }
                #expect((usage.cost ?? 0).magnitude <= 1e12)
            }
        }
    }

    @Test(arguments: ["[", "{\"a\":"])
    func `Nesting ten thousand deep is refused in every format, wrapped into strings too`(_ open: String) throws {
        let deep = String(repeating: open, count: 10_000)
        for sample in LogSample.allCases {
            let read = try readBetween(Array((sample.line.dropLast() + ",\"deep\":" + deep).utf8))
            #expect(read.exchanges.count == 2)
            #expect(read.refusals.first?.sentence.contains("nested more than 128 deep") == true)
        }
        let escaped = deep.replacing("\"", with: "\\\"")
        let wrapped = LogSample.litellm.line.replacing(#""metadata":{"#, with: #""metadata":"\#(escaped)","x":{"#)
        #expect(try readBetween(Array(wrapped.utf8)).exchanges.count == 3)
    }

    @Test func `Records of more values than fit into memory are refused in JSON and in protobuf`() throws {
        let many = LogSample.good("many").dropLast() + ",\"x\":[" + String(repeating: "[],", count: 4_000_000) + "0]}"
        let read = try readBetween(Array(many.utf8))
        #expect(read.refusals.map(\.reason) == [.tooManyValues(limit: 4_000_000)])
        // Two million empty spans of two bytes each, in one scope of one resource.
        func message(_ field: UInt8, _ content: [UInt8]) -> [UInt8] {
            var length = content.count
            var bytes = [field << 3 | 2]
            while length >= 0x80 {
                bytes.append(UInt8(length & 0x7f) | 0x80)
                length >>= 7
            }
            return bytes + [UInt8(length)] + content
        }
        let spans = (0..<2_000_000).flatMap { _ in [0x12, 0x00] as [UInt8] }
        let body = message(1, message(2, spans))
        #expect(try Reading(body, format: .otlp).refusals.map(\.reason) == [.tooManyValues(limit: 4_000_000)])
        #expect(try Reading(message(1, message(2, Array(spans.prefix(2_000))))).summary.contextSpans == 1_000)
    }
}
