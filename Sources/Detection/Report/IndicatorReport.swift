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
        let values = observed.shared.values.compactMap { value in why(value, observed).map { (value, $0) } }
        return values.sorted { ($1.0.owners, $0.0.id) < ($0.0.owners, $1.0.id) }.prefix(20).map { value, why in
            "\(value.id.text.verbatim): \(value.members.count) accounts share it; \(why)"
        }
    }

    /// Why a value that many share ties nobody; `nil` where it ties somebody or few share it.
    private static func why(_ value: SharedValue, _ observed: Observations) -> String? {
        if value.isSoftware { return "client and fixed instruction go together, as one piece of software's do" }
        guard value.owners >= 10 else { return nil }
        if value.rarity < Ties.leastRarity { return "too common to tie" }
        let tiesNobody = value.kind == .addressRange && value.members.allSatisfy { observed.cluster(of: $0) == nil }
        return tiesNobody ? "an address range alone ties nobody" : nil
    }
}
