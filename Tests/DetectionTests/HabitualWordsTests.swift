import Evidence
import HostileText
import Testing

@testable import Detection

@Suite("Words that are habits")
struct HabitualWordsTests {
    /// Twelve customers who say one thing in ever other words and order, in the runs of one queue or whenever they like.
    private func world(inRuns: Bool) -> SmallWorld {
        var world = SmallWorld(seed: 71)
        world.addOrdinary(80)
        let vocabulary = (0..<16).map { "zq" + String(UnicodeScalar(UInt8(97 + $0))) }
        let runs = (0..<10).map { _ in world.anyTime() }
        for number in 0..<12 {
            for _ in 0..<20 {
                var rest = vocabulary
                let wording = (0..<12).map { _ in rest.remove(at: world.chance(rest.count)) }.joined(separator: " ")
                let time = inRuns ? runs[world.chance(10)] + Int64(world.chance(1_200_000)) : world.anyTime()
                world.add("acct-p\(number)", at: time, prompt: wording + " " + world.words(12))
            }
        }
        return world
    }

    private func findings(_ world: SmallWorld) -> Findings {
        Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
    }

    @Test func `accounts that word one instruction anew are alike, and strangers are not`() throws {
        let world = world(inRuns: true)
        let observed = Observations(DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        func numbers(_ prefix: String) -> [Int] {
            observed.intake.accounts.indices.filter {
                observed.intake.accounts[$0].text.verbatim.hasPrefix(prefix)
            }
        }
        let pool = numbers("acct-p")
        let others = numbers("acct-o")
        #expect(
            pool.dropFirst().allSatisfy {
                observed.habitual.likeness(pool[0], $0) >= Support.Manner.words.leastLikeness
            })
        #expect(others.allSatisfy { observed.habitual.likeness(pool[0], $0) < 0.1 })
    }

    @Test func `accounts with the same words that keep one time are a coordinated cluster, and say by what`() throws {
        let found = findings(world(inRuns: true))
        let cluster = try #require(found.clusters.first)
        #expect(found.clusters.count == 1)
        #expect(cluster.status == .coordinated)
        #expect(cluster.size == 12)
        #expect(cluster.reasons.contains("words of 12 accounts"))
        #expect(found.edges.contains { $0.reasons.contains { $0.kind == .content && $0.indicator == nil } })
    }

    @Test func `the same words at everybody's own times are no cluster`() {
        #expect(findings(world(inRuns: false)).clusters.isEmpty)
    }
}
