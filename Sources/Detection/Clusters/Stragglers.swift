import Evidence

/// Finds accounts that communities left out and that belong to a cluster all the same: they pay with it, say what it
/// says, or are tied to it by several kinds of evidence, each too weak alone.
struct Stragglers {
    /// The least weight of a payment, and of content, that is enough by itself.
    static let enoughAlone: [EvidenceKind: Double] = [.payment: ofPayment, .content: 0.5]
    /// The least weight of a payment by which whoever pays with a cluster belongs to it.
    static let ofPayment = 0.6
    /// The least that two kinds or more must weigh together.
    static let enoughTogether = 0.5

    private let ties: Ties
    private var clusterOf: [Int: Int] = [:]
    /// What each cluster's members have of each content on average.
    private var centres: [[Int: Double]] = []

    /// Looks at clusters given by their members.
    init(_ clusters: [[Int]], _ ties: Ties) {
        self.ties = ties
        for (number, members) in clusters.enumerated() {
            var centre: [Int: Double] = [:]
            for member in members {
                clusterOf[member] = number
                for (value, count) in ties.contentDirection(of: member) {
                    centre[value, default: 0] += count / Double(members.count)
                }
            }
            centres.append(centre)
        }
    }

    /// The accounts to add to each cluster, each to the one that it is tied to best. Linear in shared values times the
    /// companions looked at.
    func found() -> [Int: [Int]] {
        let outside = ties.shared.ofAccount.indices.filter { clusterOf[$0] == nil }
        let best = Parallel.map(outside.count) { number in
            strengths(outside[number]).filter { Self.suffices($0.value) }
                .map { (cluster: $0.key, weight: $0.value.values.sorted().reduce(0, +)) }
                .min { ($1.weight, $0.cluster) < ($0.weight, $1.cluster) }?.cluster
        }
        var joining: [Int: [Int]] = [:]
        for (account, cluster) in zip(outside, best) {
            if let cluster { joining[cluster, default: []].append(account) }
        }
        return joining
    }

    private static func suffices(_ kinds: [EvidenceKind: Double]) -> Bool {
        if kinds.contains(where: { $0.value >= enoughAlone[$0.key] ?? .infinity }) { return true }
        return kinds.count >= 2 && kinds.values.sorted().reduce(0, +) >= enoughTogether
    }

    /// How strongly each kind ties an account to each cluster.
    private func strengths(_ account: Int) -> [Int: [EvidenceKind: Double]] {
        var strengths: [Int: [Indicator.Kind: Double]] = [:]
        for number in ties.shared.ofAccount[account] where ties.weights[number] > 0 {
            let value = ties.shared.values[number]
            guard value.tiesAlone else { continue }
            for other in ties.shared.companions(of: account, through: number, atMost: ContentTies.companions) {
                guard let cluster = clusterOf[other] else { continue }
                let known = strengths[cluster]?[value.kind] ?? 0
                strengths[cluster, default: [:]][value.kind] = max(
                    known, ties.weights[number] * value.part(of: account))
            }
        }
        for other in ties.synchrony.partners[account] {
            if let cluster = clusterOf[other] { strengths[cluster, default: [:]][.rhythm] = Ties.leastInStep }
        }
        let content = ties.contentDirection(of: account)
        for cluster in Set(ties.content.ties[account].compactMap { clusterOf[$0.other] }) {
            let likeness = content.reduce(0) { $0 + $1.count * (centres[cluster][$1.value] ?? 0) }
            let known = strengths[cluster]?[.template] ?? 0
            strengths[cluster, default: [:]][.template] = max(known, Ties.most(.template) * likeness)
        }
        return strengths.mapValues { kinds in
            Dictionary(kinds.sorted { $0.value < $1.value }.map { ($0.key.evidence, $0.value) }, uniquingKeysWith: +)
        }
    }
}
