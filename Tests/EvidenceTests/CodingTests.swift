import Evidence
import Foundation
import HostileText
import Testing

@Suite struct CodingTests {
    private func roundTrip<Value: Codable & Equatable>(_ value: Value, as json: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        #expect(String(decoding: try encoder.encode(value), as: UTF8.self) == json)
        #expect(try JSONDecoder().decode(Value.self, from: Data(json.utf8)) == value)
    }

    @Test func `choices have plain forms in JSON`() throws {
        try roundTrip(Subject.account(AccountID("acct-1")), as: #"{"id":"acct-1","kind":"account"}"#)
        try roundTrip(EvidenceReference.exchange(ExchangeID("r/1")), as: #"{"exchange":"r/1"}"#)
        try roundTrip(
            EvidenceReference.period(from: Instant(milliseconds: 1), to: Instant(milliseconds: 2)),
            as: #"{"from":1,"to":2}"#)
        try roundTrip([TextMatch.Part.system, .message(3), .response], as: #"["system",3,"response"]"#)
        try roundTrip(
            [Template.Piece.fixed(UntrustedText("a")), .slot([UntrustedText("b")])],
            as: #"[{"fixed":"a"},{"slot":["b"]}]"#)
    }

    @Test func `labels have the digits 1 to 7`() {
        #expect(Label.allCases.map(\.digit) == [1, 2, 3, 4, 5, 6, 7])
        #expect(Label(digit: 4) == .benign)
        #expect(Label(digit: 0) == nil)
        #expect(Label(digit: 8) == nil)
    }

    @Test func `the ends of an edge stand in order`() {
        let edge = Edge(AccountID("b"), AccountID("a"), weight: 1, reasons: [])
        #expect(edge.a == AccountID("a"))
        #expect(edge.b == AccountID("b"))
    }
}
