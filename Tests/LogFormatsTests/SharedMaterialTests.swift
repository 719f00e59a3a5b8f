import Evidence
import Foundation
import HostileText
import LogFormats
import Testing

private func shared(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: try #require(sharedDirectory)).appending(path: path)))
}

@Suite(.enabled(if: sharedDirectory != nil, "STILLWATCH_SHARED is not set"))
struct `Material outside the repository` {
    @Test func `The callback payload of a real client arrives as one exchange a call`() throws {
        let read = try Reading(try shared("corpora/samples/litellm-generic-api.json"))
        #expect(read.exchanges.count == 2)
        #expect(read.refusals.isEmpty)
        #expect(read.summary.unusableFields.isEmpty)
        for logged in read.exchanges {
            #expect(logged.exchange.account == AccountID("acct-123"))
            #expect(logged.exchange.conversation == ConversationID("s-1"))
            #expect(logged.exchange.usage.input == 10)
            #expect(logged.exchange.usage.output == 20)
            #expect(logged.exchange.model != nil)
            #expect(logged.exchange.parameters.temperature == 0.2)
            #expect(logged.exchange.text?.messages.map(\.role) == [.system, .user])
            #expect(logged.exchange.text?.response != nil)
            #expect(logged.secrets.address == UntrustedText("203.0.113.9"))
            #expect(logged.secrets.apiKey == UntrustedText("abc"))
        }
    }

    @Test func `The trace export of a real client arrives as one exchange a call, without a conversation`() throws {
        let read = try Reading(try shared("corpora/samples/otlp-traces-litellm.pb"))
        let logged = try #require(read.only)
        #expect(read.summary.contextSpans == 1)
        #expect(logged.exchange.account == AccountID("acct-123"))
        #expect(logged.exchange.conversation == nil)
        #expect(logged.exchange.usage.input == 10)
        #expect(logged.exchange.usage.output == 20)
        #expect(logged.exchange.parameters.stream == false)
        #expect(logged.exchange.status == .ok)
        #expect(logged.exchange.text?.messages.map(\.role) == [.system, .user])
        #expect(logged.exchange.text?.response != nil)
        #expect(logged.secrets.address == UntrustedText("203.0.113.9"))
        #expect(logged.secrets.apiKey == UntrustedText("abc"))
    }

    /// The texts of the corpus, as UTF-16 code units: some are lone surrogates, which no Swift string holds.
    private func payloads() throws -> [(escaped: String, raw: [UInt8])] {
        let corpus = String(decoding: try shared("hostile/corpus.json"), as: UTF8.self)
        // The payloads are taken as they are escaped in the file: whatever reads JSON on the way would repair them.
        return corpus.matches(of: /"payload":\s*"((?:[^"\\]|\\.)*)"/).map { match in
            (String(match.1), HostileBytes.raw(escaped: match.1))
        }
    }

    @Test func `No hostile payload loses a record, as an escape or as raw bytes`() throws {
        let payloads = try payloads()
        #expect(payloads.count == 126)
        var log: [UInt8] = []
        for (escaped, raw) in payloads {
            for text in [Array(escaped.utf8), raw] {
                let fields = ["account", "model", "user_agent", "prompt"].flatMap { name in
                    Array(",\"\(name)\":\"".utf8) + text + Array("\"".utf8)
                }
                log +=
                    Array(#"{"id":"r","time":1"#.utf8) + fields + Array(#","tools":[""#.utf8) + text
                    + Array("\"]}\n".utf8)
            }
        }
        let read = try Reading(log)
        #expect(read.refusals.map(\.sentence).isEmpty)
        #expect(read.exchanges.count == 252)
        for (one, other) in zip(read.exchanges.indices, read.exchanges.indices.dropFirst()) where one.isMultiple(of: 2)
        {
            let escaped = read.exchanges[one].exchange
            let raw = read.exchanges[other].exchange
            #expect(escaped.account.text == escaped.model)
            #expect(escaped.origin.userAgent == escaped.text?.prompt)
            #expect(escaped.tools?.first?.name == escaped.model)
            #expect(raw.account.text == raw.model)
            #expect(!escaped.account.text.isEmpty)
        }
    }
}
