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

    private struct Sender: Hashable {
        var client: UntrustedText?
        var endUser: String?
    }

    private struct Style: Hashable {
        var sender: Int32
        var system: Int32
    }

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        let places = observed.places(of: account)
        guard places.count >= fewestExchanges else { return .notAvailable("fewer than \(fewestExchanges) exchanges") }
        let (senders, numbers) = observed.intake.numbered(account) {
            Sender(client: $0.origin.userAgent, endUser: $0.endUserHash)
        }
        guard senders.contains(where: { $0.client != nil || $0.endUser != nil }) else {
            return .notAvailable("the log carries neither clients nor end users")
        }
        var styles: [Int64: Set<Style>] = [:]
        for (place, sender) in zip(places, numbers) {
            let style = Style(sender: sender, system: observed.content.systemTemplate(at: place))
            styles[observed.intake.exchanges[place].at.milliseconds / Instant.day, default: []].insert(style)
        }
        let most = styles.values.map(\.count).max() ?? 1
        return .value(log2(Double(most)), sample: places.count, reason: "many customers behind it")
    }
}
