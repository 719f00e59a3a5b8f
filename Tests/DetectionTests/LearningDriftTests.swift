import Detection
import Evidence
import Foundation
import HostileText
import Testing

private func signals(_ values: [Double?], _ name: SignalName = .circadian) -> [Signal] {
    values.enumerated().map { number, value in
        Signal(subject: .account(AccountID("acct-\(number)")), name: name, value: value, unit: "share")
    }
}

struct LearningDriftTests {
    private let even = (0..<1_000).map { Double($0) / 1_000 }

    @Test func `accounts like those of the reference have not drifted, and shifted ones have`() throws {
        let reference = try #require(SignalReference(signals(even)))
        #expect(reference.accounts == 1_000)
        let same = try #require(SignalDrift.measure(signals(even.reversed()), against: reference).first)
        #expect(same.index == 0)
        let shifted = SignalDrift.measure(signals(even.map { $0 + 0.3 }), against: reference)
        #expect(try #require(shifted.first).index > SignalDrift.limit)
        #expect(try #require(shifted.first).note.contains("circadian has drifted"))
        let tail = SignalDrift.measure(signals(even.map { $0 + 0.01 }), against: reference)
        #expect(try #require(tail.first).index < 0.1)
    }

    @Test func `the index is the sum over bins of the differences times the logarithms of the ratios`() throws {
        // Half of the accounts at 0 and half at 1, then a quarter at 0 and three quarters at 1.
        let reference = try #require(SignalReference(signals((0..<400).map { $0 < 200 ? 0 : 1 })))
        let drift = SignalDrift.measure(signals((0..<400).map { $0 < 100 ? 0 : 1 }), against: reference)
        let expected = (0.25 - 0.5) * log(0.5) + (0.75 - 0.5) * log(1.5)
        #expect(abs(try #require(drift.first).index - expected) < 1e-9)
    }

    @Test func `a signal that is no longer available has drifted, and says so`() throws {
        let reference = try #require(SignalReference(signals(even)))
        let drift = try #require(
            SignalDrift.measure(signals(even.map { $0 < 0.5 ? nil : $0 }), against: reference).first)
        #expect(drift.index > SignalDrift.limit)
        #expect(drift.availableThen == 1 && abs(drift.availableNow - 0.5) < 0.01)
    }

    @Test func `few accounts make no reference and are held against none`() throws {
        #expect(SignalReference(signals(Array(even.prefix(199)))) == nil)
        let reference = try #require(SignalReference(signals(even)))
        #expect(SignalDrift.measure(signals(Array(even.prefix(199))), against: reference).isEmpty)
    }
}
