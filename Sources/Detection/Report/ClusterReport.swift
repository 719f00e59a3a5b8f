import Evidence

/// What is asserted of the clusters: the clusters themselves, their members, links and signals.
struct ClusterReport {
    /// The clusters, the strongest first.
    private(set) var clusters: [Cluster] = []
    /// The members.
    private(set) var memberships: [Membership] = []
    /// The links.
    private(set) var edges: [Edge] = []
    /// The clusters' signals.
    private(set) var signals: [Signal] = []
    /// The cluster of each account.
    private(set) var clusterOf: [Int: ClusterID] = [:]

    private let observed: Observations
    private let ties: Ties

    /// Names, scores and describes what was found.
    init(
        _ found: [ClusterFinder.Found], ties: Ties, observed: Observations, shares: TargetShares,
        previous: PreviousRun?
    ) {
        self.observed = observed
        self.ties = ties
        let members = found.map { $0.members.map { observed.intake.accounts[$0] } }
        for (cluster, id) in zip(found, ClusterNaming.ids(of: members, previous: previous)) {
            describe(cluster, id, shares)
        }
        clusters.sort { ($1.score, $0.id) < ($0.score, $1.id) }
        memberships.sort { ($0.cluster, $0.account) < ($1.cluster, $1.account) }
        edges.sort { ($0.a, $0.b) < ($1.a, $1.b) }
    }

    private mutating func describe(_ found: ClusterFinder.Found, _ id: ClusterID, _ shares: TargetShares) {
        let ranges = found.members.map { observed.places(of: $0) }
        let exchanges = ranges.reduce(0) { $0 + $1.count }
        let targets = shares.shares(of: found.members)
        let focus = 1 - (targets.first { $0.target == .general }?.share ?? 0)
        let score = ClusterScore(found, focus: focus, exchanges: exchanges)
        let all = observed.intake.exchanges
        let reasons = reasons(found)
        let doubt = [found.doubt?.words].compactMap(\.self)
        clusters.append(
            Cluster(
                id: id, status: found.status, size: found.members.count, kinds: found.kinds, score: score.score,
                exchanges: exchanges, firstAt: ranges.map { all[$0.lowerBound].at }.min() ?? observed.intake.asOf,
                lastAt: ranges.map { all[$0.upperBound - 1].at }.max() ?? observed.intake.asOf, targets: targets,
                indicators: found.values.prefix(20).map { ties.shared.values[$0].id },
                reasons: doubt + reasons.map(\.text)))
        for (kind, text) in reasons {
            signals.append(
                Signal(
                    subject: .cluster(id), name: Self.signal(kind), value: found.coverage[kind], unit: "share",
                    contribution: score.contributions[kind] ?? 0, evidence: evidence(found, kind), note: text))
        }
        for member in found.members { clusterOf[member] = id }
        link(found, id)
    }

    /// The signal that stands for a kind of evidence on a cluster.
    private static func signal(_ kind: EvidenceKind) -> SignalName {
        switch kind {
        case .content: .sharedTemplate
        case .timing: .synchrony
        case .infrastructure: .sharedInfrastructure
        case .payment: .sharedPayment
        }
    }

    private func evidence(_ found: ClusterFinder.Found, _ kind: EvidenceKind) -> [EvidenceReference] {
        found.values.filter { ties.shared.values[$0].evidence == kind }.prefix(5)
            .map { .indicator(ties.shared.values[$0].id) }
    }

    private func reasons(_ found: ClusterFinder.Found) -> [(kind: EvidenceKind, text: String)] {
        let inside = Set(found.members)
        return found.kinds.sorted {
            (found.coverage[$1] ?? 0, $0) < (found.coverage[$0] ?? 0, $1)
        }.map { kind in
            let strongest = found.values.first { ties.shared.values[$0].evidence == kind }
            let having = strongest.map { ties.shared.values[$0].members.count { inside.contains($0) } } ?? 0
            let text =
                switch kind {
                case .content where found.manner != .texts: "words of \(found.members.count) accounts"
                case .content: dealt(found) ?? "template in \(having) accounts"
                case .payment: "payment of \(having) accounts"
                case .infrastructure where found.manner == .circle: "address ranges of \(tied(found, kind)) accounts"
                case .payment where found.manner == .circle: "payments of \(tied(found, kind)) accounts"
                case .infrastructure: "address range of \(having) accounts"
                case .timing: "\(tied(found, kind)) accounts in step"
                }
            return (kind, text)
        }
    }

