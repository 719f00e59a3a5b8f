import Evidence

/// A payment shared with accounts of other organisations: `accounts × rarity` of the strongest one. Not available where the log has no payments.
enum SharedPayment: AccountSignal {
    static let name = SignalName.sharedPayment
    static let unit = "accounts"

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        let places = observed.places(of: account)
        guard places.contains(where: { observed.intake.exchanges[$0].standing.paymentHash != nil }) else {
            return .notAvailable("the log carries no payment")
        }
        let held = observed.shared.ofAccount[account].map { observed.shared.values[$0] }.filter { $0.kind == .payment }
        let weighed = held.map { (value: $0, others: observed.shared.others(than: account, having: $0)) }
            .map { (value: $0.value, others: $0.others, weight: Double($0.others) * $0.value.rarity) }
        guard let best = weighed.max(by: { ($0.weight, $1.value.id) < ($1.weight, $0.value.id) }), best.others > 0
        else { return .value(0, sample: places.count) }
        return .value(
            best.weight, sample: places.count, note: "payment shared with \(best.others.counted("account")) of others",
            reason: "payment", evidence: [.indicator(best.value.id)])
    }
}
