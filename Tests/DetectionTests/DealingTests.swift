import Evidence
import HostileText
import Testing

@testable import Detection

@Suite("Dealing")
struct DealingTests {
    private func dealing(uses: [Int], texts: [Int], totals: [Int]) -> Dealing {
        var dealing = Dealing()
        for account in uses.indices {
            dealing.add(account, uses: uses[account], texts: texts[account], of: totals[account])
        }
        return dealing
    }

    @Test func `texts that each account says as often as others are dealt out`() {
        let even = dealing(uses: [5, 6, 4, 7, 6], texts: [3, 3, 2, 3, 2], totals: [400, 90, 20, 31, 64])
        #expect(even.dealtTo == [0, 1, 2, 3, 4])
    }

    @Test func `texts that are the same part of what each account asks are dealt out`() {
        let part = dealing(uses: [50, 11, 2, 4, 8], texts: [3, 3, 2, 3, 2], totals: [400, 90, 20, 31, 64])
        #expect(part.dealtTo == [0, 1, 2, 3, 4])
    }

    @Test func `texts that some say ten times as often as others are not`() {
        let pleased = dealing(uses: [90, 12, 2, 31, 6], texts: [3, 3, 2, 3, 2], totals: [100, 90, 200, 310, 64])
        #expect(pleased.dealtTo.isEmpty)
    }

    @Test func `a client's texts, which are all that its users ask, are not`() {
        let client = dealing(uses: [400, 90, 20, 31, 64], texts: [3, 3, 2, 3, 2], totals: [400, 90, 20, 31, 64])
        #expect(client.dealtTo.isEmpty)
        let even = dealing(uses: [5, 6, 4, 7, 6], texts: [3, 3, 2, 3, 2], totals: [5, 6, 4, 7, 6])
        #expect(even.dealtTo.isEmpty)
    }

    @Test func `one text is dealt out where nearly everybody says it as often as expected, and often enough to tell`() {
        let one = Array(repeating: 1, count: 10)
        let totals = [40, 80, 120, 30, 50, 60, 70, 90, 100, 110]
        #expect(dealing(uses: totals.map { $0 / 10 }, texts: one, totals: totals).dealtTo == Array(0..<10))
        #expect(dealing(uses: totals.map { $0 / 30 }, texts: one, totals: totals).dealtTo.isEmpty)
        #expect(dealing(uses: [4, 8, 12, 3, 5, 20, 1, 9, 10, 11], texts: one, totals: totals).dealtTo.isEmpty)
    }

    @Test func `who says one text far too seldom is not dealt it, nor is anybody who says one where many do so`() {
        let texts = Array(repeating: 1, count: 10) + Array(repeating: 2, count: 9) + [1]
        let totals = Array(repeating: 40, count: 20)
        let most = dealing(uses: Array(repeating: 12, count: 19) + [1], texts: texts, totals: totals)
        #expect(most.dealtTo == Array(0..<19))
        let some = dealing(
            uses: Array(repeating: 12, count: 17) + [1, 1, 1],
            texts: [1] + Array(repeating: 2, count: 16) + [1, 1, 1], totals: totals)
        #expect(some.dealtTo == Array(1..<17))
    }

    private enum Load {
        case dealt
        case asTheyPlease
    }

    /// Strangers who each say three texts among much else.
    private func world(_ load: Load, accounts: Int = 100) -> SmallWorld {
        var world = SmallWorld(seed: 51)
        world.addOrdinary(120, exchanges: 6)
        let fixed = (0..<3).map { _ in world.words(24) }
        for number in 0..<accounts {
            let times = load == .dealt ? 2 : [1, 1, 2, 4, 10][number % 5]
            for turn in 0..<30 {
                let own = turn < 3 * times ? fixed[turn % 3] + " " : ""
                world.add("acct-s\(number)", at: world.anyTime(), prompt: own + world.words(12)) {
                    $0.standing.paymentHash = "pay-s\(number)"
                    $0.origin.addressRange = "203.0.\(number).7/32"
                }
            }
        }
        return world
    }

