import Evidence
import Foundation

/// The accounts against which rarity and percentiles are measured: those that nothing ties to accounts of other owners by
/// two independent kinds of evidence. No label is used.
struct OrdinaryReference {
    /// The largest share of all parties that may have a value for it to count here.
    static let mostOwners: [EvidenceKind: Double] = [.payment: 0.2, .infrastructure: 0.12]
    /// The accounts looked at, a shared value.
    static let companions = 24
    /// The customers to which an account must be tied to be no ordinary one.
    static let fewestTies = 2
    /// The least weight of shared content, by its rarity among all, that ties.
    static let leastContent = 0.2

    /// Whether each account is ordinary.
    private(set) var isOrdinary: [Bool]
    /// The number of owners of ordinary accounts.
    private(set) var owners: Int

    /// Looks at each account's companions.
    init(_ shared: SharedValues, synchrony: Synchrony) {
        let all = Set(shared.customerOf).count
        let content = ContentTies(shared, atLeast: Self.leastContent) { value in
            SharedValues.uncommonness(having: value.owners, of: all) * value.substance
        }
        isOrdinary = shared.ofAccount.indices.map { account in
            Self.isOrdinary(account, shared, content, synchrony, owners: all)
        }
        owners = 0
        owners = Set(isOrdinary.indices.filter { isOrdinary[$0] }.map { shared.customerOf[$0] }).count
    }

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

    /// The least that sharing a value says, however many of those who have it are ordinary.
    private static func floor(_ kind: Indicator.Kind) -> Double {
        switch kind {
        case .payment: 1
        case .template: 0.4
        case .addressRange: 0.3
        case .emailDomain: 0.2
        case .span, .client, .autonomousSystem, .rhythm: 0.1
        }
    }

    /// 1 for what at most one in twenty has, falling with the logarithm of the share to 0 for what two in five have: before
    /// it is known who is ordinary, a large campaign must not make its own values common.
    static func uncommonness(having count: Int, of all: Int) -> Double {
        let share = Double(count) / Double(max(all, 1))
        return max(0, min(1, log(0.4 / share) / log(8)))
    }

    /// `ln(N / (1 + n)) / ln N`: 1 for what nobody has, 0 for what everybody has. Few are taken for twenty.
    static func idf(having count: Int, of all: Int) -> Double {
        let all = Double(max(all, 20))
        return max(0, min(1, log(all / Double(1 + count)) / log(all)))
    }

    /// Measures how much sharing each value says: `ln(N / (1 + n)) / ln N`, where `n` of `N` ordinary parties have it, times
    /// the share of those who have it that are not ordinary (but at least a floor for each kind), times its substance.
    /// For fixed instructions the share is squared, since popular software has one that many customers use.
    mutating func measureRarity(against ordinary: OrdinaryReference) {
        for number in values.indices {
            let parties = parties(to: values[number].kind)
            let having = Set(values[number].members.filter { ordinary.isOrdinary[$0] }.map { parties[$0] })
            values[number].ordinaryOwners = having.count
            var unusual = 1 - Double(having.count) / Double(values[number].owners)
            if values[number].kind == .span { unusual *= unusual }
            values[number].rarity =
                Self.idf(having: having.count, of: ordinary.owners) * values[number].substance
                * max(Self.floor(values[number].kind), unusual)
        }
    }
}
