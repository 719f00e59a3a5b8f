import Evidence
import EvidenceCache
import HostileText
import Testing

@testable import Console

@Suite struct ClusterSketchTests {
    private func value(_ id: String, _ members: Int, _ rarity: Double, isMuted: Bool = false) -> IndicatorRow {
        let indicator = Indicator(
            id: IndicatorID(id), kind: .payment, value: UntrustedText(id), accounts: members, ordinaryAccounts: 0,
            rarity: rarity)
        return IndicatorRow(indicator: indicator, members: members, isMuted: isMuted)
    }

    @Test func `values of just the same members are one`() {
        let choice = ValueChoice(
            values: [value("a", 3, 1), value("b", 3, 1), value("c", 4, 0.5)],
            groups: [.init(holding: 0b011, count: 3), .init(holding: 0b100, count: 4)], most: 9)
        #expect(choice.picks.map(\.places) == [[2], [0, 1]])
    }

    @Test func `a muted value is not drawn`() {
        let choice = ValueChoice(
            values: [value("a", 3, 1, isMuted: true), value("b", 2, 1)],
            groups: [.init(holding: 0b01, count: 1), .init(holding: 0b11, count: 2)], most: 9)
        #expect(choice.picks.map(\.places) == [[1]])
    }

    @Test func `a member's line goes to the rarest only, and from there to what that implies`() {
        let choice = ValueChoice(
            values: [value("all", 9, 1), value("some", 4, 1)],
            groups: [.init(holding: 0b11, count: 4), .init(holding: 0b01, count: 5)], most: 9)
        #expect(choice.picks.map(\.places) == [[0], [1]])
        #expect(choice.telling(0b11) == [1])
        #expect(choice.telling(0b01) == [0])
        #expect(choice.implications.map(\.from) == [1])
        #expect(choice.implications.map(\.to) == [0])
    }

    @Test func `what everybody has is left out where nothing is news of it`() {
        let choice = ValueChoice(
            values: [value("rare", 5, 1), value("common", 5, 0.1)],
            groups: [.init(holding: 0b01, count: 1), .init(holding: 0b11, count: 4), .init(holding: 0b10, count: 1)],
            most: 9, least: 0)
        #expect(choice.picks.map(\.places) == [[0], [1]])
        let known = ValueChoice(
            values: [value("rare", 5, 1), value("common", 4, 0.1)],
            groups: [.init(holding: 0b01, count: 1), .init(holding: 0b11, count: 4)], most: 9, least: 0)
        #expect(known.picks.map(\.places) == [[0]])
    }
}
