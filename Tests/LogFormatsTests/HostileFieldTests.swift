import Digests
import Evidence
import Foundation
import HostileText
import LogFormats
import TestSupport
import Testing

struct `Hostile fields and encodings` {
    @Test(arguments: [
        (String.Encoding.utf16, "UTF-16"), (.utf16LittleEndian, "UTF-16"), (.utf16BigEndian, "UTF-16"),
        (.utf32, "UTF-32"),
    ])
    func `A log in another encoding is refused once, with the way out`(_ encoding: String.Encoding, name: String) throws
    {
        let text = LogSample.good("a") + "\n" + LogSample.good("b") + "\n"
        let read = try Reading(Array(try #require(text.data(using: encoding))))
        let refusal = try #require(read.refusals.first)
        #expect(read.refusals.count == 1 && read.exchanges.isEmpty)
        #expect(refusal.sentence == "The log is \(name), which is not read.")
        #expect(refusal.advice.contains("iconv -f \(name) -t UTF-8"))
    }

    @Test func `A log in a packing other than gzip is refused once, with the way out`() throws {
        for (bytes, name) in [
            ([0x28, 0xb5, 0x2f, 0xfd, 0x24, 0x0a] as [UInt8], "Zstandard"), (Array("PK\u{3}\u{4}x\n".utf8), "ZIP"),
        ] {
            let read = try Reading(bytes)
            #expect(read.refusals.count == 1)
            #expect(read.refusals.first?.sentence.contains(name) == true)
        }
    }

    @Test func `Latin-1, lone surrogates and NUL cost a character and no record`() throws {
        let latin =
            Array(#"{"id":"r1","time":1,"account":"caf"#.utf8) + [0xe9] + Array(#"","prompt":"a\ud800b\u0000c"#.utf8)
            + [0x00] + Array(#""}"#.utf8)
        let exchange = try #require(try Reading(latin).exchange)
        #expect(exchange.account == AccountID("caf\u{fffd}"))
        #expect(exchange.text?.messages.first?.content == UntrustedText("a\u{fffd}b\u{0}c\u{0}"))
    }

    @Test(arguments: [
        #""1900-01-01T00:00:00Z""#, #""-1""#, "-1", "1779333247120000000", #""10000-01-01T00:00:00Z""#, "1e30",
        #""0000-00-00T00:00:00Z""#,
        #""2026-02-30T00:00:00Z""#, "[1]", "{}",
    ])
    func `A time outside 1970 to 9999 or in nanoseconds is refused by its field`(_ time: String) throws {
        let line = LogSample.good("r").replacing(#""2026-05-21T03:14:07.120Z""#, with: time)
        let refusal = try #require(try Reading(line).refusals.first)
        #expect(refusal.field == "time")
        #expect(refusal.sentence == "The field time is not a time between 1970 and 9999.")
        #expect(refusal.advice.contains("RFC 3339"))
    }

    @Test func `A span's time in milliseconds or after 9999 is read or refused, and never traps`() throws {
        for time in ["1779333247120", "18446744073709551615", "-5", "9223372036854775807", "1e40"] {
            let line = LogSample.otlp.line.replacing("1779333247120000000", with: time)
            let read = try Reading(line)
            #expect(read.exchanges.count + read.refusals.count == 1)
            #expect(read.refusals.allSatisfy { $0.field == "startTimeUnixNano" })
        }
    }

    @Test func `Counts beyond any response are not available, wherever they stand`() throws {
        for count in ["9223372036854775807", "-1", "1e18", "\"9223372036854775807\""] {
            let plain = LogSample.plain.line.replacing(#""input_tokens":812"#, with: #""input_tokens":\#(count)"#)
            let read = try Reading(plain)
            #expect(read.exchange?.usage.input == nil)
            #expect(read.summary.unusableFields == ["input_tokens": 1])
            let litellm = LogSample.litellm.line.replacing(
                #""reasoning_tokens":5"#, with: #""reasoning_tokens":\#(count)"#)
            #expect(try Reading(litellm).exchange?.usage.reasoning == nil)
        }
    }

    @Test func `Names longer than names are not available, and such an id refuses its record`() throws {
        let long = String(repeating: "x", count: 20_000)
        for field in ["id", "account"] {
            let line = LogSample.plain.line.replacing(
                #""\#(field)":"\#(field == "id" ? "req_01" : "acct-7f3a91c2")""#, with: #""\#(field)":"\#(long)""#)
            let refusal = try #require(try Reading(line).refusals.first)
            #expect(refusal.field == field)
            #expect(refusal.reason == .longField(bytes: 20_000, limit: 1_024))
        }
        let model = try Reading(LogSample.plain.line.replacing(#""model":"model-b""#, with: #""model":"\#(long)""#))
        #expect(model.exchange != nil && model.exchange?.model == nil)
        #expect(model.summary.unusableFields == ["model": 1])
        let user = LogSample.litellm.line.replacing(
            #""user_api_key_user_id":"u-1""#, with: #""user_api_key_user_id":"\#(long)""#)
        #expect(try Reading(user).refusals.first?.field == "user")
        let span = LogSample.otlp.line.replacing("acct-123", with: long)
        #expect(try Reading(span).refusals.first?.field == "user.id")
    }

    @Test func `A refused record is kept up to a mebibyte`() throws {
        let line = "{\"x\":\"" + String(repeating: "y", count: 3 << 20) + "\"}"
        #expect(try Reading(line, format: .jsonl).refusals.first?.bytes.count == Refusal.longestSample)
    }

    @Test func `A gzip stream cut at any byte says so, and gives what came before`() throws {
        let text = (0..<40).map { LogSample.good("r\($0)") }.joined(separator: "\n")
        let packed = try Gzip.deflate(text.utf8)
        for count in 2..<packed.count {
            let read = try Reading(Array(packed[..<count]))
            #expect(read.refusals.last?.reason == .damagedGzip)
            #expect(read.refusals.last?.advice.isEmpty == false)
            #expect(read.refusals.count <= 2)
        }
        for place in stride(from: 10, to: packed.count, by: 3) {
            var damaged = packed
            damaged[place] ^= 0x55
            _ = try Reading(damaged)
        }
    }
}
