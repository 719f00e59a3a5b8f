import Evidence

/// What evidence says of a group of accounts: which kinds tie how many of its members.
struct Support {
    /// The share of members that each kind of evidence must tie to others.
    static let leastCoverage: [EvidenceKind: Double] = [
        .content: 0.6, .timing: 0.3, .infrastructure: 0.45, .payment: 0.3,
    ]
    /// The fewest members of a large cluster, where these kinds must tie more: the more customers say the same, the more of
    /// them happen to pay together or to be in step.
    static let fewestOfLarge = 15
    static let leastOfLarge: [EvidenceKind: Double] = [.timing: 0.5, .payment: 0.35]
    /// So much of a circle must meet in one way: that they meet by more than chance is known.
    static let leastOfCircle = 0.25
    /// Where three kinds tie members, and all kinds together so many of them, counted once a kind, less of each is
    /// enough, in a large cluster still less. Never of content: who sits in one range and partly says the same shares a host.
    static let enoughTogether = (sum: 1.1, ofSmall: 0.3, ofLarge: 0.2, kinds: 3)
    /// Where payment ties so many of the members, so much of content is enough: a harvest may be a small part of traffic.
    static let whoPayTogether = (payment: 0.6, content: 0.5)
    /// The fewest members of a coordinated cluster.
    static let fewestCoordinated = 5
    /// The fewest members of a coordinated cluster that only payment and infrastructure tie.
    static let fewestWithoutContent = 9
    /// Where payment ties so many strangers, they may sit together.
    static let whoPayAsOne = 0.6
    /// So many members are a crowd: if some keep one time, that is said of them only where it is said of all.
    static let fewestOfCrowd = 40
    /// So many members whom only content ties ask what many ask, unless they have a habit in common.
    static let fewestWhoNeedAHabit = 16
    /// How far each must take part in the habit.
    static let partOfHabit = 0.5
    /// The fewest customers of a candidate.
    static let fewestCustomers = 5

    /// The members that have each value, of values that tie members of two parties.
    let holders: [Int: [Int]]
    /// For each kind, the share of members that it ties to another.
    let coverage: [EvidenceKind: Double]
    /// The kinds that tie enough of them together.
    let kinds: [EvidenceKind]
    /// The members whom another kind of evidence than content ties to others; all, where content is the only one.
    let core: [Int]
    /// The members that keep time with others, in rising order; none, where they are too few to say that of the group.
    let inStep: [Int]
    /// What else may have brought the members together.
    let otherReasons: OtherReasons
    private let members: [Int]
    private let ties: Ties
    private let manner: Manner
    private let conversing: Set<Int>

    /// By what accounts are taken to say the same.
    enum Manner {
        /// Templates and fixed instructions.
        case texts
        /// Words that they use habitually too.
        case words
        /// The words of all that they ask and are told, where they meet by more than chance.
        case circle
        /// The same, where they do not.
        case strangers

        /// Whether like words of all that they ask and are told brought them together.
        var isOfRequests: Bool { self == .circle || self == .strangers }
        /// The least likeness of words by which two accounts say the same.
        var leastLikeness: Double { isOfRequests ? Circles.resolution : 0.4 }
    }

    /// Counts what ties the members.
    init(_ members: [Int], _ ties: Ties, _ manner: Manner = .texts) {
        self.members = members
        self.ties = ties
        self.manner = manner
        holders = Self.holders(members, ties)
        otherReasons = OtherReasons(members, holders, ties.shared)
        let tied = Self.tied(members, holders, ties, manner, otherReasons)
        conversing = tied[.content] ?? []
        let coverage = tied.mapValues { Double($0.count) / Double(members.count) }
        self.coverage = coverage
        var kinds = coverage.keys.filter { kind in
            let usual = Self.least(kind, coverage, members: members.count)
            let least = manner == .circle && kind != .content && kind != .timing ? Self.leastOfCircle : usual
            return (coverage[kind] ?? 0) >= least
        }.sorted()
        if (coverage[.content] ?? 0) < Self.leastCoverage[.content] ?? 1,
            !Self.sayOneThing(conversing, of: members.count, ties)
        {
            kinds.removeAll { $0 == .content }
        }
        self.kinds = kinds
        let isCrowd = members.count >= Self.fewestOfCrowd
        let isInStep =
            kinds.contains(.timing) || !isCrowd && (coverage[.timing] ?? 0) >= Self.leastCoverage[.timing] ?? 1
        inStep = isInStep ? (tied[.timing] ?? []).sorted() : []
        let joined = kinds.filter { $0 != .content }.reduce(into: Set<Int>()) { $0.formUnion(tied[$1] ?? []) }
        core = joined.isEmpty ? members : joined.sorted()
    }

