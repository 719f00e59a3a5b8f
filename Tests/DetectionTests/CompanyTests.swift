import Evidence
import HostileText
import Testing

@testable import Detection

@Suite("Company")
struct CompanyTests {
    private func observed(_ world: SmallWorld) -> Observations {
        Observations(DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
    }

    private func accounts(_ names: some Sequence<String>, in observed: Observations) throws -> [Int] {
        try names.map { try #require(observed.intake.accounts.firstIndex(of: AccountID($0))) }.sorted()
    }

    @Test func `accounts that one queue feeds keep one time, though no two of them coincide often`() throws {
        var world = SmallWorld(seed: 31)
        world.addOrdinary(40)
        for _ in 0..<14 {
            let run = world.anyTime()
            for number in 0..<8 {
                world.add("acct-q\(number)", at: run + Int64(world.chance(7_200_000)), prompt: world.words(9))
            }
        }
        let observed = observed(world)
        let members = try accounts((0..<8).map { "acct-q\($0)" }, in: observed)
        #expect(members.allSatisfy { observed.synchrony.partners[$0].isEmpty })
        #expect(observed.joint.inStep(members) == members)
    }

    @Test func `a pool keeps one time in what it alone says, though it spends most requests on other things`() throws {
        var world = SmallWorld(seed: 36)
        world.addOrdinary(40)
        let own = world.words(24)
        for _ in 0..<14 {
            let run = world.anyTime()
            for number in 0..<8 {
                world.add(
                    "acct-q\(number)", at: run + Int64(world.chance(7_200_000)), prompt: own + " " + world.words(9))
                for _ in 0..<9 { world.add("acct-q\(number)", at: world.anyTime(), prompt: world.words(9)) }
            }
        }
        let observed = observed(world)
        let members = try accounts((0..<8).map { "acct-q\($0)" }, in: observed)
        let wording = try #require(observed.shared.values.first { $0.kind == .template })
        #expect(observed.joint.inStep(members).isEmpty)
        #expect(observed.joint.inStep(members, saying: [try #require(wording.said)]) == members)
    }

    @Test func `accounts that keep the same working hours keep no one time`() throws {
        var world = SmallWorld(seed: 32)
        world.addOrdinary(40, exchanges: 30)
        let observed = observed(world)
        let members = try accounts((0..<20).map { "acct-o\($0)" }, in: observed)
        #expect(observed.joint.inStep(members).isEmpty)
    }

    @Test func `an address range says little where most meet a few strangers on one, and much where nobody does`()
        throws
    {
        for (meeting, isTelling) in [(1, true), (4, false)] {
            var world = SmallWorld(seed: 33)
            for number in 0..<200 {
                for _ in 0..<6 {
                    world.add("acct-r\(number)", at: world.officeTime(), prompt: world.words(12)) {
                        let range = number < 4 ? 0 : 1 + number / meeting
                        $0.origin.addressRange = "198.51.\(range).0/24"
                    }
                }
            }
            let observed = observed(world)
            let range = try #require(observed.shared.values.first { $0.value == UntrustedText("198.51.0.0/24") })
            #expect(range.owners == 4)
            #expect((range.rarity > Ties.leastRarity) == isTelling)
        }
    }

    @Test func `what two pools alone say is rare, though no cluster holds all who say it`() throws {
        var world = SmallWorld(seed: 34)
        world.addOrdinary(60)
        let own = world.words(18)
        for number in 0..<10 {
            for _ in 0..<8 {
                world.add("acct-c\(number)", at: world.anyTime(), prompt: own + " " + world.words(8))
            }
        }
        var observed = observed(world)
        let pools = try [0..<5, 5..<10].map { try accounts($0.map { "acct-c\($0)" }, in: observed) }
        let clusters = pools.map {
            ClusterFinder.Found(
                members: $0, kinds: [.content, .timing], status: .coordinated, coverage: [:], values: [], core: $0,
                inStep: [])
        }
        observed.refer(to: OrdinaryReference(observed.shared, clusters: clusters), focus: .narrow)
        let wording = try #require(observed.shared.values.first { $0.kind == .template })
        #expect(wording.members.count == 10)
        #expect(wording.rarity > 0.9)
    }

    @Test
    func
        `eight strangers who put one instruction around much of what they ask are a candidate, whatever else they say`()
    {
        var world = SmallWorld(seed: 35)
        world.addOrdinary(80)
        let own = world.words(20)
        for number in 0..<8 {
            for _ in 0..<20 {
                world.add("acct-p\(number)", at: world.officeTime(), prompt: own + " " + world.words(10))
            }
            // What a stranger says too, so that the instruction is a part of all that is shared.
            for place in 0..<5 {
                let saying = world.words(14)
                for account in ["acct-p\(number)", "acct-o\(number * 5 + place)"] {
                    for _ in 0..<4 {
                        world.add(account, at: world.officeTime(), prompt: saying + " " + world.words(4))
                    }
                }
            }
        }
        let findings = Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        let members = Set(findings.memberships.map(\.account))
        #expect(members == Set((0..<8).map { AccountID("acct-p\($0)") }))
        #expect(findings.clusters.map(\.status) == [.candidate])
    }

    @Test(arguments: [
        (words: 24, uses: 4, isHabit: true), (14, 4, false), (14, 19, false), (14, 20, true), (8, 20, false),
    ])
    func `an instruction that most repeat is a habit, a long one soon, though it is a tenth of what they ask`(
        _ words: Int, _ uses: Int, _ isHabit: Bool
    ) throws {
        var world = SmallWorld(seed: 37)
        world.addOrdinary(80)
        let own = world.words(words)
        for number in 0..<8 {
            for turn in 0..<(10 * uses) {
                let prompt = turn < uses ? own + " " + world.words(10) : world.words(12)
                world.add("acct-h\(number)", at: world.officeTime(), prompt: prompt)
            }
        }
        let wording = try #require(observed(world).shared.values.first { $0.kind == .template })
        #expect(wording.members.count == 8)
        #expect((wording.habit != nil) == isHabit)
        #expect(wording.tiesAlone == isHabit)
        #expect(wording.habit.map { $0.parts == Array(repeating: 0.5, count: 8) } ?? true)
    }

    @Test(arguments: [(customers: 100, turns: 4, tells: false), (100, 8, true), (400, 4, true), (400, 2, false)])
    func `a wording of a crowd tells where it is half of what they ask, and of a multitude a quarter`(
        _ customers: Int, _ turns: Int, _ tells: Bool
    ) throws {
        var world = SmallWorld(seed: 38)
        let own = world.words(24)
        for number in 0..<customers {
            for turn in 0..<14 {
                let prompt = turn < turns ? own + " " + world.words(10) : world.words(12)
                world.add("acct-h\(number)", at: world.officeTime(), prompt: prompt)
            }
        }
        let wording = try #require(observed(world).shared.values.first { $0.kind == .template })
        #expect(wording.members.count == customers)
        #expect(wording.habit?.tellsInACrowd ?? false == tells)
    }

    @Test func `who says what a coordinated cluster says, at times of its own, is not of it and gains less from it`()
        throws
    {
        var world = SmallWorld(seed: 39)
        world.addOrdinary(300, exchanges: 6)
        let own = world.words(24)
        for _ in 0..<14 {
            let run = world.anyTime()
            for number in 0..<15 {
                // The last three are at it in office hours, whenever the others are.
                let time = number < 12 ? run + Int64(world.chance(7_200_000)) : world.officeTime()
                world.add("acct-p\(number)", at: time, prompt: own + " " + world.words(10))
            }
        }
        let findings = Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        #expect(findings.clusters.map(\.status) == [.coordinated])
        #expect(findings.memberships.count == 12)
        func shared(_ account: String) throws -> Double {
            try #require(
                findings.signals.first {
                    $0.subject == .account(AccountID(account)) && $0.name == .sharedTemplate
                }?.value)
        }
        let firm = try shared("acct-p1")
        let loose = try shared("acct-p13")
        #expect(firm > 2 * loose && loose > 1)
    }
}
