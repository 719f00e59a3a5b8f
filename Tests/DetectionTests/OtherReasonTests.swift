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
        #expect(found[0].reasons.contains("perhaps an agency's customers") == isAgency)
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
            exchange.origin.addressRange = "192.\((number + turn % 2) % places).2.0/24"
        }
        #expect(found.map(\.status) == [places == 1 ? .candidate : .coordinated])
        #expect(found[0].reasons.contains("perhaps one customer") == (places == 1))
    }

    @Test(arguments: [1, 3])
    func `who only pays together is a cluster if it does so from several places`(places: Int) {
        let found = clusters(14, seed: 107) { number, turn, exchange in
            exchange.standing.paymentHash = "pay-one"
            exchange.origin.addressRange = "192.\((number + turn % 2) % places).2.0/24"
        } saying: { _ in
            false
        }
        #expect(found.map(\.status) == (places == 1 ? [] : [.coordinated]))
    }

    /// How those who say the same are spread over address ranges.
    enum Places { case rangeEach, rangesOfOneCampus, homesOfTwo, rangesOfSeveralNetworks }

    @Test(arguments: [Places.rangeEach, .rangesOfOneCampus, .homesOfTwo, .rangesOfSeveralNetworks])
    func
        `who says the same in a room each, on one campus or in a class with its homes is a candidate, and who moves between networks is coordinated`(
            places: Places
        )
    {
        let found = clusters(12, seed: 102) { number, turn, exchange in
            let moving = (number + turn % 2) % 3
            exchange.origin.addressRange =
                switch places {
                case .rangeEach: "192.\(number % 3).2.0/24"
                case .rangesOfOneCampus: "192.0.\(moving).0/24"
                case .homesOfTwo: turn % 2 == 0 ? "192.0.2.0/24" : "198.\(number / 2).7.0/24"
                case .rangesOfSeveralNetworks: "192.\(moving).2.0/24"
                }
        }
        #expect(found.map(\.status) == [places == .rangesOfSeveralNetworks ? .coordinated : .candidate])
        #expect((found[0].reasons.first == "perhaps a class or an event") == (places != .rangesOfSeveralNetworks))
    }

    @Test(arguments: [
        ("192.0.2.0/24", "192.0"), ("2001:db8:1::/48", "2001:db8"), ("2001::/48", "2001:0"),
        ("2001:0:1::/48", "2001:0"),
        ("no range", "no range"),
    ])
    func `the network around a range is its first two numbers`(range: String, network: String) {
        #expect(NetworkVisits.network(around: range) == network)
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
    func `a school with two gateways is a candidate, and others who meet in two networks are coordinated`(
        isSchool: Bool
    ) {
        let found = clusters(10, seed: 108) { number, turn, exchange in
            exchange.origin.addressRange = turn % 2 == 0 ? "192.0.2.0/24" : "198.51.100.0/24"
            exchange.standing.emailDomain = UntrustedText(
                isSchool && number < 6 ? "school.example" : "mail\(number).example")
        }
        #expect(found.map(\.status) == [isSchool ? .candidate : .coordinated])
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
