import Evidence
import Foundation

/// The accounts against which rarity and percentiles are measured. No label is used: first those count as ordinary that
/// nothing ties to accounts of other customers by two independent kinds of evidence, then, once clusters are found with
/// that, those in no cluster.
struct OrdinaryReference {
    /// The largest share of all parties that may have a value for it to count here.
    static let mostOwners: [EvidenceKind: Double] = [.payment: 0.2, .infrastructure: 0.12]
    /// The accounts looked at, a shared value.
    static let companions = 24
    /// The customers to which an account must be tied to be no ordinary one.
    static let fewestTies = 2
    /// The least weight of shared content, by its rarity among all, that ties.
    static let leastContent = 0.4

    /// How ordinary each account is, 0 to 1.
    private(set) var ordinariness: [Double]
    /// The number of owners of ordinary accounts.
    private(set) var owners: Int

    /// Looks at each account's companions.
    init(_ shared: SharedValues, synchrony: Synchrony) {
        let all = Set(shared.customerOf).count
        let content = ContentTies(shared, atLeast: Self.leastContent) { value in
            SharedValues.uncommonness(having: value.owners, of: all) * value.substance
        }
        ordinariness = shared.ofAccount.indices.map { account in
            Self.isOrdinary(account, shared, content, synchrony, owners: all) ? 1 : 0
        }
        owners = Self.owners(ordinariness, shared)
    }

    /// Whether each account is ordinary, as percentiles take it.
    var isOrdinary: [Bool] { ordinariness.map { $0 >= 0.5 } }

    /// Takes everybody for ordinary but the members of coordinated clusters; those of candidates in part.
    init(_ shared: SharedValues, clusters: [ClusterFinder.Found]) {
        ordinariness = Array(repeating: 1, count: shared.ofAccount.count)
        for cluster in clusters {
            for member in cluster.members {
                let own = cluster.status == .coordinated ? 0 : Self.ofCandidate
                ordinariness[member] = min(ordinariness[member], own)
            }
        }
        owners = Self.owners(ordinariness, shared)
    }

    private static func owners(_ ordinariness: [Double], _ shared: SharedValues) -> Int {
        Set(ordinariness.indices.filter { ordinariness[$0] >= 0.5 }.map { shared.customerOf[$0] }).count
    }

    /// How ordinary a member of a candidate is.
    private static let ofCandidate = 0.45

    /// An account is no ordinary one if a kind of evidence ties it to two other customers, and a second kind ties it to one
    /// of the same accounts or to one that pays with it.
    private static func isOrdinary(
        _ account: Int, _ shared: SharedValues, _ content: ContentTies, _ synchrony: Synchrony, owners: Int
    ) -> Bool {
        var kindsOf: [Int: Set<EvidenceKind>] = [:]
        for tie in content.ties[account] { kindsOf[tie.other, default: []].insert(.content) }
        for value in shared.ofAccount[account] where counts(shared.values[value], owners: owners) {
            for other in shared.companions(of: account, through: value, atMost: companions) {
                kindsOf[other, default: []].insert(shared.values[value].evidence)
            }
        }
        for other in synchrony.partners[account].prefix(companions) { kindsOf[other, default: []].insert(.timing) }
        let sharesPayment = kindsOf.values.contains { $0.contains(.payment) }
        var customers: [EvidenceKind: Set<Int>] = [:]
        var confirmed: Set<EvidenceKind> = []
        for (other, kinds) in kindsOf {
            for kind in kinds where kind != .payment {
                customers[kind, default: []].insert(shared.customerOf[other])
                if kinds.count >= 2 || sharesPayment { confirmed.insert(kind) }
            }
        }
        return !customers.contains { $0.value.count >= fewestTies && confirmed.contains($0.key) }
    }

    /// Whether a payment or an address range may tie accounts together here. A client never does: one piece of software
    /// has one greeting.
    private static func counts(_ value: SharedValue, owners: Int) -> Bool {
        guard value.kind == .payment || value.kind == .addressRange else { return false }
        return Double(value.owners) <= max(3, (mostOwners[value.evidence] ?? 0) * Double(owners))
    }
}

extension SharedValues {
    /// Marks fixed instructions and clients that go together, where most who have them are ordinary: whoever has one has
    /// the other, as with any piece of software. Call it once rarity is measured.
    mutating func markSoftware() {
        let clients = values.indices.filter { values[$0].kind == .client }
        for number in values.indices { values[number].isSoftware = false }
        for span in values.indices where values[span].kind == .span && isMostlyOrdinary(values[span]) {
            let users = Set(values[span].members)
            for client in clients {
                let both = values[client].members.count { users.contains($0) }
                let either = users.count + values[client].members.count - both
                if Double(both) >= 0.6 * Double(either) {
                    values[span].isSoftware = true
                    values[client].isSoftware = true
                }
            }
        }
    }

    private func isMostlyOrdinary(_ value: SharedValue) -> Bool {
        2 * value.ordinaryOwners > value.owners
    }

    /// The least that sharing a value says, however many of those who have it are ordinary: for content less once clusters
    /// are known.
    private static func floor(_ kind: Indicator.Kind, knowsClusters: Bool) -> Double {
        switch kind {
        case .payment: 1
        case .template: knowsClusters ? 0.3 : 0.4
        case .addressRange: 0.3
        case .emailDomain: 0.2
        case .span, .client, .autonomousSystem, .rhythm: 0.1
        }
    }

    /// 1 for what at most one in fifty has, falling with the logarithm of the share to 0 for what two in five have: before
    /// it is known who is ordinary, a large campaign must not make its own values common.
    static func uncommonness(having count: Int, of all: Int) -> Double {
        let share = Double(count) / Double(max(all, 1))
        return max(0, min(1, log(0.4 / share) / log(20)))
    }

    /// `ln(N / (1 + n)) / ln N`: 1 for what nobody has, 0 for what everybody has. Few are taken for twenty.
    static func idf(having count: Double, of all: Int) -> Double {
        let all = Double(max(all, 20))
        return max(0, min(1, log(all / (1 + count)) / log(all)))
    }

    /// Measures how much sharing each value says: `ln(N / (1 + n)) / ln N`, where `n` of `N` ordinary parties have it, times
    /// the share of those who have it that are not ordinary (but at least a floor for each kind), times its substance.
    /// For content the share is squared, since popular software and popular phrases have many users.
    mutating func measureRarity(against ordinary: OrdinaryReference, knowsClusters: Bool) {
        for number in values.indices {
            let parties = parties(to: values[number].kind)
            var having: [Int: Double] = [:]
            for member in values[number].members {
                having[parties[member]] = max(having[parties[member]] ?? 0, ordinary.ordinariness[member])
            }
            let count = having.values.sorted().reduce(0, +)
            values[number].ordinaryOwners = having.values.count { $0 >= 0.5 }
            var unusual = 1 - count / Double(values[number].owners)
            if values[number].evidence == .content { unusual *= unusual }
            values[number].rarity =
                Self.idf(having: count, of: ordinary.owners) * values[number].substance
                * max(Self.floor(values[number].kind, knowsClusters: knowsClusters), unusual)
        }
    }
}
