import Evidence
import HostileText
import Testing

@testable import Detection

@Suite("The dense core of a group")
struct DenseCoreTests {
    private func ties(among members: Range<Int>, of weight: Double) -> [DenseCore.Tie] {
        members.flatMap { one in
            members.filter { $0 > one }.map { DenseCore.Tie(one: one, other: $0, weight: weight) }
        }
    }

    @Test func `who is tied to the others loosely is peeled off`() {
        let loose = (6..<14).map { DenseCore.Tie(one: 0, other: $0, weight: 0.4) }
        #expect(DenseCore.core(of: 14, tiedBy: ties(among: 0..<6, of: 0.9) + loose) == Array(0..<6))
    }

    @Test func `a group whose members are tied alike is its own core`() {
        #expect(DenseCore.core(of: 9, tiedBy: ties(among: 0..<9, of: 0.3)) == Array(0..<9))
        #expect(DenseCore.core(of: 5, tiedBy: []) == Array(0..<5))
    }

    @Test func `many loose ties do not hide a core`() {
        let crowd = (0..<40).flatMap { one in
            [1, 2].map { DenseCore.Tie(one: one, other: (one + $0) % 40, weight: 0.5) }
        }
        #expect(DenseCore.core(of: 40, tiedBy: crowd + ties(among: 10..<20, of: 0.8)) == Array(10..<20))
    }

    @Test func `the order of the ties does not matter`() {
        let all = ties(among: 0..<7, of: 0.7) + (7..<12).map { DenseCore.Tie(one: $0 - 5, other: $0, weight: 0.2) }
        #expect(DenseCore.core(of: 12, tiedBy: all) == DenseCore.core(of: 12, tiedBy: all.reversed()))
    }

    @Test func `who uses a campaign's wording and shares nothing else with it is not in its core`() {
        var world = SmallWorld(seed: 71)
        world.addOrdinary(90, exchanges: 8)
        let instruction = world.words(18)
        let runs = (0..<12).map { _ in world.anyTime() }
        for number in 0..<20 {
            for run in runs {
                let time = run + Int64(world.chance(1_200_000))
                world.add("acct-h\(number)", at: time, prompt: instruction + " " + world.words(9)) {
                    $0.standing.paymentHash = "pay-h\(number)"
                    $0.origin.addressRange = "203.0.113.\(number % 2)/32"
                }
            }
        }
        for number in 0..<14 {
            for place in 0..<20 {
                let prompt = (place < 10 ? instruction + " " : "") + world.words(9)
                world.add("acct-u\(number)", at: world.officeTime(), prompt: prompt) {
                    $0.standing.paymentHash = "pay-u\(number)"
                    $0.origin.addressRange = "192.0.2.\(number)/32"
                }
            }
        }
        let observed = Observations(DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        let names = observed.intake.accounts.map(\.text.verbatim)
        let speakers = names.indices.filter { !names[$0].hasPrefix("acct-o") }
        let core = Ties(observed, focus: .narrow).core(of: speakers).map { names[$0] }
        #expect(speakers.count == 34)
        #expect(Set(core) == Set((0..<20).map { "acct-h\($0)" }))
    }

    @Test func `a class of which a few work at home is a candidate, and nobody in it is flagged`() {
        var world = SmallWorld(seed: 72)
        world.addOrdinary(300, exchanges: 6)
        let exercise = world.words(18)
        for number in 0..<20 {
            for turn in 0..<(4 + world.chance(30)) {
                let prompt = turn % 2 == 0 ? exercise + " " + world.words(9) : world.words(20)
                world.add("acct-s\(number)", at: world.officeTime(), prompt: prompt) {
                    $0.standing.paymentHash = "pay-s\(number)"
                    $0.origin.addressRange = number < 11 ? "203.0.113.0/24" : "192.0.2.\(number)/32"
                }
            }
        }
        let found = Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        #expect(found.clusters.map(\.status) == [.candidate])
        #expect(found.flags.isEmpty)
    }
}
