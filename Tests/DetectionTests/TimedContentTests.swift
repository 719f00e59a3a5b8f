import Evidence
import HostileText
import Testing

@testable import Detection

@Suite("What is said at one time")
struct TimedContentTests {
    /// Thirty customers who do much of their own, and say one thing five times each: in the runs of one queue, or whenever they like.
    private func world(inRuns: Bool) -> SmallWorld {
        var world = SmallWorld(seed: 61)
        world.addOrdinary(80)
        let said = world.words(24)
        let runs = (0..<8).map { _ in world.anyTime() }
        for number in 0..<30 {
            for _ in 0..<45 { world.add("acct-c\(number)", at: world.anyTime(), prompt: world.words(15)) }
            for _ in 0..<5 {
                let time = inRuns ? runs[world.chance(8)] + Int64(world.chance(1_200_000)) : world.anyTime()
                world.add("acct-c\(number)", at: time, prompt: said + " " + world.words(15))
            }
        }
        return world
    }

    private func timed(_ world: SmallWorld) -> [SharedValue] {
        Observations(DetectionInput(exchanges: world.exchanges, asOf: world.asOf)).shared.values.filter(\.isTimed)
    }

    @Test func `an instruction that comes when a queue is worked off is known by its times`() throws {
        let value = try #require(timed(world(inRuns: true)).first)
        #expect(value.inTime.count >= 25)
        #expect(value.rarity >= SharedValues.ofTimed)
    }

    @Test func `what strangers say whenever they like keeps no time`() {
        #expect(timed(world(inRuns: false)).isEmpty)
    }

    @Test func `a tenth of the traffic of accounts that share nothing else is a coordinated cluster`() throws {
        let world = world(inRuns: true)
        let found = Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        let cluster = try #require(found.clusters.first)
        #expect(cluster.status == .coordinated)
        #expect(cluster.kinds == [.content, .timing])
        #expect(cluster.size >= 25 && cluster.size <= 30)
    }

    @Test func `what is found does not depend on the order of the exchanges`() {
        let world = world(inRuns: true)
        let one = Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        let other = Detector().findings(in: DetectionInput(exchanges: world.exchanges.reversed(), asOf: world.asOf))
        #expect(one.memberships == other.memberships)
        #expect(one.accounts == other.accounts)
    }
}