    private func shared(_ world: SmallWorld) -> SharedValues {
        Observations(DetectionInput(exchanges: world.exchanges, asOf: world.asOf)).shared
    }

    @Test
    func
        `three instructions that a hundred strangers are each dealt twice tie them, though each is a twentieth of what they ask`()
    {
        let texts = shared(world(.dealt)).values.filter { $0.kind == .template && $0.owners >= 80 }
        #expect(texts.count == 3)
        #expect(texts.allSatisfy { $0.isDealt && $0.tiesAlone && $0.dealtTo.count == 100 })
        #expect(texts.allSatisfy { $0.rarity >= SharedValues.ofTimed && $0.part(of: $0.members[0]) == 1 })
        let found = Detector().findings(
            in: DetectionInput(exchanges: world(.dealt).exchanges, asOf: world(.dealt).asOf))
        #expect(found.clusters.map(\.size) == [100])
        #expect(found.clusters[0].reasons == ["3 texts dealt evenly"])
        #expect(found.memberships.count == 100)
    }

    @Test func `three texts that a hundred strangers use as they please tie nobody`() {
        let texts = shared(world(.asTheyPlease)).values.filter { $0.kind == .template && $0.owners >= 80 }
        #expect(texts.count == 3)
        #expect(!texts.contains { $0.isDealt || $0.tiesAlone })
        let found = Detector().findings(
            in: DetectionInput(exchanges: world(.asTheyPlease).exchanges, asOf: world(.asTheyPlease).asOf))
        #expect(found.clusters.isEmpty)
    }

    @Test func `of a large group those to whom something is dealt say the same, where they are half of it`() {
        let world = world(.dealt, accounts: 140)
        let observed = Observations(DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        let ties = Ties(observed, focus: .narrow)
        let names = observed.intake.accounts.map(\.text.verbatim)
        let dealt = names.indices.filter { names[$0].hasPrefix("acct-s") }
        #expect(dealt.count == 140 && names.count == 260)
        #expect(Agreement.alike(Array(names.indices), ties) == dealt)
    }

    @Test
    func `parts of those to whom one text is dealt are one cluster, coordinated where the parts are that hold half`()
        throws
    {
        let observed = Observations(DetectionInput(exchanges: world(.dealt).exchanges, asOf: world(.dealt).asOf))
        let names = observed.intake.accounts.map(\.text.verbatim)
        let dealt = names.indices.filter { names[$0].hasPrefix("acct-s") }
        let others = names.indices.filter { !names[$0].hasPrefix("acct-s") }
        func part(_ members: [Int], _ status: ClusterStatus, inTime: Double) -> ClusterFinder.Found {
            ClusterFinder.Found(
                members: members.sorted(), kinds: status == .coordinated ? [.content, .timing] : [.content],
                status: status,
                coverage: [.content: 1, .timing: inTime], values: [], core: members.sorted(), inStep: [])
        }
        let few = part(Array(dealt[0..<20]), .coordinated, inTime: 1)
        let rest = part(Array(dealt[20...]) + [others[0]], .candidate, inTime: 0)
        let apart = part(Array(others[1..<20]), .candidate, inTime: 0)
        let joined = DealtPool.joined([few, rest, apart], Ties(observed, focus: .narrow))
        #expect(joined.map(\.members.count) == [101, 19])
        #expect(joined.map(\.status) == [.candidate, .candidate])
        #expect(joined[0].kinds == [.content])
        #expect(abs((joined[0].coverage[.timing] ?? 0) - 20.0 / 101) < 1e-9)
        let most = part(Array(dealt[20..<90]), .coordinated, inTime: 1)
        let whole = DealtPool.joined(
            [few, most, part(Array(dealt[90...]), .candidate, inTime: 0)], Ties(observed, focus: .narrow))
        #expect(whole.map(\.status) == [.coordinated])
        #expect(whole[0].kinds == [.content, .timing])
        #expect(whole[0].core == Array(dealt[0..<90]))
        #expect(whole[0].holdsFirmly(dealt[3]) && !whole[0].holdsFirmly(dealt[95]))
    }
}
