import Evidence

/// A template that other owners' accounts use and ordinary ones do not: the largest of `owners × rarity` over its templates
/// and fixed instructions, not counting the account's own owner. What one piece of software explains counts nothing.
/// Source: "variations of one prompt across hundreds of coordinated accounts"; weighting by rarity after FRAUDAR.
enum SharedTemplate: AccountSignal {
    static let name = SignalName.sharedTemplate
    static let unit = "accounts"

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        let places = observed.places(of: account)
        guard places.contains(where: { observed.intake.exchanges[$0].text != nil }) else {
            return .notAvailable("the log carries no text")
        }
        let held = observed.shared.ofAccount[account].map { observed.shared.values[$0] }
            .filter { ($0.kind == .template || $0.kind == .span) && !$0.isSoftware }
        guard let best = held.max(by: { (weight($0), $1.id) < (weight($1), $0.id) }) else {
            return .value(0, sample: places.count)
        }
        return .value(
            weight(best), sample: places.count, note: "template in \(best.owners) accounts",
            reason: "template in \(best.owners) accounts", evidence: [.indicator(best.id)])
    }

    /// What sharing a template with so many others says.
    static func weight(_ value: SharedValue) -> Double {
        Double(value.owners - 1) * value.rarity * (value.kind == .span ? 0.5 : 1)
    }
}
