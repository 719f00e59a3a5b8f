import Evidence
import HostileText
import Testing

@testable import Detection

@Suite("Who is one customer, and what is public")
struct FirmTests {
    /// Adds accounts that ask around one wording from one range.
    private func add(
        _ name: String, accounts: Int, asking wording: String, each: Int = 10, to world: inout SmallWorld,
        _ fill: (Int, inout Exchange) -> Void
    ) {
        for number in 0..<accounts {
            for _ in 0..<each {
                world.add("acct-\(name)\(number)", at: world.officeTime(), prompt: wording + " " + world.words(8)) {
                    fill(number, &$0)
                }
            }
        }
    }

    private func findings(_ world: SmallWorld) -> Findings {
        Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
    }

    @Test func `a payment that is mostly one domain's, which mostly pays with it, is a firm's`() {
        let domainsOf = [[0], [0], [0], [1], [1], [2], [2], [2], [2], [2]]
        let sizes = [3, 2, 5]
        #expect(
            Firms.found(payments: [[0, 1, 2, 3]], domainsOf: domainsOf, sizes: sizes, by: .ofUnnamed) == [[0, 1, 2, 3]])
        #expect(
            Firms.found(payments: [[5, 6, 7, 8, 0, 1, 3]], domainsOf: domainsOf, sizes: sizes, by: .ofUnnamed).count
                == 1)
        #expect(
            Firms.found(payments: [[5, 6, 7, 8, 0, 1, 2, 3]], domainsOf: domainsOf, sizes: sizes, by: .ofUnnamed)
                .isEmpty)
        #expect(Firms.found(payments: [[0, 1, 3, 4]], domainsOf: domainsOf, sizes: sizes, by: .ofUnnamed).isEmpty)
        #expect(Firms.found(payments: [[5, 6, 7]], domainsOf: domainsOf, sizes: sizes, by: .ofUnnamed).isEmpty)
        #expect(Firms.found(payments: [[0]], domainsOf: domainsOf, sizes: sizes, by: .ofUnnamed).isEmpty)
    }

    @Test func `who has no known domain, or pays with nothing known, does not speak against a firm`() {
        let domainsOf = [[0], [0], [], [], []]
        #expect(Firms.found(payments: [[0, 1, 2, 3, 4]], domainsOf: domainsOf, sizes: [2], by: .ofUnnamed).count == 1)
        #expect(Firms.found(payments: [[2, 3, 4]], domainsOf: domainsOf, sizes: [2], by: .ofUnnamed).isEmpty)
    }

    @Test func `who has an organisation each is a firm with one card and one domain that nobody else has`() {
        func isFirm(_ domainsOf: [[Int]], ofDomain: Int) -> Bool {
            let payments = [Array(domainsOf.indices)]
            return !Firms.found(payments: payments, domainsOf: domainsOf, sizes: [ofDomain, 9], by: .ofNamed).isEmpty
        }
        #expect(isFirm([[0], [0], [0], []], ofDomain: 3))
        #expect(!isFirm([[0], [0], [0], [1]], ofDomain: 3))
        #expect(!isFirm([[0], [0], [0]], ofDomain: 4))
        #expect(!isFirm([[0], [0]], ofDomain: 2))
    }

    @Test(arguments: [true, false])
    func `accounts with an organisation each are one customer if card and domain say so`(isFirm: Bool) {
        var world = SmallWorld(seed: 97)
        world.addOrdinary(120, exchanges: 6)
        let wording = world.words(18)
        add("g", accounts: 12, asking: wording, to: &world) { number, exchange in
            exchange.organisation = OrganisationID("org-g\(number)")
            exchange.standing.paymentHash = "pay-g"
            exchange.standing.emailDomain = UntrustedText(isFirm || number % 2 == 0 ? "firm.example" : "mail.example")
            exchange.origin.addressRange = "203.0.113.\(number % 3)/32"
        }
        let observed = Observations(DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        let members = observed.intake.accounts.indices.filter {
            observed.intake.accounts[$0].text.verbatim.hasPrefix("acct-g")
        }
        #expect((Set(members.map { observed.shared.ownerOf[$0] }).count == 1) == isFirm)
        #expect(findings(world).clusters.isEmpty == isFirm)
    }

    @Test(arguments: [true, false])
    func `who pays with one card is one customer with an e-mail domain to itself, and a cluster without`(
        hasDomain: Bool
    ) {
        var world = SmallWorld(seed: 91)
        world.addOrdinary(120, exchanges: 6)
        let wording = world.words(18)
        add("f", accounts: 14, asking: wording, to: &world) { number, exchange in
            exchange.standing.paymentHash = "pay-f"
            exchange.standing.emailDomain = UntrustedText(hasDomain ? "firm.example" : "mail\(number).example")
            exchange.origin.addressRange = "203.0.113.\(number % 3)/32"
        }
        let found = findings(world)
        #expect(found.clusters.map(\.status) == (hasDomain ? [] : [.coordinated]))
        #expect(found.flags.isEmpty == hasDomain)
    }

    @Test func `cards and domains join accounts to one customer, unless no half of all of them has one in common`() {
        let owners = Array(0..<8)
        #expect(Customers.joined(owners, by: [[0, 1, 2], [2, 3], [3, 4, 5]]) == [0, 0, 0, 0, 0, 0, 6, 7])
        #expect(Customers.joined(owners, by: [[0, 1], [1, 2, 3], [3, 4], [4, 5, 6]]) == owners)
        let firms = [0, 0, 0, 3, 3, 5, 6, 7]
        #expect(Customers.joined(firms, by: [[2, 3], [4, 5, 6], []]) == firms)
        #expect(Customers.joined([0, 0, 0, 0, 4, 5, 6, 7], by: [[3, 4], [4, 5, 6]]) == [0, 0, 0, 0, 0, 0, 0, 7])
    }

    @Test(arguments: [true, false])
    func `a company has one domain, and a batch of accounts ever other ones and ever other cards`(isBatch: Bool) {
        var world = SmallWorld(seed: 95)
        world.addOrdinary(420, exchanges: 4)
        let wording = world.words(18)
        add("b", accounts: 8, asking: wording, to: &world) { number, exchange in
            exchange.standing.paymentHash = "pay-b\(number / 2)"
            exchange.standing.emailDomain = UntrustedText(isBatch ? "mail\((number + 1) / 2).example" : "one.example")
            exchange.origin.addressRange = "203.0.113.\(number % 3)/32"
        }
        let observed = Observations(DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        let members = observed.intake.accounts.indices.filter {
            observed.intake.accounts[$0].text.verbatim.hasPrefix("acct-b")
        }
        #expect(Set(members.map { observed.shared.customerOf[$0] }).count == (isBatch ? 8 : 1))
        #expect(findings(world).clusters.map(\.status) == (isBatch ? [.coordinated] : []))
    }

    @Test(arguments: [true, false])
    func `of those who say the same, only who pays with others who say it confirms it`(together: Bool) {
        var world = SmallWorld(seed: 92)
        world.addOrdinary(100, exchanges: 8)
        add("s", accounts: 12, asking: world.words(18), to: &world) { number, exchange in
            exchange.standing.paymentHash = together ? "pay-s\(number / 4)" : "pay-market\(number)"
            exchange.origin.addressRange = "203.0.113.\(number)/32"
            exchange.organisation = OrganisationID("org-s\(number)")
        }
        for number in 0..<6 {
            for _ in 0..<6 {
                world.add("acct-x\(number)", at: world.officeTime(), prompt: world.words(20)) {
                    $0.standing.paymentHash = "pay-market\(number)"
                    $0.origin.addressRange = "192.0.2.\(number)/32"
                    $0.organisation = OrganisationID("org-x\(number)")
                }
            }
        }
        let observed = Observations(DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        let names = observed.intake.accounts.map(\.text.verbatim)
        let members = names.indices.filter { !names[$0].hasPrefix("acct-o") }
        let support = Support(members, Ties(observed, focus: .wide))
        #expect(members.count == 18)
        #expect(support.coverage[.content] == 12 / 18.0)
        #expect(support.coverage[.payment] == (together ? 12 / 18.0 : nil))
    }

    @Test(arguments: [true, false])
    func `what several established organisations use is public, and what as many strangers use is rare`(
        isEstablished: Bool
    ) throws {
        var world = SmallWorld(seed: 93)
        world.addOrdinary(120, exchanges: 6)
        add("n", accounts: 18, asking: world.words(18), to: &world) { number, exchange in
            exchange.standing.paymentHash = "pay-n\(number)"
            exchange.origin.addressRange = "203.0.113.\(number)/32"
            exchange.organisation = OrganisationID("org-n\(isEstablished ? number / 3 : number)")
        }
        let observed = Observations(DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        let wording = try #require(observed.shared.values.first { $0.kind == .template })
        #expect(wording.members.count == 18)
        #expect(isEstablished ? wording.rarity < 0.1 : wording.rarity > 0.3)
    }

    @Test func `those of one habit are a candidate, unless they are in a cluster already`() throws {
        var world = SmallWorld(seed: 94)
        world.addOrdinary(120, exchanges: 6)
        add("h", accounts: 9, asking: world.words(18), to: &world) { number, exchange in
            exchange.standing.paymentHash = "pay-h\(number)"
            exchange.origin.addressRange = "203.0.113.\(number)/32"
        }
        let observed = Observations(DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        let ties = Ties(observed, focus: .wide)
        let habits = ClusterFinder.habits(ties)
        let names = habits.first?.map { observed.intake.accounts[$0].text.verbatim }
        #expect(names.map(Set.init) == Set((0..<9).map { "acct-h\($0)" }))
        let found = ClusterFinder.withUsers(of: habits, [], ties)
        #expect(found.map(\.status) == [.candidate])
        #expect(ClusterFinder.withUsers(of: habits, found, ties).count == 1)
    }
}