    /// How many texts are dealt out to most members, in words that the queue has room for; `nil` where none is.
    private func dealt(_ found: ClusterFinder.Found) -> String? {
        let texts = found.values.filter { ties.shared.values[$0].isDealt }
        let accounts = found.members.count { member in texts.contains { ties.shared.values[$0].isDealt(to: member) } }
        guard accounts > 0, 2 * accounts >= found.members.count else { return nil }
        return "\(texts.count.counted("text")) dealt evenly"
    }

    /// How many members a kind of evidence ties.
    private func tied(_ found: ClusterFinder.Found, _ kind: EvidenceKind) -> Int {
        Int((Double(found.members.count) * (found.coverage[kind] ?? 0)).rounded())
    }

    /// The most links listed for one shared value of a member.
    private static let linksPerValue = 4

    /// The most reasons listed for a link, not counting the strongest of each kind: two accounts may share hundreds of texts.
    private static let mostReasons = 12

    /// Of reasons, the strongest first, those that a link lists.
    private static func listed(_ reasons: [Edge.Reason]) -> [Edge.Reason] {
        var kinds: Set<EvidenceKind> = []
        return reasons.indices.compactMap { place in
            let isStrongestOfKind = kinds.insert(reasons[place].kind).inserted
            return isStrongestOfKind || place < mostReasons ? reasons[place] : nil
        }
    }

    private mutating func link(_ found: ClusterFinder.Found, _ id: ClusterID) {
        var strength: [Int: Double] = [:]
        var kinds: [Int: Set<EvidenceKind>] = [:]
        var values: [Int: [IndicatorID: Double]] = [:]
        let pairs = pairs(found)
        let reasonsOf = Parallel.map(pairs.count) { [ties] in ties.reasons(pairs[$0].one, pairs[$0].other, found.manner)
        }
        for (pair, reasons) in zip(pairs, reasonsOf) where !reasons.isEmpty {
            let weight = reasons.reduce(0) { $0 + $1.weight }
            edges.append(
                Edge(
                    observed.intake.accounts[pair.one], observed.intake.accounts[pair.other], weight: weight,
                    reasons: Self.listed(reasons)))
            for member in [pair.one, pair.other] {
                strength[member] = max(strength[member] ?? 0, weight)
                kinds[member, default: []].formUnion(reasons.map(\.kind))
                for reason in reasons {
                    if let indicator = reason.indicator {
                        values[member, default: [:]][indicator, default: 0] += reason.weight
                    }
                }
            }
        }
        for member in found.members {
            let named = (values[member] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            memberships.append(
                Membership(
                    cluster: id, account: observed.intake.accounts[member], weight: min(1, strength[member] ?? 0),
                    kinds: (kinds[member] ?? []).sorted(), indicators: named.prefix(8).map(\.key)))
        }
    }

    /// The members that may be linked, each two once, by their numbers.
    private func pairs(_ found: ClusterFinder.Found) -> [(one: Int, other: Int)] {
        let inside = Set(found.members)
        let pairs = Parallel.map(found.members.count) { [ties] number in
            let member = found.members[number]
            var others = ties.synchrony.partners[member].filter { inside.contains($0) }
                .map { (StableHash.mix(UInt64(member) &* 31 ^ UInt64($0)), $0) }.sorted { $0 < $1 }
                .prefix(Self.linksPerValue).map(\.1)
            for value in ties.shared.ofAccount[member] where ties.weights[value] > 0 {
                others += ties.shared.companions(of: member, through: value, atMost: 4 * Self.linksPerValue)
                    .filter { inside.contains($0) }.prefix(Self.linksPerValue)
            }
            if found.manner != .texts {
                others += ties.alike(member, among: found.members, found.manner).prefix(Self.linksPerValue)
            }
            if found.manner == .circle { others += ties.meetings.met(by: member, amid: inside) }
            return others.map { UInt64(min(member, $0)) << 32 | UInt64(max(member, $0)) }
        }.flatMap { $0 }.sorted()
        return pairs.indices.filter { $0 == 0 || pairs[$0] != pairs[$0 - 1] }
            .map { (Int(pairs[$0] >> 32), Int(pairs[$0] & 0xffff_ffff)) }
    }
}
