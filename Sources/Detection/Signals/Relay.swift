import Evidence
import Foundation
import HostileText

/// Many customers behind one account: `log2` of the distinct styles in a day, at its busiest, where a style is a client, a
/// fixed instruction and an end user. Not available below ten exchanges, nor where the log carries none of these.
/// Source: pooled accounts show many clients and topics with few keys.
enum Relay: AccountSignal {
    static let name = SignalName.relay
    static let unit = "log2 styles"
    static let fewestExchanges = 10

    private struct Style: Hashable {
        var client: String?
        var endUser: String?
        var system: Int32
    }

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        let places = observed.places(of: account)
        guard places.count >= fewestExchanges else { return .notAvailable("fewer than \(fewestExchanges) exchanges") }
        var styles: [Int64: Set<Style>] = [:]
        var isKnown = false
        for place in places {
            let exchange = observed.intake.exchanges[place]
            let style = Style(
                client: exchange.origin.userAgent?.verbatim, endUser: exchange.endUserHash,
                system: observed.content.systemTemplate(at: place))
            isKnown = isKnown || style.client != nil || style.endUser != nil
            styles[exchange.at.milliseconds / Instant.day, default: []].insert(style)
        }
        guard isKnown else { return .notAvailable("the log carries neither clients nor end users") }
        let most = styles.values.map(\.count).max() ?? 1
        return .value(log2(Double(most)), sample: places.count, reason: "many customers behind it")
    }
}
