import Evidence
import HostileText
import Testing

@testable import Detection

@Suite("Circles of strangers who use like words")
struct CircleTests {
    /// Whom the members of a pool meet.
    private enum Meeting {
        /// Nobody.
        case nobody
        /// Half of them each other, by twos on ranges of three networks each.
        case half
        /// Half of them one other each.
        case few
        /// All of them, in one room.
        case inOneRoom
    }

    /// How each member is told what to do.
    private enum Wording {
        /// In words of one vocabulary, in ever other order.
        case ownWords
        /// In the same words as all others.
        case sameWords
        /// In words of its own.
        case strangers
    }

    /// Sixteen accounts among a hundred ordinary ones, all with payments and texts of their own.
    private func world(_ wording: Wording, _ meeting: Meeting, isGeneral: Bool = false) -> SmallWorld {
        var world = SmallWorld(seed: 173)
        world.addOrdinary(100)
        let vocabulary = (0..<40).map { "z\($0 < 20 ? "q" : "x")" + String(UnicodeScalar(UInt8(97 + $0 % 20))) }
        let same = vocabulary.prefix(24).joined(separator: " ")
        for number in 0..<16 {
            var rest = vocabulary
            let own = (0..<24).map { _ in rest.remove(at: world.chance(rest.count)) }.joined(separator: " ")
            let told = [Wording.ownWords: own, .sameWords: same, .strangers: world.words(20)][wording] ?? ""
            for turn in 0..<12 {
                world.add("acct-p\(number)", at: world.officeTime(), prompt: world.words(14)) {
                    $0.text?.system = UntrustedText(told)
                    $0.standing.paymentHash = "pay-p\(number)"
                    if !isGeneral { $0.tools = ["bash", "apply_patch"].map { Tool(name: UntrustedText($0)) } }
                    switch meeting {
                    case .nobody: $0.origin.addressRange = "203.0.113.\(number)/32"
                    case .half:
                        $0.origin.addressRange = "203.\(number < 8 ? (number / 2 + turn % 3) % 5 : number).113.0/24"
                    case .few: $0.origin.addressRange = "203.0.113.\(number < 8 ? number / 2 : number)/32"
                    case .inOneRoom: $0.origin.addressRange = "203.0.113.1/32"
                    }
                }
            }
        }
        return world
    }

    private func findings(_ world: SmallWorld) -> Findings {
        Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
    }

    @Test func `whose instruction is worded anew are alike by what they are told, and strangers are not`() {
        let world = world(.ownWords, .nobody)
        let observed = Observations(DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        func numbers(_ prefix: String) -> [Int] {
            observed.intake.accounts.indices.filter { observed.intake.accounts[$0].text.verbatim.hasPrefix(prefix) }
        }
        let (pool, others) = (numbers("acct-p"), numbers("acct-o"))
        #expect(pool.dropFirst().allSatisfy { observed.wordings.likeness(pool[0], $0) >= Circles.resolution })
        #expect(others.allSatisfy { observed.wordings.likeness(pool[0], $0) < 0.1 })
        #expect(pool.dropFirst().allSatisfy { observed.habitual.likeness(pool[0], $0) < 0.1 })
    }

    @Test func `strangers who are told like things and meet by more than chance are a coordinated cluster`() throws {
        let found = findings(world(.ownWords, .half))
        let cluster = try #require(found.clusters.first)
        #expect(found.clusters.count == 1)
        #expect(cluster.status == .coordinated)
        #expect(cluster.kinds == [.content, .infrastructure])
        #expect(cluster.size == 16)
        #expect(cluster.reasons == ["words of 16 accounts", "address ranges of 8 accounts"])
        let ranges = Set(found.indicators.filter { $0.kind == .addressRange }.map(\.id))
        #expect(!ranges.isDisjoint(with: cluster.indicators))
        #expect(found.edges.contains { $0.reasons.contains { $0.kind == .infrastructure } })
        #expect(found.edges.contains { $0.reasons.contains { $0.kind == .content && $0.indicator == nil } })
    }

    @Test(arguments: [false, true])
    func `strangers who are told like things are a candidate where none or few of them meet`(meet: Bool) throws {
        let found = findings(world(.ownWords, meet ? .few : .nobody))
        let cluster = try #require(found.clusters.first)
        #expect(found.clusters.count == 1)
        #expect(cluster.status == .candidate)
        #expect(cluster.kinds == [.content])
        #expect(cluster.reasons == ["words of 16 accounts"])
        #expect(found.flags.isEmpty)
    }

    @Test func `strangers who do not meet, and ask what is general, are no circle`() {
        #expect(findings(world(.ownWords, .nobody, isGeneral: true)).clusters.isEmpty)
    }

    @Test func `who has words of its own, or sits in one room with all others, is of no circle`() {
        #expect(findings(world(.strangers, .half)).clusters.isEmpty)
        #expect(findings(world(.ownWords, .inOneRoom)).clusters.isEmpty)
    }

    @Test func `the same word for word is left to texts`() {
        let found = findings(world(.sameWords, .nobody))
        #expect(!found.clusters.flatMap(\.reasons).contains { $0.hasPrefix("words of") })
    }

    @Test func `strangers meet where they sit or pay, but those of organisations with several accounts do not`() {
        var world = SmallWorld(seed: 5)
        for (number, account) in ["a", "b", "c", "d", "e", "f"].enumerated() {
            for _ in 0..<3 {
                world.add(account, at: world.officeTime(), prompt: world.words(8)) {
                    $0.origin.addressRange = number < 4 ? "203.0.113.1/32" : "203.0.113.\(number)/32"
                    $0.standing.paymentHash = "pay-\(account)"
                    if account == "c" || account == "d" { $0.organisation = OrganisationID("org") }
                }
            }
        }
        let observed = Observations(DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        let meetings = observed.meetings
        #expect(meetings.inside(Array(0..<6)) == [[1], [0], [], [], [], []])
        #expect(meetings.rooms(of: Array(0..<6)).values.sorted { $0[0] < $1[0] } == [[0, 1]])
        #expect(meetings.places(of: 0, and: 1).count == 1)
        #expect(meetings.places(of: 0, and: 4).isEmpty)
        // One pair where six accounts expect 0.5 · 0.5 / (6 · 0.5) each: 1 · ln(1 / 0.083) − (1 − 0.083).
        #expect(abs(meetings.surprise(of: [0, 1], meeting: [[1], [0]]) - 1.568) < 0.001)
        #expect(meetings.surprise(of: [4, 5], meeting: [[], []]) == 0)
    }
}
