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

    @Test func `accounts that pay together are one customer unless four organisations do`() throws {
        var world = SmallWorld(seed: 23)
        world.addOrdinary(10)
        for (group, organisations) in [("h", 3), ("s", 4)] {
            for number in 0..<4 {
                world.add("acct-\(group)\(number)", at: world.anyTime(), prompt: world.words(9)) {
                    $0.standing.paymentHash = "pay-\(group)"
                    $0.organisation = OrganisationID("org-\(group)\(number % organisations)")
                }
            }
        }
        let observed = observed(world)
        let household = try (0..<4).map { try observed.shared.customerOf[account("acct-h\($0)", in: observed)] }
        let strangers = try (0..<4).map { try observed.shared.customerOf[account("acct-s\($0)", in: observed)] }
        #expect(Set(household).count == 1)
        #expect(Set(strangers).count == 4)
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
}
