import Evidence
import Foundation

/// How narrow the capability targets are: `1 − H(target) / ln 14`, and 0 where most traffic is general. Not available
/// below ten exchanges with text, tools or images. Source: the disclosures' focus on what training needs.
enum TargetFocus: AccountSignal {
    static let name = SignalName.targetFocus
    static let unit = "share"
    static let fewestExchanges = 10

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        let places = observed.places(of: account).filter {
            let exchange = observed.intake.exchanges[$0]
            return exchange.text != nil || exchange.tools != nil || exchange.images != nil
        }
        guard places.count >= fewestExchanges else {
            return .notAvailable("fewer than \(fewestExchanges) exchanges with text, tools or images")
        }
        var counts = Array(repeating: 0, count: CapabilityTarget.allCases.count)
        for place in places { counts[observed.targets.top[place].place] += 1 }
        let top = counts.indices.max { counts[$0] < counts[$1] } ?? 0
        let target = CapabilityTarget.allCases[top]
        if target == .general { return .value(0, sample: places.count, note: "mostly general") }
        let words = target.rawValue.replacing("_", with: " ")
        return .value(
            1 - Entropy.nats(counts) / log(Double(counts.count)), sample: places.count, note: "mostly \(words)",
            reason: words, evidence: observed.exemplars(places.filter { observed.targets.top[$0] == target }))
    }
}
