import Evidence

/// A payment shared with other owners: `others × rarity` of the strongest one. Not available where the log has no payments.
enum SharedPayment: AccountSignal {
    static let name = SignalName.sharedPayment
    static let unit = "accounts"

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        let places = observed.places(of: account)
        guard places.contains(where: { observed.intake.exchanges[$0].standing.paymentHash != nil }) else {
            return .notAvailable("the log carries no payment")
        }
        let held = observed.shared.ofAccount[account].map { observed.shared.values[$0] }.filter { $0.kind == .payment }
        guard let best = held.max(by: { (weight($0), $1.id) < (weight($1), $0.id) }) else {
            return .value(0, sample: places.count)
        }
        return .value(
            weight(best), sample: places.count, note: "payment shared with \(best.owners - 1) other accounts",
            reason: "payment", evidence: [.indicator(best.id)])
    }

    private static func weight(_ value: SharedValue) -> Double {
        Double(value.owners - 1) * value.rarity
    }
}
