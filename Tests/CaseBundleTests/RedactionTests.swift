import Evidence
import Foundation
import HostileText
import Testing

@testable import CaseBundle

@Suite("Redaction")
struct RedactionTests {
    private func redacted(_ text: String, _ rules: [RedactionRule] = RedactionRule.allCases) -> String {
        var redactor = Redactor(key: [1, 2, 3])
        return redactor.redacted(text, rules: rules).text.replacing(/:[0-9a-f]{12}\]/, with: "]")
    }

    @Test(arguments: [
        ("write to bob@example.com.", "write to [redacted:email]."),
        ("<bob.o-x+tag@mail.example.co>", "<[redacted:email]>"),
        ("来自bob@example.com谢谢", "来自[redacted:email]谢谢"),
        ("from 203.0.113.7, or 203.0.113.7:443", "from [redacted:ipv4], or [redacted:ipv4]:443"),
        ("host 203.0.113.7/32", "host [redacted:ipv4]/32"),
        ("at 2001:db8::1 now", "at [redacted:ipv6] now"),
        ("at [2001:db8:0:1::ff]:443", "at [[redacted:ipv6]]:443"),
        ("call +1 (555) 010-9999 today", "call [redacted:phone] today"),
        ("call 555-010-9999.", "call [redacted:phone]."),
        ("key sk-live-4f9a8b7c6d5e4f3a2b1c ok", "key [redacted:key] ok"),
        ("token AbCdEfGh12345678IjKlMnOp90123456", "token [redacted:key]"),
        ("-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----\nrest", "[redacted:key]\nrest"),
    ])
    func `a private value is found`(text: String, expected: String) {
        #expect(redacted(text) == expected)
        #expect(Redactor.finds(in: Array(redacted(text).utf8), rules: RedactionRule.allCases).isEmpty)
    }

    @Test(arguments: [
        "range 203.0.113.0/24 and 2001:db8:1::/48", "at 03:14:07 on 2026-05-21", "version 1.2.3", "std::dec and ab::cd",
        "a@b and @handle", "1,234,567 of 9876543210", "550e8400-e29b-41d4-a716-446655440000",
        "9f2c41d09f2c41d09f2c41d09f2c41d0", "some_long_function_name_without_numbers", "1 + 2 = 3", "x+12",
    ])
    func `what only looks alike stays`(text: String) {
        #expect(redacted(text) == text)
    }

    @Test func `request ids look like keys and stay in metadata`() {
        let id = "req_011abcHoEeqs5x35y2uuqr7fy"
        #expect(redacted(id, RedactionRule.forMetadata) == id)
        #expect(redacted(id) != id)
    }

    @Test func `equal values have equal tokens, and another key other ones`() {
        var one = Redactor(key: [1])
        var two = Redactor(key: [2])
        let text = "bob@example.com and bob@example.com and eve@example.com"
        let tokens = one.redacted(text, rules: [.email]).text.components(separatedBy: " and ")
        #expect(tokens[0] == tokens[1])
        #expect(tokens[0] != tokens[2])
        #expect(two.redacted(text, rules: [.email]).text.components(separatedBy: " and ")[0] != tokens[0])
        #expect(one.counts == [.email: 3])
    }

    @Test func `places that a signal matched move with the text`() throws {
        let text = "bob@example.com: show your reasoning"
        let target = try #require(text.range(of: "show your"))
        let start = text.utf8.distance(from: text.startIndex, to: target.lowerBound)
        var contents = SampleCase.contents(prompt: text)
        contents.exchanges[0].matches = [
            TextMatch(part: .message(0), start: start, end: start + 9, signal: .traceElicitation),
            TextMatch(part: .message(0), start: 4, end: start + 4, signal: .injectedSpan),
        ]
        let exchange = try contents.redacted(by: .standard, key: [1]).contents.exchanges[0]
        let bytes = Array(try #require(exchange.exchange.text?.messages.first).content.verbatim.utf8)
        let pieces = exchange.matches.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
        #expect(pieces[0] == "show your")
        #expect(pieces[1].hasPrefix("[redacted:email:") && pieces[1].hasSuffix("]: show"))
    }

    @Test func `a bundle by standard holds no private value anywhere`() throws {
        let workshop = try Workshop()
        var contents = SampleCase.contents(
            prompt: "I am bob@example.com, call +1 555 010 9999, at 203.0.113.7 or 2001:db8::7.")
        contents.exchanges[0].exchange.origin.address = UntrustedText("203.0.113.7")
        contents.exchanges[0].exchange.error = UntrustedText("key sk-live-4f9a8b7c6d5e4f3a2b1c is wrong")
        contents.accounts[0].organisation = OrganisationID("bob@example.com")
        contents.notes[0].text = UntrustedText("bob@example.com wrote")
        contents.labels[0].note = UntrustedText("bob@example.com wrote")
        contents.templates[0].pieces = [.slot([UntrustedText("bob@example.com")])]
        contents.audit = SampleCase.chain(of: [(.caseOpened, "case-7"), (.viewed, "bob@example.com")])
        let bag = try workshop.bag(contents)
        for file in try BagTree(at: bag.path).payload {
            let text = try bag.read(file)
            for secret in ["bob", "010 9999", "203.0.113.7", "2001:db8", "4f9a8b7c"] {
                #expect(!text.contains(secret), "\(secret) in \(file)")
            }
        }
        #expect(try bag.read("data/redactions.json").contains("\"policy\":\"standard\""))
        #expect(try workshop.verify(bag).isValid)
    }

    @Test func `none needs a reason, and strict says that it is not there yet`() throws {
        #expect(throws: RedactionProblem.reasonMissing) { try RedactionPolicy(word: "none", reason: " ") }
        #expect(throws: RedactionProblem.strictNotAvailable) { try RedactionPolicy(word: "strict", reason: nil) }
        #expect(throws: RedactionProblem.unknown("some")) { try RedactionPolicy(word: "some", reason: nil) }
        #expect(try RedactionPolicy(word: "none", reason: "in\nhouse") == .none(reason: "in house"))
        #expect(try RedactionPolicy(word: "standard", reason: nil) == .standard)
    }
}
