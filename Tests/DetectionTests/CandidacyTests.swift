import Evidence
import HostileText
import Testing

@testable import Detection

@Suite("Candidacy")
struct CandidacyTests {
    private enum Load {
        case even
        case uneven
    }

    /// What is found of ten strangers who put one instruction around what they ask, twenty times each or each far more or less often.
    private func findings(_ load: Load) -> Findings {
        Detector().findings(in: input(load))
    }

    private func input(_ load: Load) -> DetectionInput {
        var world = SmallWorld(seed: 41)
        world.addOrdinary(60)
        let fixed = world.words(18)
        for number in 0..<10 {
            let times = load == .even ? 20 : [8, 8, 9, 9, 10, 12, 20, 40, 90, 200][number]
            for _ in 0..<times {
                world.add(
                    "acct-s\(number)", at: world.officeTime(),
                    prompt: world.words(12) + " " + fixed + " " + world.words(6)
                ) {
                    $0.standing.paymentHash = "pay-s\(number)"
                    $0.origin.addressRange = "203.0.113.\(number)/32"
                    $0.origin.userAgent = UntrustedText("app/\(number % 7)")
                }
            }
        }
        return DetectionInput(exchanges: world.exchanges, asOf: world.asOf)
    }

    @Test func `strangers with one wording whose load is even are a candidate`() throws {
        let found = findings(.even)
        #expect(found.clusters.map(\.status) == [.candidate])
        #expect(found.memberships.count == 10)
        #expect(!found.notes.contains { $0.contains("in no cluster") })
    }

    @Test
    func `strangers with one wording who do nothing else that speaks for a harvest are none, and a note says why`() {
        let found = findings(.uneven)
        #expect(found.clusters.isEmpty)
        #expect(found.memberships.isEmpty)
        #expect(
            found.notes.contains(
                "10 accounts in 1 group say the same among themselves, and are in no cluster: nothing else that they do speaks for a harvest"
            ))
    }

    @Test func `measures that follow the clusters that are left are those made of them alone`() {
        var observed = Observations(input(.uneven))
        let compared = TextComparison(observed)
        let members = Array(observed.intake.accounts.indices.prefix(10))
        let cluster = ClusterFinder.Found(
            members: members, kinds: [.content], status: .candidate, coverage: [.content: 1], values: [], core: members,
            inStep: members)
        observed.settle(on: [cluster], comparing: compared)
        var measures = AccountMeasures(observed)
        observed.settle(on: [], comparing: compared)
        let anew = AccountMeasures(observed).ofAccount
        #expect(members.allSatisfy { measures.ofAccount[$0] != anew[$0] })
        measures.follow(observed)
        #expect(anew.indices.allSatisfy { measures.ofAccount[$0] == anew[$0] })
        var early = AccountMeasures(beforeClusters: Observations(input(.uneven)))
        #expect(anew.indices.allSatisfy { early.ofAccount[$0] != anew[$0] })
        early.follow(observed)
        #expect(anew.indices.allSatisfy { early.ofAccount[$0] == anew[$0] })
    }

    @Test func `who is in no cluster has no load to share, and what is shown still adds up to the score`() throws {
        let found = findings(.uneven)
        for account in found.accounts where account.id.text.verbatim.hasPrefix("acct-s") {
            let own = found.signals.filter { $0.subject == .account(account.id) }
            #expect(own.first { $0.name == .loadBalance }?.value == nil)
            let sum = own.reduce(0) { $0 + $1.contribution }
            #expect(abs(ScoreModel.shipped.score(contributions: sum) - (try #require(account.score))) < 1e-9)
        }
    }
}
