import Evidence
import HostileText

/// The shared values that findings point at, and why others were left aside.
enum IndicatorReport {
    /// The indicators that some cluster, membership, edge or signal names.
    static func indicators(_ shared: SharedValues, namedIn findings: Findings) -> [Indicator] {
        var named = Set(findings.clusters.flatMap(\.indicators))
        named.formUnion(findings.memberships.flatMap(\.indicators))
        named.formUnion(findings.edges.flatMap(\.reasons).compactMap(\.indicator))
        for signal in findings.signals {
            for case .indicator(let id) in signal.evidence { named.insert(id) }
        }
        return shared.values.filter { named.contains($0.id) }.map {
            Indicator(
                id: $0.id, kind: $0.kind, value: $0.value, accounts: $0.members.count,
                ordinaryAccounts: $0.ordinaryOwners, rarity: $0.rarity)
        }
    }

    /// The widely shared values that tie nothing together, the most common first, at most twenty.
    static func notes(_ observed: Observations) -> [String] {
        let values = observed.shared.values.filter {
            $0.isSoftware || $0.owners >= 10 && $0.rarity < Ties.leastRarity
        }
        return values.sorted { ($1.owners, $0.id) < ($0.owners, $1.id) }.prefix(20).map { value in
            let why =
                value.isSoftware
                ? "client and fixed instruction go together, as one piece of software's do" : "too common to tie"
            return "\(value.id.text.verbatim): \(value.members.count) accounts share it; \(why)"
        }
    }
}
