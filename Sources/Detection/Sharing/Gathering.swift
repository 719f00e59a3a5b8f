import Evidence
import HostileText

/// Collects who has which value.
struct Gathering {
    /// A value of one kind.
    struct Key: Hashable {
        var kind: Indicator.Kind
        var value: UntrustedText
    }

    /// A value found in the content of an exchange.
    struct ContentValue: Hashable {
        var kind: Indicator.Kind
        var number: Int32
    }

    private(set) var ownerOf: [Int]
    private var users: [Key: [Int: Int]] = [:]
    private var contentUsers: [ContentValue: [Int: Int]] = [:]

    /// Starts with nothing.
    init(ownerOf: [Int]) {
        self.ownerOf = ownerOf
    }

    /// Takes in so many exchanges of an account that have the circumstances of this one.
    mutating func add(_ exchange: Exchange, uses: Int, account: Int) {
        let (origin, standing) = (exchange.origin, exchange.standing)
        if let payment = standing.paymentHash { add(.payment, UntrustedText(payment), uses, account) }
        if let range = origin.addressRange { add(.addressRange, UntrustedText(range), uses, account) }
        if let domain = standing.emailDomain { add(.emailDomain, domain, uses, account) }
        if let client = Self.client(origin) { add(.client, client, uses, account) }
    }

    /// Takes in how often an account says what.
    mutating func add(_ content: [ContentValue: Int], account: Int) {
        for (value, uses) in content { contentUsers[value, default: [:]][account] = uses }
    }

    private mutating func add(_ kind: Indicator.Kind, _ value: UntrustedText, _ uses: Int, _ account: Int) {
        users[Key(kind: kind, value: value), default: [:]][account, default: 0] += uses
    }

    /// A client: its greeting and what it calls itself, with the version's digits left out.
    static func client(_ origin: Exchange.Origin) -> UntrustedText? {
        guard origin.tlsFingerprint != nil || origin.userAgent != nil else { return nil }
        let agent = origin.userAgent?.verbatim ?? ""
        return UntrustedText((origin.tlsFingerprint?.verbatim ?? "") + " " + agent)
    }

    /// The most accounts of one customer that pay together; more are no household and no agency.
    static let mostPayingTogether = 8

    /// The indicator of a value.
    static func id(_ key: Key) -> IndicatorID {
        IndicatorID("\(key.kind.rawValue):\(StableHash.hexadecimal(StableHash.of(key.value.verbatim)))")
    }

    /// So many known organisations that pay together are no customer.
    static let fewestStrangers = 2

    /// Makes the accounts of each firm one owner's, and says which these are: accounts without a known organisation, or each with one of its
    /// own, that pay alike and have an e-mail domain to themselves. Muted payments say nothing.
    mutating func joinFirms(hasOrganisation: [Bool], muted: Set<IndicatorID>) -> [Int] {
        let payments = users.filter { $0.key.kind == .payment && !muted.contains(Self.id($0.key)) }
            .map { Array($0.value.keys) }
        let paying = Set(payments.joined())
        let domains = users.filter { $0.key.kind == .emailDomain && !muted.contains(Self.id($0.key)) }.map(\.value.keys)
        var domainsOf = Array(repeating: [Int](), count: ownerOf.count)
        for (number, accounts) in domains.enumerated() { for account in accounts { domainsOf[account].append(number) } }
        let sizes = domains.map { $0.count(where: paying.contains) }
        let accountsOf = Dictionary(ownerOf.map { ($0, 1) }, uniquingKeysWith: +)
        let unnamed = payments.map { $0.filter { !hasOrganisation[$0] } }
        let alone = payments.map { $0.filter { accountsOf[ownerOf[$0]] == 1 } }
        let firms =
            Firms.found(payments: unnamed, domainsOf: domainsOf, sizes: sizes, by: .ofUnnamed)
            + Firms.found(payments: alone, domainsOf: domainsOf, sizes: sizes, by: .ofNamed)
        var sets = UnionFind(count: ownerOf.count)
        for firm in firms { for account in firm { sets.join(firm[0], account) } }
        for account in Set(firms.flatMap { $0 }) { ownerOf[account] = sets.root(account) }
        return Set(firms.flatMap { $0 }).sorted()
    }

