import Evidence

/// Templates and fixed instructions that other customers' accounts use and ordinary ones do not: the number of those
/// accounts, at most ten, each counted by how much the shared content says in all, from 0 at a weight of 0.12 to 1 at
/// 0.62, times what the other account is: 1 in a coordinated cluster, 0.3 in a candidate, 0.1 if it is ordinary. Whoever is in no
/// cluster, or in one by nothing else than words, gains no more from coordinated accounts than from candidates: who uses a text that a
/// campaign has taken is not of it. What one piece of software explains counts nothing. Source: "variations of one prompt across
/// hundreds of coordinated accounts"; weighting by rarity after FRAUDAR.
enum SharedTemplate: AccountSignal {
    static let name = SignalName.sharedTemplate
    static let unit = "accounts"
    static let dependsOnClusters = true
    /// The companions counted, the strongest first.
    static let mostCompanions = 10
    /// What an ordinary companion counts.
    static let leastCount = 0.1
    /// What a companion in a candidate counts.
    private static let ofCandidate = (1 - OrdinaryReference.ofCandidate) * (1 - OrdinaryReference.ofCandidate)

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        let places = observed.places(of: account)
        guard places.contains(where: { observed.intake.exchanges[$0].text != nil }) else {
            return .notAvailable("the log carries no text")
        }
        let ties = observed.contentTies.ties[account]
        let isFirm = observed.cluster(of: account)?.holdsFirmly(account) ?? false
        let most = isFirm ? 1 : ofCandidate
        var counts = Dictionary(
            ties.map { ($0.other, max(0, min(1, ($0.weight - 0.12) * 2))) }, uniquingKeysWith: max)
        for (other, likeness) in alike(account, in: observed) {
            counts[other] = max(counts[other] ?? 0, min(1, (likeness - leastLikeness) * 2))
        }
        let companions = counts.map { other, count in
            let unusual = 1 - observed.standing.ordinariness[other]
            return count * max(leastCount, min(most, unusual * unusual))
        }
        let value = companions.sorted(by: >).prefix(mostCompanions).reduce(0, +)
        let held = observed.shared.ofAccount[account].map { observed.shared.values[$0] }
            .filter { $0.evidence == .content && !$0.isSoftware }
        let best = held.max { (weight($0), $1.id) < (weight($1), $0.id) }
        guard value > 0 else { return .value(0, sample: places.count) }
        guard let best else {
            let words = "words of \(companions.count) accounts"
            return .value(value, sample: places.count, note: words, reason: words)
        }
        let words = "template in \(max(best.members.count, ties.count + 1)) accounts"
        return .value(value, sample: places.count, note: words, reason: words, evidence: [.indicator(best.id)])
    }

    /// The likeness of words from which on an account counts, more the more alike they are.
    private static let leastLikeness = 0.15

    /// The members of a cluster of like words that use the account's, and how like they are.
    private static func alike(_ account: Int, in observed: Observations) -> [(other: Int, likeness: Double)] {
        guard let cluster = observed.cluster(of: account), cluster.manner != .texts else { return [] }
        let words = cluster.manner.isOfRequests ? observed.wordings : observed.habitual
        return StableHash.sample(cluster.members, for: account, atMost: ContentTies.companions)
            .filter { observed.shared.customerOf[$0] != observed.shared.customerOf[account] }
            .map { ($0, words.likeness(account, $0)) }.filter { $0.1 > leastLikeness }
    }

    private static func weight(_ value: SharedValue) -> Double {
        Double(value.owners - 1) * value.rarity
    }
}
