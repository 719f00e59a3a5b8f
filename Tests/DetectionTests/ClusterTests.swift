import Evidence
import HostileText
import Testing

@testable import Detection

@Suite("Clusters")
struct ClusterTests {
    private func findings(_ world: SmallWorld) -> Findings {
        Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
    }

    private func members(of cluster: Cluster, in findings: Findings) -> Set<String> {
        Set(findings.memberships.filter { $0.cluster == cluster.id }.map(\.account.text.verbatim))
    }

    /// Two groups of five in which everybody says the same, with targets given by group.
    private func joined(_ targets: [[Int]], tiedWith weight: Double = 1) -> [[Int]] {
        let ties = (0..<10).map { one in
            (0..<10).filter { $0 != one }.map { ContentTies.Tie(other: $0, weight: weight) }
        }
        let pools = Pools(
            [Array(0..<5), Array(5..<10)], content: ties, targets: (0..<10).map { targets[$0 / 5] })
        return pools.joined(where: [true, false])
    }

    private func counts(_ pairs: [CapabilityTarget: Int]) -> [Int] {
        CapabilityTarget.allCases.map { pairs[$0] ?? 0 }
    }

    @Test func `pools that say the same and extract the same are one`() {
        let same = [
            counts([.agenticCoding: 60, .toolOrchestration: 30, .general: 10]),
            counts([.agenticCoding: 50, .toolOrchestration: 35, .general: 30]),
        ]
        #expect(joined(same) == [Array(0..<10)])
    }

    @Test func `pools that say the same and extract other things stay apart`() {
        let other = [
            counts([.agenticCoding: 60, .toolOrchestration: 30]),
            counts([.agenticPlanning: 50, .toolOrchestration: 50]),
        ]
        #expect(joined(other).count == 2)
    }

    @Test func `groups of mostly general traffic are no pools of one operator`() {
        let general = counts([.agenticCoding: 10, .general: 90])
        #expect(joined([general, general]).count == 2)
    }

    @Test func `who pays with a campaign belongs to its cluster, whatever it asks`() throws {
        var world = SmallWorld(seed: 31)
        world.addOrdinary(90, exchanges: 8)
        world.addCampaign("north", accounts: 16)
        for _ in 0..<12 {
            world.add("acct-late", at: world.anyTime(), prompt: world.words(20)) {
                $0.standing.paymentHash = "pay-north0"
            }
        }
        let findings = findings(world)
        let cluster = try #require(findings.clusters.first)
        #expect(members(of: cluster, in: findings).contains("acct-late"))
    }

    @Test func `strangers on a campaign's address range do not belong to it`() throws {
        var world = SmallWorld(seed: 32)
        world.addOrdinary(90, exchanges: 8)
        let instruction = world.words(18)
        for number in 0..<8 {
            for _ in 0..<15 {
                world.add("acct-h\(number)", at: world.anyTime(), prompt: instruction + " " + world.words(9)) {
                    $0.standing.paymentHash = "pay-h\(number)"
                    $0.origin.addressRange = "203.0.113.0/24"
                }
            }
        }
        for number in 0..<3 {
            for _ in 0..<15 {
                world.add("acct-s\(number)", at: world.officeTime(), prompt: world.words(20)) {
                    $0.origin.addressRange = "203.0.113.0/24"
                }
            }
        }
        let findings = findings(world)
        let cluster = try #require(findings.clusters.first)
        #expect(members(of: cluster, in: findings) == Set((0..<8).map { "acct-h\($0)" }))
    }

    @Test func `two customers with one wording are no cluster`() {
        var world = SmallWorld(seed: 33)
        world.addOrdinary(90, exchanges: 8)
        let instruction = world.words(18)
        for number in 0..<8 {
            for _ in 0..<15 {
                world.add("acct-v\(number)", at: world.anyTime(), prompt: instruction + " " + world.words(9)) {
                    $0.organisation = OrganisationID("org-\(number % 2)")
                    $0.standing.paymentHash = "pay-\(number % 2)"
                    $0.origin.addressRange = "203.0.113.0/24"
                }
            }
        }
        #expect(findings(world).clusters.isEmpty)
    }
}
