import Evidence
import HostileText

/// How many accounts of other owners are in step with this one: by ``Synchrony``, or the members of its cluster that keep one
/// time, by ``JointActivity``.
enum InStep: AccountSignal {
    static let name = SignalName.synchrony
    static let unit = "accounts"
    static let dependsOnClusters = true
    static let fewestExchanges = 10

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        let places = observed.places(of: account)
        guard places.count >= fewestExchanges else { return .notAvailable("fewer than \(fewestExchanges) exchanges") }
        let pairs = observed.synchrony.partners[account]
        let members = observed.cluster(of: account)?.inStep ?? []
        let joint = members.contains(account) ? members.filter { $0 != account } : []
        let partners = joint.count > pairs.count ? joint : pairs
        let nearest = partners.map { (StableHash.of(observed.intake.accounts[$0].text.verbatim), $0) }
            .sorted { $0 < $1 }.prefix(5).map { EvidenceReference.account(observed.intake.accounts[$0.1]) }
        return .value(
            Double(partners.count), sample: places.count,
            note: partners.isEmpty ? nil : "in step with \(partners.count.counted("account"))",
            reason: "in step with \(partners.count)", evidence: nearest)
    }
}