    /// Whether enough of those who say something in common say one thing, where that is less than is asked of content usually.
    private static func sayOneThing(_ conversing: Set<Int>, of members: Int, _ ties: Ties) -> Bool {
        Double(Agreement.alike(conversing.sorted(), ties).count) >= whoPayTogether.content * Double(members)
    }

    /// The share of members that a kind must tie, given what all kinds tie.
    private static func least(_ kind: EvidenceKind, _ coverage: [EvidenceKind: Double], members: Int) -> Double {
        let usual = leastCoverage[kind] ?? 1
        if kind == .content {
            return (coverage[.payment] ?? 0) >= whoPayTogether.payment ? whoPayTogether.content : usual
        }
        let isLarge = members >= fewestOfLarge
        let own = isLarge ? max(usual, leastOfLarge[kind] ?? 0) : usual
        let least = isLarge ? enoughTogether.ofLarge : enoughTogether.ofSmall
        let isTiedByAll = coverage.values.count { $0 >= least } >= enoughTogether.kinds
        let tiesMost = coverage.values.sorted().reduce(0, +) >= enoughTogether.sum
        return isTiedByAll && tiesMost ? min(own, least) : own
    }

    /// The shared values that tie at least two members, the strongest first; in a circle also where they meet.
    var values: [Int] {
        let strength = holders.map { number, holders in
            let parties = ties.shared.parties(to: ties.shared.values[number].kind)
            return (number, ties.weights[number] * Double(Set(holders.map { parties[$0] }).count))
        }
        let strongest = strength.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
        guard manner == .circle else { return strongest }
        let rooms = ties.meetings.rooms(of: members).filter { ties.weights[$0.key] == 0 }
        return strongest + rooms.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.key)
    }

    /// The members that something ties which is no accident: content, payment or step, or two kinds of values.
    /// Strangers meet on one address range.
    var firmlyTied: [Int] {
        var kindsOf: [Int: Set<Indicator.Kind>] = [:]
        for (number, having) in holders {
            let kind = ties.shared.values[number].kind
            guard kind.evidence != .content, kind != .emailDomain else { continue }
            for member in having { kindsOf[member, default: []].insert(kind) }
        }
        let inside = Set(members)
        return members.filter { member in
            let kinds = kindsOf[member] ?? []
            return kinds.count >= 2 || kinds.contains(.payment) || conversing.contains(member)
                || ties.content.ties[member].contains { inside.contains($0.other) }
                || ties.synchrony.partners[member].contains { inside.contains($0) }
        }
    }

    private static func holders(_ members: [Int], _ ties: Ties) -> [Int: [Int]] {
        let inside = Set(members)
        var all: [Int: [Int]] = [:]
        for number in Set(members.flatMap { ties.shared.ofAccount[$0] }) where ties.weights[number] > 0 {
            let parties = ties.shared.parties(to: ties.shared.values[number].kind)
            let holders = ties.shared.values[number].members.filter { inside.contains($0) }
            if Set(holders.map { parties[$0] }).count >= 2 { all[number] = holders }
        }
        return all
    }

    /// The members that each kind of evidence ties to others. Clients and e-mail domains support a cluster, but do
    /// not count; nor does it where accounts of established organisations sit, who rent where others do.
    private static func tied(
        _ members: [Int], _ holders: [Int: [Int]], _ ties: Ties, _ manner: Manner, _ otherReasons: OtherReasons
    ) -> [EvidenceKind: Set<Int>] {
        let inside = Set(members)
        let speakers = members.reduce(into: inside) { all, one in all.formUnion(ties.content.ties[one].map(\.other)) }
        var tied: [EvidenceKind: Set<Int>] = [:]
        for (number, holders) in holders {
            let kind = ties.shared.values[number].kind
            if !manner.isOfRequests, kind == .addressRange, meets(holders, at: number, of: speakers.count, ties) {
                tied[.infrastructure, default: []].formUnion(holders.filter { !ties.shared.isEstablished[$0] })
            }
        }
        if manner == .circle {
            for (place, meeting) in ties.meetings.rooms(of: members) {
                tied[ties.shared.values[place].evidence, default: []].formUnion(meeting)
            }
        }
        let conversing = manner.isOfRequests ? inside : largestConversation(members, ties, manner)
        tied[.content] = conversing
        if !manner.isOfRequests, !otherReasons.isAgency {
            tied[.payment] = paying(holders, ties, conversing: conversing ?? [], of: members.count)
        }
        var inStep = Set(members.filter { ties.synchrony.partners[$0].contains { inside.contains($0) } })
        if !otherReasons.sitsTogether {
            inStep.formUnion(ties.joint.inStep(members))
            inStep.formUnion(ties.synchrony.nearby(members))
            inStep.formUnion(sayingInTime(members, holders, ties))
            if manner == .words {
                inStep.formUnion(ties.joint.inStep(members, at: ties.joint.places(of: members, ties.habitual)))
            }
            let rare = holders.keys.map { ties.shared.values[$0] }.filter { $0.rarity >= Ties.leastRarity }
            inStep.formUnion(ties.joint.inStep(members, saying: Set(rare.compactMap(\.said))))
        }
        if !inStep.isEmpty { tied[.timing] = inStep }
        return tied
    }

    /// The members that pay with strangers; where most members say the same, only those who say it and pay with others who do: a
    /// marketplace bills for many who have nothing else in common.
    private static func paying(
        _ holders: [Int: [Int]], _ ties: Ties, conversing: Set<Int>, of members: Int
    ) -> Set<Int>? {
        let isConversation = Double(conversing.count) >= (leastCoverage[.content] ?? 1) * Double(members)
        var paying: Set<Int> = []
        for (number, holders) in holders where ties.shared.values[number].kind == .payment {
            let confirmed = isConversation ? holders.filter(conversing.contains) : holders
            paying.formUnion(confirmed.filter { one in confirmed.contains { ties.shared.areStrangers(one, $0) } })
        }
        return paying.isEmpty ? nil : paying
    }

    /// The members that keep the time of at least half of what they say and others say at one time.
    private static func sayingInTime(_ members: [Int], _ holders: [Int: [Int]], _ ties: Ties) -> [Int] {
        var counts: [Int: (said: Int, inTime: Int)] = [:]
        for (number, holders) in holders where ties.shared.values[number].isTimed {
            let value = ties.shared.values[number]
            for holder in holders {
                counts[holder, default: (0, 0)].said += 1
                if value.isSaidInTime(by: holder) { counts[holder, default: (0, 0)].inTime += 1 }
            }
        }
        return members.filter { member in counts[member].map { 2 * $0.inTime >= $0.said } ?? false }
    }

    /// The surprise, in nats, from which on members meet on an address range by more than chance.
    static let leastSurprise = 3.0

    /// Whether more members meet on an address range than strangers would of all who say what members say: a cluster is
    /// gathered from among those, and of many who say the same some sit together.
    private static func meets(_ holders: [Int], at number: Int, of speakers: Int, _ ties: Ties) -> Bool {
        let inside = Set(holders.map { ties.shared.customerOf[$0] }).count
        let outside = ties.shared.values[number].owners - inside
        let expected = Double(speakers * (outside + 1)) / Double(max(1, ties.shared.customers))
        return Synchrony.surprise(inside, expected: expected) >= leastSurprise
    }

    /// The largest set of members whose content ties connect them: several customers, each with a template of its
    /// own, do not say the same.
    private static func largestConversation(_ members: [Int], _ ties: Ties, _ manner: Manner) -> Set<Int>? {
        let place = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
        var sets = UnionFind(count: members.count)
        for member in members {
            for tie in ties.content.ties[member] {
                if let one = place[member], let other = place[tie.other] { sets.join(one, other) }
            }
        }
        if manner == .words {
            let alike = Parallel.map(members.count) { ties.alike(members[$0], among: members, manner) }
            for (one, others) in alike.enumerated() {
                for other in others.compactMap({ place[$0] }) { sets.join(one, other) }
            }
        }
        let groups = Dictionary(grouping: members.indices) { sets.root($0) }
        let largest = groups.values.min { ($1.count, $0[0]) < ($0.count, $1[0]) }
        return largest.flatMap { $0.count >= 2 ? Set($0.map { members[$0] }) : nil }
    }

    /// Two kinds make a cluster of five coordinated, if one of them is content or timing: who pays together often sits
    /// together, and three accounts with one program at one place are one customer. Who says the same in a room each, an agency's
    /// customers, and who pays for all from one place, are only a candidate; so is a school that moves between networks, and else it is none.
    /// Payment and infrastructure alone must tie most of a dozen members, over several address
    /// ranges: customers with a payment each that rent from one host are none. Content or timing alone makes a candidate. An address range
    /// never does, since whole universities share one, nor does a payment, since marketplaces bill for many.
    func status(customers: Int) -> ClusterStatus? {
        if kinds.count >= 2 {
            if doubt != nil {
                let isSchool = otherReasons.isSchool && otherReasons.isRooms && !kinds.contains(.payment)
                return customers >= Self.fewestCustomers && !isSchool ? .candidate : nil
            }
            if kinds.contains(.content) || kinds.contains(.timing) {
                return members.count >= Self.fewestCoordinated ? .coordinated : nil
            }
            let coversMost = kinds.allSatisfy { (coverage[$0] ?? 0) >= 0.5 }
            let isPlace = (coverage[.payment] ?? 0) < Self.whoPayAsOne && otherReasons.sitsTogether
            let isCustomer = isPlace || otherReasons.paysFromOnePlace
            return members.count >= Self.fewestWithoutContent && coversMost && !isCustomer ? .coordinated : nil
        }
        switch kinds.first {
        case .content:
            let needsAHabit = !manner.isOfRequests && members.count >= Self.fewestWhoNeedAHabit
            return customers >= Self.fewestCustomers && (!needsAHabit || isHabitual)
                ? .candidate : nil
        case .timing: return customers >= Self.fewestCustomers ? .candidate : nil
        case .payment, .infrastructure, nil: return nil
        }
    }

    /// What else may explain the members, so that they are a candidate at most.
    var doubt: OtherReasons.Doubt? { otherReasons.doubt(ofThoseTiedBy: kinds) }

    /// Whether such a cluster is one mostly by what its members say: any candidate that says something, and whoever says the same and
    /// partly pays together. Then it is those who say it.
    func restsOnWords(as status: ClusterStatus) -> Bool {
        guard manner == .texts, kinds.contains(.content) else { return false }
        return status == .candidate
            || kinds == [.content, .payment] && (coverage[.payment] ?? 0) < Self.whoPayTogether.payment
    }

    /// Whether half of the members have one text as a habit. A crowd who only say the same now and then ask what many ask.
    private var isHabitual: Bool {
        holders.contains { number, holders in
            let value = ties.shared.values[number]
            guard value.habit != nil || value.isDealt else { return false }
            return 2 * holders.count { value.part(of: $0) >= Self.partOfHabit } >= members.count
        }
    }
}
