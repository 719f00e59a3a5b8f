import Evidence
import HostileText
import Testing

@testable import Detection

/// Accounts may say the same, sit together or pay together for reasons of their own.
@Suite("What else brings accounts together")
struct OtherReasonTests {
    /// The clusters of accounts that ask around one wording, in a log of ordinary ones.
    private func clusters(
        _ accounts: Int, each: Int = 10, seed: UInt64, naming namesEverybody: Bool = false,
        _ fill: (Int, Int, inout Exchange) -> Void, saying isSaidBy: (Int) -> Bool = { _ in true }
    ) -> [Cluster] {
        var world = SmallWorld(seed: seed)
        world.addOrdinary(120, exchanges: 6)
        let wording = world.words(18)
        for number in 0..<accounts {
            for turn in 0..<each {
                let prompt = isSaidBy(number) ? wording + " " + world.words(8) : world.words(26)
                world.add("acct-x\(number)", at: world.officeTime(), prompt: prompt) {
                    $0.standing.paymentHash = "pay-x\(number)"
                    $0.origin.addressRange = "203.0.113.\(number)/32"
                    fill(number, turn, &$0)
                }
            }
        }
        var exchanges = world.exchanges
        for place in exchanges.indices where namesEverybody && exchanges[place].organisation == nil {
            exchanges[place].organisation = OrganisationID(exchanges[place].account.text.verbatim)
        }
        return Detector().findings(in: DetectionInput(exchanges: exchanges, asOf: world.asOf)).clusters
    }

    @Test(arguments: [true, false])
    func `an agency that bills for named customers is no second reason, and one card of strangers is`(isAgency: Bool) {
        let found = clusters(12, seed: 101) { number, _, exchange in
            exchange.standing.paymentHash = "pay-one"
            if isAgency { exchange.organisation = OrganisationID("org-\(number)") }
        }
        #expect(found.map(\.status) == [isAgency ? .candidate : .coordinated])
    }

    @Test(arguments: [true, false])
    func `that customers are named is a sign of an agency where not everybody is`(namesEverybody: Bool) {
        let found = clusters(12, seed: 101, naming: namesEverybody) { number, _, exchange in
            exchange.standing.paymentHash = "pay-one"
            exchange.organisation = OrganisationID("org-\(number)")
        }
        #expect(found.map(\.status) == [namesEverybody ? .coordinated : .candidate])
    }

    @Test(arguments: [1, 3])
    func `who pays for all from one place is a candidate, and from several places is coordinated`(places: Int) {
        let found = clusters(12, seed: 106) { number, turn, exchange in
            exchange.standing.paymentHash = "pay-one"
            exchange.origin.addressRange = "192.0.2.\((number + turn % 2) % places)/32"
        }
        #expect(found.map(\.status) == [places == 1 ? .candidate : .coordinated])
    }

    @Test(arguments: [1, 3])
    func `who only pays together is a cluster if it does so from several places`(places: Int) {
        let found = clusters(14, seed: 107) { number, turn, exchange in
            exchange.standing.paymentHash = "pay-one"
            exchange.origin.addressRange = "192.0.2.\((number + turn % 2) % places)/32"
        } saying: { _ in
            false
        }
        #expect(found.map(\.status) == (places == 1 ? [] : [.coordinated]))
    }

    @Test(arguments: [true, false])
    func `who says the same in a room each is a candidate, and who moves between ranges is coordinated`(moves: Bool) {
        let found = clusters(12, seed: 102) { number, turn, exchange in
            let range = moves ? (number + turn % 2) % 3 : number % 3
            exchange.origin.addressRange = "192.0.2.\(range)/32"
        }
        #expect(found.map(\.status) == [moves ? .coordinated : .candidate])
    }

    @Test(arguments: [true, false])
    func `who says the same in one range with one e-mail domain is at school`(hasDomain: Bool) {
        let found = clusters(10, seed: 103) { number, _, exchange in
            exchange.origin.addressRange = "192.0.2.0/32"
            exchange.standing.emailDomain = UntrustedText(hasDomain ? "school.example" : "mail\(number).example")
        }
        #expect(found.map(\.status) == (hasDomain ? [] : [.candidate]))
    }

    @Test(arguments: [true, false])
    func `a wording of organisations with accounts elsewhere is their trade's, and of others it is not`(
        isElsewhere: Bool
    ) {
        let found = clusters(isElsewhere ? 18 : 14, seed: 104) { number, _, exchange in
            let owner = number < 4 ? number / 2 : number < 14 ? number : number % 2
            exchange.organisation = OrganisationID("org-\(owner)")
        } saying: {
            $0 < 14
        }
        #expect(found.map(\.status) == (isElsewhere ? [] : [.candidate]))
    }

    @Test func `who only pays together is no cluster`() {
        let found = clusters(14, seed: 105) { _, _, exchange in
            exchange.standing.paymentHash = "pay-market"
        } saying: { _ in
            false
        }
        #expect(found.isEmpty)
    }
}
