import Evidence
import HostileText
import Testing

@testable import Detection

@Suite("How far a group says the same")
struct AgreementTests {
    /// Adds accounts of which each asks texts of a set, in an order of its own, and some things of its own.
    private func add(
        _ name: String, accounts: Int, each: Int, of texts: [String], own: Int, to world: inout SmallWorld
    ) {
        for number in 0..<accounts {
            var left = texts
            let said = (0..<min(each, texts.count)).map { _ in left.remove(at: world.chance(left.count)) }
            let prompts = said + said + (0..<own).map { _ in world.words(20) }
            for prompt in prompts {
                world.add("acct-\(name)\(number)", at: world.officeTime(), prompt: prompt) {
                    $0.standing.paymentHash = "pay-\(name)\(number)"
                    $0.origin.addressRange = "192.0.\(name.utf8.count).\(number)/32"
                }
            }
        }
    }

    private func ties(of world: SmallWorld) -> (ties: Ties, names: [String]) {
        let observed = Observations(DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        return (Ties(observed, focus: .narrow), observed.intake.accounts.map(\.text.verbatim))
    }

    @Test func `who says the same as few of a group is left out, one after the other`() {
        var world = SmallWorld(seed: 81)
        world.addOrdinary(120, exchanges: 8)
        let shared = [world.words(18)]
        let other = [world.words(18)]
        add("a", accounts: 9, each: 1, of: shared, own: 4, to: &world)
        add("bb", accounts: 4, each: 1, of: other, own: 4, to: &world)
        add("ccc", accounts: 1, each: 2, of: shared + other, own: 2, to: &world)
        let (ties, names) = ties(of: world)
        let group = names.indices.filter { !names[$0].hasPrefix("acct-o") }
        #expect(group.count == 14)
        let alike = Agreement.alike(group, ties).map { names[$0] }
        #expect(Set(alike) == Set((0..<9).map { "acct-a\($0)" } + ["acct-ccc0"]))
    }

    @Test func `of a hundred, too, each is compared with all others`() {
        var world = SmallWorld(seed: 83)
        world.addOrdinary(120, exchanges: 6)
        add("a", accounts: 75, each: 1, of: [world.words(18)], own: 2, to: &world)
        add("bb", accounts: 25, each: 1, of: [world.words(18)], own: 2, to: &world)
        let (ties, names) = ties(of: world)
        let group = names.indices.filter { !names[$0].hasPrefix("acct-o") }
        #expect(group.count == 100)
        #expect(Agreement.alike(group, ties).map { names[$0] }.sorted() == (0..<75).map { "acct-a\($0)" }.sorted())
    }

    @Test func `a wording of which all say one thing is theirs, and one that half of the customers use is not`() {
        var world = SmallWorld(seed: 82)
        world.addOrdinary(60, exchanges: 6)
        let own = world.words(18)
        let everybodys = world.words(18)
        add("a", accounts: 8, each: 1, of: [own], own: 3, to: &world)
        add("bb", accounts: 70, each: 1, of: [everybodys], own: 3, to: &world)
        let (ties, names) = ties(of: world)
        let holders = { (text: String) -> [Int: [Int]] in
            let values = ties.shared.values.indices.filter { ties.shared.values[$0].evidence == .content }
            let prefix = text == own ? "acct-a" : "acct-bb"
            let members = Set(names.indices.filter { names[$0].hasPrefix(prefix) }.prefix(8))
            return Dictionary(
                uniqueKeysWithValues: values.map { ($0, ties.shared.values[$0].members.filter(members.contains)) }
                    .filter { $0.1.count >= 2 })
        }
        #expect(!holders(everybodys).isEmpty)
        #expect(Agreement.isTheirs(holders(own), of: 8, ties))
        #expect(!Agreement.isTheirs(holders(everybodys), of: 8, ties))
    }
}
