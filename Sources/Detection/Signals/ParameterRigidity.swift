import Evidence
import Foundation

/// How little the request's parameters change: `1 − H / ln n` over temperature, most tokens, tools and fixed instruction
/// together. Not available below twenty exchanges, nor where the log carries none of them.
///
/// A program's key has one setting, and is at 1; several programs behind one account, as where a harvest hides among other
/// traffic, are below. It is that which the score counts: rigid parameters, once taken for a script's, are most customers'.
enum ParameterRigidity: AccountSignal {
    static let name = SignalName.parameterRigidity
    static let unit = "share"
    static let fewestExchanges = 20

    private struct Parameters: Hashable {
        var temperature: Double?
        var maxTokens: Int?
        var tools: [Tool]?
    }

    private struct Setting: Hashable {
        var parameters: Int32
        var system: Int32
    }

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        let places = observed.places(of: account)
        guard places.count >= fewestExchanges else { return .notAvailable("fewer than \(fewestExchanges) exchanges") }
        let (known, numbers) = observed.intake.numbered(account) {
            Parameters(temperature: $0.parameters.temperature, maxTokens: $0.parameters.maxTokens, tools: $0.tools)
        }
        guard known.contains(where: { $0.temperature != nil || $0.maxTokens != nil || $0.tools != nil }) else {
            return .notAvailable("the log carries no parameters")
        }
        var counts: [Setting: Int] = [:]
        for (place, parameters) in zip(places, numbers) {
            let setting = Setting(parameters: parameters, system: observed.content.systemTemplate(at: place))
            counts[setting, default: 0] += 1
        }
        let entropy = Entropy.nats(counts.values.sorted())
        let settings = "\(counts.count.counted("setting")) of parameters, tools and instruction"
        return .value(
            1 - entropy / log(Double(places.count)), sample: places.count, note: counts.count > 1 ? settings : nil,
            reason: counts.count > 1 ? "several settings" : nil)
    }
}
