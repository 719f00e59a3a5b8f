import Testing

@testable import Detection

@Suite("Baselines")
struct BaselineTests {
    private func prompts(_ starts: [Int]) -> [[UInt64]] {
        starts.map { start in (start..<(start + 30)).map { StableHash.mix(UInt64($0)) }.sorted() }
    }

    @Test func `the normal quantile is that of the standard normal distribution`() {
        #expect(abs(Prada.normalQuantile(0.975) - 1.959964) < 1e-4)
        #expect(abs(Prada.normalQuantile(0.5)) < 1e-5)
    }

    @Test func `normal scores are normal and two clumps are not`() {
        let normal = (1..<60).map { Prada.normalQuantile(Double($0) / 60) }
        #expect(Prada.normality(normal) > 0.98)
        #expect(Prada.normality((0..<60).map { $0 < 30 ? 0 : 1 }) < 0.8)
    }

    @Test func `an account that repeats itself has near-duplicates`() {
        let scores = OwnNearDuplicates.scores([
            prompts([0, 2, 4, 6, 8]), prompts([0, 100, 200, 300, 400]), prompts([0]),
        ])
        #expect(scores == [0.8, 0, -1])
    }

    @Test func `a window unlike the others has the larger discrepancy`() {
        let others = (0..<30).map { account in prompts((0..<6).map { account * 1_000 + $0 * 100 }) }
        let odd = prompts([77_000, 77_001, 77_002, 77_003, 77_004, 77_005])
        let scores = WindowMMD.scores(others + [odd])
        #expect(scores.dropLast().allSatisfy { $0 < scores[30] })
    }
}
