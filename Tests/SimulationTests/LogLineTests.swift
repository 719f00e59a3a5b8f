import Evidence
import Foundation
import HostileText
import Testing

@testable import Simulation

@Suite struct LogLineTests {
    @Test func `every line of a log is strict JSON with the required fields`() throws {
        for exchange in try Simulator(Scenario(accounts: 60, exchanges: 800, seed: 13)) {
            let line = LogLine.bytes(of: exchange.logged)
            #expect(!line.contains(10))
            let read = try JSONSerialization.jsonObject(with: Data(line))
            let object = try #require(read as? [String: Any])
            #expect(object["id"] as? String == exchange.logged.exchange.id.text.verbatim)
            #expect(object["account"] as? String == exchange.logged.exchange.account.text.verbatim)
            #expect(object["time"] as? String == exchange.logged.exchange.at.text)
            let truth = try JSONDecoder().decode(ExchangeTruth.self, from: Data(LogLine.bytes(of: exchange.truth)))
            #expect(truth == exchange.truth)
        }
    }

    @Test func `a hostile text comes back from its line as it was, and nothing of it acts in the line`() throws {
        let hostile =
            "\u{1b}]0;x\u{7}\"\\\n\r\t\u{0}\u{85}\u{202e}\u{200b}\u{2028}\u{e0041}\u{feff}é漢\u{1f468}\u{200d}\u{1f469}"
        var exchange = Exchange(id: ExchangeID("a\"b"), account: AccountID("acct-1"), at: Instant(milliseconds: 0))
        exchange.text = ExchangeText(messages: [Message(role: .user, content: UntrustedText(hostile))])
        let line = LogLine.bytes(of: LoggedExchange(exchange))
        let text = String(decoding: line, as: UTF8.self)
        #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7f...0x9f).contains($0.value) })
        for hidden: Unicode.Scalar in ["\u{202e}", "\u{200b}", "\u{2028}", "\u{e0041}", "\u{feff}", "\u{200d}"] {
            #expect(!text.unicodeScalars.contains(hidden))
        }
        let read = try JSONSerialization.jsonObject(with: Data(line))
        let messages = try #require((read as? [String: Any])?["messages"] as? [[String: Any]])
        let content = try #require(messages.first?["content"] as? String)
        #expect(UntrustedText(content) == UntrustedText(hostile))
    }

    @Test func `what is not available is left out of the line`() {
        let exchange = Exchange(id: ExchangeID("r"), account: AccountID("a"), at: Instant(milliseconds: 0))
        let line = String(decoding: LogLine.bytes(of: LoggedExchange(exchange)), as: UTF8.self)
        #expect(line == #"{"id":"r","time":"1970-01-01T00:00:00.000Z","account":"a"}"#)
    }

    @Test func `without text a log carries no prompt, response or system prompt`() throws {
        var scenario = Scenario(accounts: 40, exchanges: 300, seed: 6)
        scenario.withoutText = true
        for exchange in try Simulator(scenario) {
            #expect(exchange.logged.exchange.text == nil)
            #expect(exchange.logged.exchange.usage.input != nil)
        }
    }

    @Test func `no slot of a pattern is left unfilled`() throws {
        let slot = try Regex("<[A-Za-z]+>")
        for style in [Scenario.TemplateStyle.fixed, .paraphrased, .none] {
            var scenario = Scenario(accounts: 120, exchanges: 1_500, seed: 3)
            scenario.template = style
            for exchange in try Simulator(scenario) {
                let text = String(decoding: LogLine.bytes(of: exchange.logged), as: UTF8.self)
                #expect(text.firstMatch(of: slot) == nil)
            }
        }
    }

    @Test func `hidden characters occur in some prompts, and other scripts too`() throws {
        var hidden = 0
        var others = 0
        for exchange in try Simulator(Scenario(accounts: 300, exchanges: 6_000, seed: 7)) {
            let prompt = exchange.logged.exchange.text?.prompt?.verbatim ?? ""
            if prompt.unicodeScalars.contains(where: { $0.properties.generalCategory == .format }) { hidden += 1 }
            if prompt.unicodeScalars.contains(where: { (0x3040...0x9fff).contains($0.value) }) { others += 1 }
        }
        #expect(hidden > 0)
        #expect(others > 30)
    }
}
