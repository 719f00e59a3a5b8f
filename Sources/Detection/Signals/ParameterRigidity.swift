import Evidence
import Foundation

/// How little the request's parameters change: `1 − H / ln n` over temperature, most tokens, tools and fixed instruction
/// together. Not available below twenty exchanges, nor where the log carries none of them.
enum ParameterRigidity: AccountSignal {
    static let name = SignalName.parameterRigidity
    static let unit = "share"
    static let fewestExchanges = 20

    private struct Setting: Hashable {
        var temperature: Double?
        var maxTokens: Int?
        var tools: [Tool]?
        var system: Int32
    }

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        let places = observed.places(of: account)
        guard places.count >= fewestExchanges else { return .notAvailable("fewer than \(fewestExchanges) exchanges") }
        var counts: [Setting: Int] = [:]
        var isKnown = false
        for place in places {
            let exchange = observed.intake.exchanges[place]
            let setting = Setting(
                temperature: exchange.parameters.temperature, maxTokens: exchange.parameters.maxTokens,
                tools: exchange.tools, system: observed.content.systemTemplate(at: place))
            isKnown = isKnown || setting.temperature != nil || setting.maxTokens != nil || setting.tools != nil
            counts[setting, default: 0] += 1
        }
        guard isKnown else { return .notAvailable("the log carries no parameters") }
        let entropy = Entropy.nats(counts.values.sorted())
        return .value(1 - entropy / log(Double(places.count)), sample: places.count, reason: "fixed parameters")
    }
}
