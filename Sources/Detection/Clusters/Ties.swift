import Evidence
import Foundation

/// What ties accounts together, with a weight for each reason.
struct Ties {
    /// The least rarity of a value that ties.
    static let leastRarity = 0.25
    /// The least that shared content must say in all to tie two accounts.
    static let leastContent = 0.15

    /// The values that accounts share.
    let shared: SharedValues
    /// The accounts in step.
    let synchrony: Synchrony
    /// The accounts that say the same.
    let content: ContentTies
    /// The words that accounts use habitually.
    let habitual: HabitualWords
    /// The words of what accounts ask for and are told to do.
    let wordings: HabitualWords
    /// Which strangers meet.
    let meetings: Meetings
    /// The weight of a pair that shares a value, for each value; 0 for those that do not tie.
    let weights: [Double]
    /// Which groups work at the same times.
    let joint: JointActivity
    private let inStep: [UInt64: Synchrony.Pair]

    /// How much a value's rarity decides what an account's content comes to.
    enum Focus {
        /// Rare and less rare values alike, to gather whoever may belong together.
        case wide
        /// The rare ones, so that a campaign's own wording stands out from what everybody says.
        case narrow

        /// The power of the rarity in an account's content, and the least norm of all that an account says: with less, the sum
        /// of squares, its direction is shorter than 1.
        var measure: (power: Double, leastNorm: Double) {
            switch self {
            case .wide: (0.5, 0.6)
            case .narrow: (1, 0.36)
            }
        }
    }

    /// What an account's content comes to.
    let focus: Focus

    /// Weighs all values by kind and rarity.
    init(_ observed: Observations, focus: Focus) {
        self.focus = focus
        shared = observed.shared
        synchrony = observed.synchrony
        joint = observed.joint
        content = observed.contentTies
        habitual = observed.habitual
        wordings = observed.wordings
        meetings = observed.meetings
        weights = shared.values.map(Self.weight)
        inStep = Dictionary(uniqueKeysWithValues: synchrony.pairs.map { (Self.key($0.one, $0.other), $0) })
    }

    /// What sharing a value weighs: the most that its kind can, times its rarity.
    private static func weight(_ value: SharedValue) -> Double {
        guard value.rarity >= (value.evidence == .content ? 0.02 : leastRarity), !value.isSoftware else { return 0 }
        return most(value.kind) * value.rarity
    }

    /// The most that sharing a value of a kind can weigh.
    static func most(_ kind: Indicator.Kind) -> Double {
        switch kind {
        case .payment: 1
        case .template, .span: 0.8
        case .addressRange: 0.6
        case .client: 0.4
        case .emailDomain: 0.15
        case .autonomousSystem, .rhythm: 0
        }
    }

    /// The most that using the same words habitually can weigh.
    static let ofHabitualWords = 0.8
    /// What meeting at a place that says nothing by itself weighs where it is no chance that members meet.
    static let ofMeeting = 0.4

    private static func key(_ one: Int, _ other: Int) -> UInt64 {
        UInt64(min(one, other)) << 32 | UInt64(max(one, other))
    }

    /// The least that being in step weighs.
    static let leastInStep = 0.4

    /// What being in step weighs: 0.4, and up to 0.8 as the surprise grows.
    static func weight(_ pair: Synchrony.Pair) -> Double {
        leastInStep + 0.4 * min(1, (pair.surprise - Synchrony.leastSurprise) / 40)
    }

