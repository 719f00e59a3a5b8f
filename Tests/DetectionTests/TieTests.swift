import Evidence
import HostileText
import Testing

@testable import Detection

@Suite("Ties")
struct TieTests {
    private func observed(_ world: SmallWorld) -> Observations {
        Observations(DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
    }

    private func account(_ name: String, in observed: Observations) throws -> Int {
        try #require(observed.intake.accounts.firstIndex(of: AccountID(name)))
    }

    @Test func `accounts that begin in the same minutes of the days are in step`() throws {
        var world = SmallWorld(seed: 21)
        world.addOrdinary(20)
        for _ in 0..<40 {
            let time = world.anyTime()
            world.add("acct-a", at: time, prompt: world.words(9))
            world.add("acct-b", at: time + 9_000, prompt: world.words(9))
        }
        let observed = observed(world)
        let one = try account("acct-a", in: observed)
        let other = try account("acct-b", in: observed)
        #expect(observed.synchrony.partners[one] == [other])
        #expect(observed.synchrony.pairs.count == 1)
    }

    @Test func `jobs that always start on the hour are not in step`() {
        var world = SmallWorld(seed: 22)
        world.addOrdinary(20)
        for day in 0..<SmallWorld.days {
            for hour in 0..<24 {
                for name in ["acct-a", "acct-b"] {
                    let start = SmallWorld.start + Int64(day) * Instant.day + Int64(hour) * Instant.hour
                    world.add(name, at: start + Int64(world.chance(50_000)), prompt: world.words(9))
                }
            }
        }
        #expect(observed(world).synchrony.pairs.isEmpty)
    }

    @Test func `accounts that pay together are one customer unless two organisations do`() throws {
        var world = SmallWorld(seed: 23)
        world.addOrdinary(10)
        for (group, organisations) in [("h", 1), ("s", 2)] {
            for number in 0..<3 {
                world.add("acct-\(group)\(number)", at: world.anyTime(), prompt: world.words(9)) {
                    $0.standing.paymentHash = "pay-\(group)"
                    if number < organisations { $0.organisation = OrganisationID("org-\(group)\(number)") }
                }
            }
        }
        let observed = observed(world)
        let household = try (0..<3).map { try observed.shared.customerOf[account("acct-h\($0)", in: observed)] }
        let strangers = try (0..<3).map { try observed.shared.customerOf[account("acct-s\($0)", in: observed)] }
        #expect(Set(household).count == 1)
        #expect(Set(strangers).count == 3)
    }

    @Test func `an organisation and those for whom it pays are one customer, however many they are`() throws {
        var world = SmallWorld(seed: 25)
        world.addOrdinary(10)
        for number in 0..<12 {
            world.add("acct-p\(number)", at: world.anyTime(), prompt: world.words(9)) {
                $0.standing.paymentHash = "pay-agency"
                $0.organisation = OrganisationID(number < 4 ? "org-agency" : "org-\(number)")
            }
        }
        let observed = observed(world)
        let customers = try (0..<12).map { try observed.shared.customerOf[account("acct-p\($0)", in: observed)] }
        #expect(Set(customers).count == 1)
    }

    @Test func `accounts with an e-mail domain to themselves are one customer, those of a mail provider are not`()
        throws
    {
        var world = SmallWorld(seed: 26)
        world.addOrdinary(100, exchanges: 1)
        for (group, count) in [("own", 2), ("mail", 20)] {
            for number in 0..<count {
                world.add("acct-\(group)\(number)", at: world.anyTime(), prompt: world.words(9)) {
                    $0.standing.emailDomain = UntrustedText("\(group).example")
                }
            }
        }
        let observed = observed(world)
        let own = try (0..<2).map { try observed.shared.customerOf[account("acct-own\($0)", in: observed)] }
        let mail = try (0..<20).map { try observed.shared.customerOf[account("acct-mail\($0)", in: observed)] }
        #expect(Set(own).count == 1)
        #expect(Set(mail).count == 20)
    }

    @Test func `what is all that two accounts say ties them more than one phrase of many`() throws {
        var world = SmallWorld(seed: 27)
        world.addOrdinary(40)
        let phrases = (0..<6).map { _ in world.words(16) }
        for _ in 0..<8 {
            for phrase in phrases {
                world.add("acct-a", at: world.anyTime(), prompt: phrase + " " + world.words(6))
                world.add("acct-b", at: world.anyTime(), prompt: phrase + " " + world.words(6))
            }
            world.add("acct-c", at: world.anyTime(), prompt: phrases[0] + " " + world.words(6))
        }
        let observed = observed(world)
        let ties = Ties(observed, focus: .wide)
        func likeness(_ one: String, _ other: String) throws -> Double {
            let first = Dictionary(
                uniqueKeysWithValues: ties.contentDirection(of: try account(one, in: observed)).map {
                    ($0.value, $0.count)
                })
            return ties.contentDirection(of: try account(other, in: observed)).reduce(0) {
                $0 + $1.count * (first[$1.value] ?? 0)
            }
        }
        #expect(try likeness("acct-a", "acct-b") > 0.8)
        #expect(try likeness("acct-a", "acct-c") < 0.6)
        #expect(try likeness("acct-a", "acct-c") > 0)
    }

    @Test func `what every ordinary account says is not rare`() throws {
        var world = SmallWorld(seed: 24)
        for number in 0..<50 {
            for _ in 0..<6 {
                let prompt = "please translate the following sentence into plain French for me " + world.words(8)
                world.add("acct-\(number)", at: world.officeTime(), prompt: prompt)
            }
        }
        let observed = observed(world)
        let phrase = try #require(observed.shared.values.first { $0.kind == .template })
        #expect(phrase.owners == 50)
        #expect(phrase.rarity < 0.05)
        #expect(observed.contentTies.ties.joined().isEmpty)
    }

    @Test func `what a cluster's members alone say becomes rare, and what others say too does not`() throws {
        var world = SmallWorld(seed: 28)
        world.addOrdinary(60)
        let exam = world.words(14)
        let own = world.words(18)
        for number in 0..<10 {
            for _ in 0..<8 {
                world.add("acct-c\(number)", at: world.anyTime(), prompt: own + " " + world.words(8))
                world.add("acct-c\(number)", at: world.anyTime(), prompt: exam + " " + world.words(8))
                world.add("acct-o\(number)", at: world.anyTime(), prompt: exam + " " + world.words(8))
            }
        }
        var observed = observed(world)
        let members = try (0..<10).map { try account("acct-c\($0)", in: observed) }.sorted()
        let cluster = ClusterFinder.Found(
            members: members, kinds: [.content], status: .candidate, coverage: [:], values: [], core: members,
            inStep: [])
        observed.refer(to: OrdinaryReference(observed.shared, clusters: [cluster]), focus: .narrow)
        let content = observed.shared.values.filter { $0.kind == .template }
        let owns = try #require(content.first { $0.members == members })
        let exams = try #require(content.first { $0.members.count == 20 })
        #expect(owns.rarity > 0.9)
        #expect(exams.rarity < 0.1)
    }
}
