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
    /// The least that sharing a range must say.
    static let leastTelling = 0.5
    /// The least weight of shared content, by its rarity among all, that ties.
    static let leastContent = 0.4

    /// How ordinary each account is, 0 to 1.
    private(set) var ordinariness: [Double]
    /// The number of owners of ordinary accounts.
    private(set) var owners: Int
    /// The cluster that each account belongs to; −1 for none.
    private(set) var clusterOf: [Int]
    /// Whether each cluster is coordinated.
    private(set) var isCoordinated: [Bool] = []

    /// Looks at each account's companions.
    init(_ shared: SharedValues, synchrony: Synchrony) {
        let all = Set(shared.customerOf).count
        let content = ContentTies(shared, atLeast: Self.leastContent) { value in
            SharedValues.uncommonness(having: value.owners, of: all) * value.substance
        }
        clusterOf = Array(repeating: -1, count: shared.ofAccount.count)
        ordinariness = Parallel.map(shared.ofAccount.count) { account in
            Self.isOrdinary(account, shared, content, synchrony, owners: all) ? 1 : 0
        }
        owners = Self.owners(ordinariness, shared)
    }

    /// Whether each account is ordinary, as percentiles take it.
    var isOrdinary: [Bool] { ordinariness.map { $0 >= 0.5 } }

    /// Takes everybody for ordinary but the members of coordinated clusters; those of candidates in part.
    init(_ shared: SharedValues, clusters: [ClusterFinder.Found]) {
        ordinariness = Array(repeating: 1, count: shared.ofAccount.count)
        clusterOf = Array(repeating: -1, count: shared.ofAccount.count)
        isCoordinated = clusters.map { $0.status == .coordinated }
        for (number, cluster) in clusters.enumerated() {
            for member in cluster.members {
                clusterOf[member] = number
                let own = cluster.status == .coordinated ? 0 : Self.ofCandidate
                ordinariness[member] = min(ordinariness[member], own)
            }
        }
        owners = Self.owners(ordinariness, shared)
    }

    private static func owners(_ ordinariness: [Double], _ shared: SharedValues) -> Int {
        Set(ordinariness.indices.filter { ordinariness[$0] >= 0.5 }.map { shared.customerOf[$0] }).count
    }

    /// How ordinary a member of a candidate is: several customers who say the same may well be just that.
    static let ofCandidate = 0.45

    /// How ordinary an account is as one that has a value. For content, whoever belongs to no cluster is ordinary, and so is a
    /// member of one to which no more than half of those who have it belong; where four of five do, a member is not.
    func ordinariness(of account: Int, having value: SharedValue, _ concentration: Concentration) -> Double {
        guard value.evidence == .content, clusterOf[account] >= 0 else { return ordinariness[account] }
        guard concentration.clusters.contains(clusterOf[account]) else { return 1 }
        return 1 - max(0, min(1, (concentration.share - 0.5) / 0.3))
    }

    /// An account is no ordinary one if a kind of evidence ties it to two other customers, and a second kind ties it
    /// to one of the same accounts or to one that pays with it.
    private static func isOrdinary(
        _ account: Int, _ shared: SharedValues, _ content: ContentTies, _ synchrony: Synchrony, owners: Int
    ) -> Bool {
        var kindsOf: [Int: Set<EvidenceKind>] = [:]
        for tie in content.ties[account] { kindsOf[tie.other, default: []].insert(.content) }
        for value in shared.ofAccount[account]
        where counts(shared.values[value], owners: owners) && shared.telling(shared.values[value]) >= leastTelling {
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
