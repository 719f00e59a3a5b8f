import Evidence
import HostileText

/// A value that accounts of several owners have in common. An owner is an organisation, a firm as ``Firms``
/// finds them, or an account without either:
/// what the accounts of one organisation share is no sign of anything.
struct SharedValue {
    /// The indicator's id.
    var id: IndicatorID
    /// What kind of value it is.
    var kind: Indicator.Kind
    /// The value, as it may be shown.
    var value: UntrustedText
    /// What it is in the exchanges, for content.
    var said: Gathering.ContentValue?
    /// The accounts that have it, in rising order.
    var members: [Int]
    /// The exchanges of each member that have it.
    var uses: [Int]
    /// How firmly each member has it, 0 to 1. For content, the root of its share of the member's traffic over an
    /// eighth: what slips into a request now and then is no instruction. 1 for all else.
    var holds: [Double]
    /// The number of parties among the members: owners for what is paid with, customers for everything else.
    var owners: Int
    /// How much fixed text it is with what nearly always comes with it, 0 to 1, for content: a passing phrase is less than an
    /// instruction. 1 for all else.
    var substance = 1.0
    /// That a program puts it into requests, for a whole text.
    var habit: Habit?
    /// The members that keep one time when they say it, in rising order, by ``SharedValues/markTimed(_:_:_:)``.
    var inTime: [Int] = []
    /// Whether members keep one time when they say it.
    var isTimed: Bool { !inTime.isEmpty }
    /// The members that a program deals it out to, alone or with other texts, in rising order, by ``SharedValues/markDealt(_:_:)``.
    var dealtTo: [Int] = []
    /// Whether it is dealt out to a crowd.
    var isDealt: Bool { !dealtTo.isEmpty }
    /// How many ordinary accounts' parties have it.
    var ordinaryOwners = 0
    /// How much sharing it says, by ``SharedValues/measureRarity(against:)``: 0 (everybody has it) to 1.
    var rarity = 0.0
    /// The client that nearly all users of this system prompt have, and the other way round: one piece of software
    /// explains both, so that they are one kind of evidence.
    var isSoftware = false

    /// The kind of evidence that sharing it is.
    var evidence: EvidenceKind { kind.evidence }

    /// Whether sharing it ties by itself, as a habit of a few customers does. Other content ties by how alike all is that two
    /// accounts say.
    var tiesAlone: Bool {
        evidence != .content || isTimed || isDealt || habit != nil && owners < SharedValues.fewestOfCrowd
    }

    /// The most that an account has of what others say at one time, or are dealt, and it says as it pleases.
    private static let mostByItself = 0.4

    /// How far an account takes part in it, 0 to 1: wholly where it says it when others do, or is dealt it; for a habit, how much of one it is to
    /// the account. O(log members).
    func part(of account: Int) -> Double {
        guard evidence == .content else { return 1 }
        if isTimed { return isSaidInTime(by: account) ? 1 : hold(of: account) }
        if isDealt { return isDealt(to: account) ? 1 : min(Self.mostByItself, hold(of: account)) }
        guard let habit else { return hold(of: account) }
        return place(of: account).map { habit.parts[$0] } ?? 0
    }

    /// How firmly an account has it; 0 if it does not. O(log members).
    func hold(of account: Int) -> Double {
        let own = place(of: account).map { holds[$0] } ?? 0
        return isTimed && !isSaidInTime(by: account) ? min(Self.mostByItself, own) : own
    }

    /// Whether an account says it when others do. O(log members).
    func isSaidInTime(by account: Int) -> Bool {
        inTime.holdsInOrder(account)
    }

    /// Whether it is dealt out to an account. O(log members).
    func isDealt(to account: Int) -> Bool { dealtTo.holdsInOrder(account) }

    private func place(of account: Int) -> Int? {
        let place = members.firstPlace(notBelow: account)
        return place < members.count && members[place] == account ? place : nil
    }
}

/// The values that accounts share.
struct SharedValues {
    /// The values, by id.
    var values: [SharedValue] = []
    /// The values of each account, in rising order.
    var ofAccount: [[Int]] = []
    /// The owner of each account.
    let ownerOf: [Int]
    /// How many accounts each owner has.
    let accountsOf: [Int: Int]
    /// Whether each account's organisation is known: the log names it, or it is a firm's by how it pays and its e-mail domain.
    let hasOrganisation: [Bool]
    /// The share of accounts whose organisation the log names.
    let shareNamed: Double
    /// Whether each account is of an organisation that is known and has several accounts.
    let isEstablished: [Bool]
    /// The customer of each account: the owners that a payment of a few accounts joins, since a household, an agency
    /// or a company without a common organisation in the log pays together.
    let customerOf: [Int]
    /// The number of customers.
    let customers: Int
    /// Who usually meets on an address range.
    private let companies: RangeCompanies

