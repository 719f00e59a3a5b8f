import Evidence

/// A fixed span put into nearly every request: the share of the account's requests that hold the rarest span which other
/// owners' requests hold too, times the span's rarity. Only spans around which the text varies count.
/// Source: the disclosure of one fixed span injected into every request.
enum InjectedSpan: AccountSignal {
    static let name = SignalName.injectedSpan
    static let unit = "share"
    static let fewestRequests = 5

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        let places = observed.places(of: account)
        guard places.contains(where: { observed.intake.exchanges[$0].text != nil }) else {
            return .notAvailable("the log carries no text")
        }
        guard places.count >= fewestRequests else { return .notAvailable("fewer than \(fewestRequests) requests") }
        var best: (value: SharedValue, share: Double)?
        for number in observed.shared.ofAccount[account] {
            let value = observed.shared.values[number]
            guard value.kind == .template || value.kind == .span, !value.isSoftware,
                let place = value.members.firstIndex(of: account)
            else { continue }
            let share = Double(value.uses[place]) / Double(places.count) * value.rarity
            if share > (best?.share ?? 0) { best = (value, share) }
        }
        guard let best else { return .value(0, sample: places.count) }
        return .value(
            best.share, sample: places.count, note: "fixed span in \(best.value.members.count) accounts",
            reason: "injected span", evidence: [.indicator(best.value.id)])
    }
}
