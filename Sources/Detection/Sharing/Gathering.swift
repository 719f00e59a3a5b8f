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

    private let ownerOf: [Int]
    private var users: [Key: [Int: Int]] = [:]
    private var contentUsers: [ContentValue: [Int: Int]] = [:]

    /// Starts with nothing.
    init(ownerOf: [Int]) {
        self.ownerOf = ownerOf
    }

    /// Takes in one exchange.
    mutating func add(_ exchange: Exchange, content: [ContentValue], account: Int) {
        if let payment = exchange.standing.paymentHash { add(.payment, UntrustedText(payment), account) }
        if let range = exchange.origin.addressRange { add(.addressRange, UntrustedText(range), account) }
        if let domain = exchange.standing.emailDomain { add(.emailDomain, domain, account) }
        if let client = Self.client(exchange.origin) { add(.client, client, account) }
        for value in content { contentUsers[value, default: [:]][account, default: 0] += 1 }
    }

    private mutating func add(_ kind: Indicator.Kind, _ value: UntrustedText, _ account: Int) {
        users[Key(kind: kind, value: value), default: [:]][account, default: 0] += 1
    }

    /// A client: its greeting and what it calls itself, with the version's digits left out.
    static func client(_ origin: Exchange.Origin) -> UntrustedText? {
        guard origin.tlsFingerprint != nil || origin.userAgent != nil else { return nil }
        let agent = origin.userAgent?.verbatim ?? ""
        return UntrustedText((origin.tlsFingerprint?.verbatim ?? "") + " " + agent)
    }

    /// The most accounts of one customer that pay together; more are no household and no agency.
    static let mostPayingTogether = 8

    private static func id(_ key: Key) -> IndicatorID {
        IndicatorID("\(key.kind.rawValue):\(StableHash.hexadecimal(StableHash.of(key.value.verbatim)))")
    }

    /// So many known organisations that pay together are no customer.
    static let fewestStrangers = 4

    /// The owners, joined where a few accounts pay together and nobody muted that payment.
    func customers(hasOrganisation: [Bool], muted: Set<IndicatorID>) -> [Int] {
        var sets = UnionFind(count: ownerOf.count)
        for (account, owner) in ownerOf.enumerated() { sets.join(account, owner) }
        for (key, counts) in users where key.kind == .payment && counts.count <= Self.mostPayingTogether {
            let known = Set(counts.keys.filter { hasOrganisation[$0] }.map { ownerOf[$0] })
            guard known.count < Self.fewestStrangers else { continue }
            guard let first = counts.keys.min(), !muted.contains(Self.id(key)) else { continue }
            for account in counts.keys { sets.join(first, account) }
        }
        return ownerOf.indices.map { sets.root($0) }
    }

    /// The values that at least two parties use, by id.
    func shared(
        customerOf: [Int], totals: [Int],
        name: (Int32, Indicator.Kind) -> (id: IndicatorID, value: UntrustedText, substance: Double)
    ) -> [SharedValue] {
        var values: [SharedValue] = []
        for (key, counts) in users {
            let id = Self.id(key)
            let parties = key.kind.evidence == .payment ? ownerOf : customerOf
            if let value = value(id, key.kind, key.value, counts, totals, parties) { values.append(value) }
        }
        for (key, counts) in contentUsers {
            let named = name(key.number, key.kind)
            if var value = value(named.id, key.kind, named.value, counts, totals, customerOf) {
                value.substance = named.substance
                values.append(value)
            }
        }
        return values.sorted { $0.id < $1.id }
    }

    private func value(
        _ id: IndicatorID, _ kind: Indicator.Kind, _ shown: UntrustedText, _ counts: [Int: Int], _ totals: [Int],
        _ parties: [Int]
    ) -> SharedValue? {
        let members = counts.keys.filter { Self.isHeld(kind, uses: counts[$0] ?? 0, of: totals[$0]) }.sorted()
        let owners = Set(members.map { parties[$0] }).count
        guard owners >= 2 else { return nil }
        let isContent = kind.evidence == .content
        return SharedValue(
            id: id, kind: kind, value: shown, members: members, uses: members.map { counts[$0] ?? 0 },
            holds: members.map { isContent ? Self.hold(uses: counts[$0] ?? 0, of: totals[$0]) : 1 }, owners: owners)
    }

    /// How firmly content is held: `√(8 · uses / (total + 10))`, at most 1.
    private static func hold(uses: Int, of total: Int) -> Double {
        min(1, (8 * Double(uses) / Double(total + 10)).squareRoot())
    }

    /// Whether so many uses are more than a passing touch: an account roams through address ranges, and a phrase slips in.
    private static func isHeld(_ kind: Indicator.Kind, uses: Int, of total: Int) -> Bool {
        switch kind {
        case .payment, .emailDomain, .rhythm: true
        case .addressRange, .autonomousSystem: uses >= 2 || total <= 4
        case .client: uses * 20 >= total
        case .template, .span: uses >= 2 || total <= 4
        }
    }
}