    /// The reasons that tie two accounts of a cluster whose members say the same in a manner, strongest first.
    func reasons(_ one: Int, _ other: Int, _ manner: Support.Manner) -> [Edge.Reason] {
        var reasons: [Edge.Reason] = []
        for number in shared.common(one, other) where weights[number] > 0 {
            let value = shared.values[number]
            let parties = shared.parties(to: value.kind)
            guard parties[one] != parties[other] else { continue }
            reasons.append(
                Edge.Reason(
                    kind: value.evidence, signal: Self.signal(value.kind), indicator: value.id,
                    weight: weights[number] * value.hold(of: one) * value.hold(of: other), value: value.rarity))
        }
        if let pair = inStep[Self.key(one, other)] {
            reasons.append(
                Edge.Reason(
                    kind: .timing, signal: .synchrony, weight: Self.weight(pair),
                    value: 1 - exp(-pair.surprise / 20)))
        }
        if manner == .circle {
            for number in meetings.places(of: one, and: other) where weights[number] == 0 {
                let value = shared.values[number]
                reasons.append(
                    Edge.Reason(
                        kind: value.evidence, signal: Self.signal(value.kind), indicator: value.id,
                        weight: Self.ofMeeting))
            }
        }
        let spoken: Support.Manner = manner.isOfRequests ? manner : .words
        let likeness = words(spoken).likeness(one, other)
        if likeness >= spoken.leastLikeness, !reasons.contains(where: { $0.kind == .content }) {
            reasons.append(
                Edge.Reason(
                    kind: .content, signal: .sharedTemplate, weight: Self.ofHabitualWords * likeness, value: likeness))
        }
        return reasons.sorted { ($1.weight, $0.signal.rawValue) < ($0.weight, $1.signal.rawValue) }
    }

    private static func signal(_ kind: Indicator.Kind) -> SignalName {
        switch kind {
        case .payment, .emailDomain: .sharedPayment
        case .addressRange, .autonomousSystem, .client: .sharedInfrastructure
        case .template: .sharedTemplate
        case .span: .injectedSpan
        case .rhythm: .synchrony
        }
    }

    /// The accounts that anything ties, and their network.
    func network() -> (accounts: [Int], network: Network) {
        let tied = shared.ofAccount.indices.filter { account in
            !synchrony.partners[account].isEmpty || shared.ofAccount[account].contains { weights[$0] > 0 }
        }
        let place = Dictionary(uniqueKeysWithValues: tied.enumerated().map { ($1, $0) })
        var links = Array(repeating: [(node: Int, weight: Double)](), count: tied.count)
        for pair in synchrony.pairs {
            guard let one = place[pair.one], let other = place[pair.other] else { continue }
            links[one].append((other, Self.weight(pair)))
            links[other].append((one, Self.weight(pair)))
        }
        return (
            tied,
            Network(
                sizes: Array(repeating: 1, count: tied.count),
                valueWeights: weights.indices.map { number in
                    weights[number] > 0 && !shared.values[number].tiesAlone ? Self.most(.template) : weights[number]
                },
                values: tied.map { account in
                    shared.ofAccount[account].filter { weights[$0] > 0 && shared.values[$0].tiesAlone }
                        .map { (value: $0, count: shared.values[$0].part(of: account)) } + contentDirection(of: account)
                }, links: links)
        )
    }

    /// Accounts of other customers among some, at most 64 of them picked by hash, whose words are alike.
    func alike(_ account: Int, among accounts: [Int], _ manner: Support.Manner) -> [Int] {
        let words = words(manner)
        guard !words.directions[account].isEmpty else { return [] }
        return StableHash.sample(accounts, for: account, atMost: ContentTies.companions).filter {
            shared.customerOf[$0] != shared.customerOf[account]
                && words.likeness(account, $0) >= manner.leastLikeness
        }
    }

    /// The words by which members say the same.
    private func words(_ manner: Support.Manner) -> HabitualWords { manner.isOfRequests ? wordings : habitual }

    /// What an account shares with others of all that is said, as a direction: the product of two directions is their
    /// cosine, weighted by rarity. So two accounts are tied as far as all that they say is alike, and one phrase in
    /// common of many is little.
    func contentDirection(of account: Int) -> [(value: Int, count: Double)] {
        let measure = focus.measure
        let held = shared.ofAccount[account].filter { weights[$0] > 0 && !shared.values[$0].tiesAlone }.map {
            let value = shared.values[$0]
            return (value: $0, length: pow(value.rarity, measure.power) * value.hold(of: account))
        }
        let norm = max(held.reduce(0) { $0 + $1.length * $1.length }, measure.leastNorm).squareRoot()
        return held.map { (value: $0.value, count: $0.length / norm) }
    }
}
