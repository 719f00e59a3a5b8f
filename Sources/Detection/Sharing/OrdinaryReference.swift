import Evidence
import Foundation

/// The accounts against which rarity and percentiles are measured: those that nothing ties to accounts of other owners by
/// two independent kinds of evidence. No label is used.
struct OrdinaryReference {
    /// The largest share of all owners that may have a value for it to count here.
    static let mostOwners: [EvidenceKind: Double] = [
        .payment: 0.2, .content: 0.25, .timing: 1, .infrastructure: 0.12,
    ]
    /// The accounts looked at, a shared value.
    static let companions = 24
    /// The owners to which an account must be tied to be no ordinary one.
    static let fewestTies = 2

    /// Whether each account is ordinary.
    private(set) var isOrdinary: [Bool]
    /// The number of owners of ordinary accounts.
    private(set) var owners: Int

    /// Looks at each account's companions.
    init(_ shared: SharedValues, synchrony: Synchrony) {
        let all = Set(shared.ownerOf).count
        isOrdinary = shared.ofAccount.indices.map { account in
            var tied: Set<Int> = []
            for other in Self.candidates(account, shared, synchrony, owners: all) {
                let kinds = Self.kinds(account, other, shared, synchrony, owners: all)
                if kinds.count >= 2 { tied.insert(shared.ownerOf[other]) }
                if tied.count >= Self.fewestTies { return false }
            }
            return true
        }
        owners = 0
        owners = Set(isOrdinary.indices.filter { isOrdinary[$0] }.map { shared.ownerOf[$0] }).count
    }

    private static func candidates(
        _ account: Int, _ shared: SharedValues, _ synchrony: Synchrony, owners: Int
    ) -> [Int] {
        var found = Set(synchrony.partners[account].prefix(companions))
        for value in shared.ofAccount[account] where counts(shared.values[value], owners: owners) {
            found.formUnion(shared.companions(of: account, through: value, atMost: companions))
        }
        return found.sorted()
    }

    /// The independent kinds of evidence that tie two accounts together.
    static func kinds(
        _ one: Int, _ other: Int, _ shared: SharedValues, _ synchrony: Synchrony, owners: Int
    ) -> Set<EvidenceKind> {
        var kinds: Set<EvidenceKind> = []
        for value in shared.common(one, other) where counts(shared.values[value], owners: owners) {
            kinds.insert(shared.values[value].evidence)
        }
        if synchrony.partners[one].contains(other) { kinds.insert(.timing) }
        return kinds
    }

    /// Whether a value may tie accounts together at all. A client never does here: one piece of software has one
    /// greeting and one fixed instruction. Nor does software's own instruction.
    static func counts(_ value: SharedValue, owners: Int) -> Bool {
        if value.kind == .client || value.isSoftware || value.kind == .emailDomain { return false }
        return Double(value.owners) <= max(3, (mostOwners[value.evidence] ?? 0) * Double(owners))
    }
}

extension SharedValues {
    /// Marks fixed instructions and clients that go together: whoever has one has the other.
    mutating func markSoftware() {
        let clients = values.indices.filter { values[$0].kind == .client }
        for span in values.indices where values[span].kind == .span {
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

    /// Measures how rare each value is among ordinary accounts: `ln(N / (1 + n)) / ln N`, where `n` of `N` owners have it.
    mutating func measureRarity(against ordinary: OrdinaryReference) {
        let all = Double(max(ordinary.owners, 20))
        for number in values.indices {
            let having = Set(
                values[number].members.filter { ordinary.isOrdinary[$0] }.map { ownerOf[$0] })
            values[number].ordinaryOwners = having.count
            values[number].rarity = max(0, min(1, log(all / Double(1 + having.count)) / log(all)))
        }
    }
}