    /// The customer of each account, where nobody muted the value: owners of whom a few pay together, for whom an organisation pays, who
    /// are a few with an e-mail domain to themselves, or who share both, as far as ``Customers`` takes them for one.
    func customers(hasOrganisation: [Bool], muted: Set<IndicatorID>) -> [Int] {
        var groups: [[Int]] = []
        let domains = users.filter { $0.key.kind == .emailDomain && $0.value.count <= mostOfOneDomain }
            .map { Set($0.value.keys) }
        var domainsOf: [Int: [Int]] = [:]
        for (number, accounts) in domains.enumerated() {
            for account in accounts { domainsOf[account, default: []].append(number) }
        }
        for (key, counts) in users where !muted.contains(Self.id(key)) {
            let organisations = Dictionary(
                counts.keys.filter { hasOrganisation[$0] }.map { (ownerOf[$0], 1) }, uniquingKeysWith: +)
            if key.kind == .payment {
                if Self.paysAsOne(accounts: counts.count, organisations: organisations) {
                    groups.append(Array(counts.keys))
                }
                for domain in Set(counts.keys.flatMap { domainsOf[$0] ?? [] }) {
                    groups.append(Array(domains[domain].intersection(counts.keys)))
                }
            } else if key.kind == .emailDomain, counts.count <= mostOfOneDomain,
                organisations.count < Self.fewestStrangers
            {
                groups.append(Array(counts.keys))
            }
        }
        return Customers.joined(ownerOf, by: groups)
    }

    /// Whether accounts that pay together are one customer: a few of one known organisation at most, as households
    /// are; or any number of which at least two, and a third, are of one organisation, which pays for the others.
    private static func paysAsOne(accounts: Int, organisations: [Int: Int]) -> Bool {
        let largest = organisations.values.max() ?? 0
        return accounts <= mostPayingTogether && organisations.count < fewestStrangers
            || largest >= 2 && 3 * largest >= accounts
    }

    /// The most accounts that have an e-mail domain to themselves: one in fifty, at least two and at most eight. More
    /// are a mail provider's.
    private var mostOfOneDomain: Int { min(Self.mostPayingTogether, max(2, ownerOf.count / 50)) }

    /// The values that at least two parties use, by id.
    func shared(
        customerOf: [Int], totals: [Int],
        name: (Int32, Indicator.Kind) -> (id: IndicatorID, value: UntrustedText, words: Double, withCompany: Double)
    ) -> [SharedValue] {
        var values: [SharedValue] = []
        for (key, counts) in users {
            let id = Self.id(key)
            let parties = key.kind.evidence == .payment ? ownerOf : customerOf
            if let value = value(id, key.kind, key.value, counts, totals, parties) { values.append(value) }
        }
        for (key, counts) in contentUsers {
            let named = name(key.number, key.kind)
            let substance = Self.substance(ofWords: named.withCompany)
            if var value = value(
                named.id, key.kind, named.value, counts, totals, customerOf, isWhole: substance >= 1)
            {
                value.said = key
                value.substance = substance
                value.habit = Habit(of: value, words: named.words, totals: totals)
                value.holds = value.members.map {
                    Self.hold(uses: counts[$0] ?? 0, of: totals[$0], substance: substance)
                }
                values.append(value)
            }
        }
        return values.sorted { $0.id < $1.id }
    }

    private func value(
        _ id: IndicatorID, _ kind: Indicator.Kind, _ shown: UntrustedText, _ counts: [Int: Int], _ totals: [Int],
        _ parties: [Int], isWhole: Bool = false
    ) -> SharedValue? {
        let members = counts.keys.filter { account in
            let uses = counts[account] ?? 0
            return Self.isHeld(kind, uses: uses, of: totals[account])
                || isWhole && uses * Self.fewestOfWhole >= totals[account]
        }.sorted()
        let owners = Set(members.map { parties[$0] }).count
        guard owners >= 2 else { return nil }
        return SharedValue(
            id: id, kind: kind, value: shown, members: members, uses: members.map { counts[$0] ?? 0 },
            holds: members.map { _ in 1 }, owners: owners)
    }

    /// The words from which on a text is whole.
    static let wordsOfWhole = 10.0

    /// How much fixed text so many words are, 0 to 1: a passing phrase is less than an instruction.
    private static func substance(ofWords words: Double) -> Double {
        let length = min(1, words / wordsOfWhole)
        return length * length
    }

    /// The uses of a whole instruction that are no accident, however small a part of the account's traffic they are.
    static let usesOfIntent = 4.0

    /// A whole instruction is held from one request in so many on; a phrase must come twice.
    static let fewestOfWhole = 40

    /// How firmly content is held: `√(8 · uses / (total + 10))`, at most 1. A long instruction is held as firmly as it
    /// is used four times: who mixes a harvest into a hundred times as much of other traffic holds its wording still.
    private static func hold(uses: Int, of total: Int, substance: Double) -> Double {
        let byShare = (8 * Double(uses) / Double(total + 10)).squareRoot()
        return min(1, max(byShare, substance * substance * min(1, Double(uses) / usesOfIntent)))
    }

    /// Whether so many uses are more than a passing touch: an account roams through address ranges, and a phrase
    /// slips in.
    private static func isHeld(_ kind: Indicator.Kind, uses: Int, of total: Int) -> Bool {
        switch kind {
        case .payment, .emailDomain, .rhythm: true
        case .addressRange, .autonomousSystem: uses >= 2 || total <= 4
        case .client: uses * 20 >= total
        case .template, .span: uses >= 2 || total <= 4
        }
    }
}
