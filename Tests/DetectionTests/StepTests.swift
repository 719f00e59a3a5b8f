import Evidence
import HostileText
import Testing

@testable import Detection

/// Who is in step, in logs that are full or short.
@Suite("Step")
struct StepTests {
    private func observed(_ world: SmallWorld) -> Observations {
        Observations(DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
    }

    private func profile(_ bins: Set<Int>, of world: inout SmallWorld) -> StartProfile {
        for bin in bins.sorted() {
            world.add("acct-1", at: SmallWorld.start + Int64(bin) * 10 * Instant.minute, prompt: "one more")
        }
        let observed = observed(world)
        return StartProfile(
            observed.intake.ranges[0], observed.intake, observed.sessions, scale: StartProfile.tens)
    }

    @Test func `in a log of few accounts whose bins are all full, those that one queue feeds are in step`() throws {
        var world = SmallWorld(seed: 41)
        for number in 0..<70 {
            for _ in 0..<500 { world.add("acct-o\(number)", at: world.anyTime(), prompt: "hello") }
        }
        for _ in 0..<160 {
            let run = world.anyTime()
            for number in 0..<4 { world.add("acct-q\(number)", at: run + Int64(number), prompt: "hello") }
        }
        let observed = observed(world)
        let fed = try (0..<4).map { try #require(observed.intake.accounts.firstIndex(of: AccountID("acct-q\($0)"))) }
        for account in fed { #expect(observed.synchrony.partners[account].sorted() == fed.filter { $0 != account }) }
        #expect(observed.synchrony.partners.enumerated().allSatisfy { fed.contains($0.offset) || $0.element.isEmpty })
    }

    @Test
    func `accounts that one queue feeds now and then are nearest to each other, though no two of them are in step`()
        throws
    {
        var world = SmallWorld(seed: 43)
        for number in 0..<30 {
            for _ in 0..<260 { world.add("acct-o\(number)", at: world.anyTime(), prompt: "hello") }
        }
        let pool = (0..<8).map { "acct-q\($0)" }
        for name in pool { for _ in 0..<200 { world.add(name, at: world.anyTime(), prompt: "hello") } }
        for _ in 0..<90 {
            let run = world.anyTime()
            for name in pool { world.add(name, at: run + Int64(world.chance(1_200_000)), prompt: "hello") }
        }
        let observed = observed(world)
        let members = try pool.map { try #require(observed.intake.accounts.firstIndex(of: AccountID($0))) }.sorted()
        #expect(TimedGroups.groups(observed.synchrony, atLeast: 5) == [members])
        #expect(observed.synchrony.nearby(members) == members)
        #expect(observed.synchrony.nearby(Array(0..<20)).isEmpty)
        let inStep = members.reduce(0) { $0 + observed.synchrony.partners[$1].count }
        #expect(inStep < members.count * (members.count - 1) / 2)
    }

    @Test func `what other days explain is what a count over phases says`() {
        var chance = SmallWorld(seed: 42)
        var (first, second) = (SmallWorld(seed: 1), SmallWorld(seed: 2))
        // The world begins at midnight, so that a bin's day and phase follow from its number.
        let one = Set((0..<120).map { _ in chance.chance(5 * 144) })
        let other = Set((0..<90).map { _ in chance.chance(5 * 144) })
        let profiles = (profile(one, of: &first), profile(other, of: &second))

        var expected = 0.0
        for day in 0..<5 {
            func share(_ bins: Set<Int>, _ phase: Int) -> Double {
                let elsewhere = bins.filter { $0 / 144 != day }
                return (Double(elsewhere.count { $0 % 144 == phase }) + 0.2) / (Double(elsewhere.count) + 0.2 * 144)
            }
            let counts = (one.count { $0 / 144 == day }, other.count { $0 / 144 == day })
            let alignment = (0..<144).reduce(0) { $0 + share(one, $1) * share(other, $1) }
            expected += Double(counts.0 * counts.1) * alignment
        }
        #expect(abs(profiles.0.expectedByOtherDays(profiles.1) - expected) < 1e-9)
        #expect(abs(profiles.1.expectedByOtherDays(profiles.0) - expected) < 1e-9)
    }

    @Test func `what two accounts do on one day only is no habit of theirs`() {
        var (first, second) = (SmallWorld(seed: 3), SmallWorld(seed: 4))
        let shift = Set(50..<80)
        let one = profile(shift.union(244..<264), of: &first)
        let other = profile(shift.union(290..<310), of: &second)
        #expect(one.common(other).bins == 30)
        #expect(one.expected(other) > 1.3 * one.expectedByOtherDays(other))
    }
}
