import Testing

@testable import Detection

struct StartBitsTests {
    /// Bins in rising order, each once, of which some days have none.
    private func bins(_ share: UInt64, _ random: inout FixedChance) -> [Int32] {
        let firstDay = Int32(random.next() % 5) + 20_000
        return (0..<(6 * 144)).compactMap { (bin: Int32) in
            let isThere = random.next() % 100 < share && (bin / 144) % 3 != Int32(share % 3)
            return isThere ? firstDay * 144 + bin : nil
        }
    }

    private func common(_ one: [Int32], _ other: [Int32]) -> (bins: Int, days: Int) {
        let both = Set(one).intersection(other)
        return (both.count, Set(both.map { $0 / 144 }).count)
    }

    @Test func `bits have the same bins and days in common as lists`() throws {
        var random = FixedChance(seed: 7)
        for round in 0..<400 {
            let one = bins(UInt64(30 + round % 60), &random)
            let other = bins(UInt64(5 + round % 90), &random)
            let bits = try #require(StartBits(one, ofDay: 144))
            let wanted = common(one, other)
            #expect(bits.common(other) == wanted)
            if let others = StartBits(other, ofDay: 144) {
                #expect(bits.common(others) == wanted)
                #expect(others.common(one) == wanted)
            }
        }
    }

    @Test func `few bins stay a list`() {
        #expect(StartBits([], ofDay: 144) == nil)
        #expect(StartBits([20_000 * 144, 20_030 * 144], ofDay: 144) == nil)
        #expect(StartBits([-200, -100, -50, -1], ofDay: 144) == nil)
    }
}

/// Numbers that are the same in every run.
private struct FixedChance {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }
}