    /// Gathers the values of all accounts that at least two owners have, except muted ones. O(exchanges).
    init(_ intake: Intake, content: Content, muted: Set<IndicatorID>) {
        var gathering = Gathering(ownerOf: Self.owners(intake))
        let said = Parallel.map(intake.ranges.count) { content.uses(in: intake.ranges[$0]) }
        for account in intake.accounts.indices {
            for setting in intake.settings[account] {
                gathering.add(intake.exchange(setting), uses: Int(setting.uses), account: account)
            }
            gathering.add(said[account], account: account)
        }
        var hasOrganisation = intake.accounts.indices.map { intake.contains($0) { $0.organisation != nil } }
        shareNamed = Double(hasOrganisation.count(where: \.self)) / Double(max(1, hasOrganisation.count))
        let ofFirms = gathering.joinFirms(hasOrganisation: hasOrganisation, muted: muted)
        for account in ofFirms { hasOrganisation[account] = true }
        ownerOf = gathering.ownerOf
        self.hasOrganisation = hasOrganisation
        let accountsOf = Dictionary(ownerOf.map { ($0, 1) }, uniquingKeysWith: +)
        self.accountsOf = accountsOf
        isEstablished = zip(ownerOf, hasOrganisation).map { $1 && accountsOf[$0] ?? 0 >= 2 }
        customerOf = gathering.customers(hasOrganisation: hasOrganisation, muted: muted)
        customers = Set(customerOf).count
        values = gathering.shared(customerOf: customerOf, totals: intake.ranges.map(\.count)) {
            content.name(of: $0, kind: $1)
        }.filter { !muted.contains($0.id) }
        companies = RangeCompanies(values, customerOf: customerOf, customers: customers)
        ofAccount = Array(repeating: [], count: intake.accounts.count)
        for (number, value) in values.enumerated() {
            for member in value.members { ofAccount[member].append(number) }
        }
    }

    private static func owners(_ intake: Intake) -> [Int] {
        var numbers: [OrganisationID: Int] = [:]
        return intake.accounts.indices.map { account in
            guard let id = intake.latest(of: account, { $0.organisation }) else { return account }
            numbers[id] = numbers[id] ?? account
            return numbers[id] ?? account
        }
    }

    /// The values that two accounts have in common. O(values of both).
    func common(_ one: Int, _ other: Int) -> [Int] {
        var common: [Int] = []
        var left = ofAccount[one][...]
        var right = ofAccount[other][...]
        while let a = left.first, let b = right.first {
            if a == b { common.append(a) }
            if a <= b { left.removeFirst() }
            if b <= a { right.removeFirst() }
        }
        return common
    }

    /// Who counts as one: owners for what is paid with, customers for everything else.
    func parties(to kind: Indicator.Kind) -> [Int] {
        kind.evidence == .payment ? ownerOf : customerOf
    }

    /// Whether two accounts that pay together surely are not of one organisation: both have one, or neither. Where
    /// only one of them has, the log may have lost the other's.
    func areStrangers(_ one: Int, _ other: Int) -> Bool {
        ownerOf[one] != ownerOf[other] && hasOrganisation[one] == hasOrganisation[other]
    }

    /// How telling it is that so many share a value of its kind, 0 to 1: in a log where most share an address range with a few
    /// strangers, that says nothing.
    func telling(_ value: SharedValue) -> Double {
        value.kind == .addressRange ? 1 - companies.share(atLeast: value.owners) : 1
    }

    /// The members of other parties that share a value with an account.
    func others(than account: Int, having value: SharedValue) -> Int {
        let parties = parties(to: value.kind)
        if value.kind == .payment { return value.members.count { areStrangers($0, account) } }
        return value.members.count { parties[$0] != parties[account] }
    }

    /// Accounts of other parties that share a value with this one: all of them if they are few, else a sample by hash
    /// that does not depend on any order.
    func companions(of account: Int, through value: Int, atMost limit: Int) -> [Int] {
        let parties = parties(to: values[value].kind)
        let own = parties[account]
        return parties.withUnsafeBufferPointer { parties in
            StableHash.sample(values[value].members, for: account, atMost: limit) { parties[$0] != own }
        }
    }
}
