import Evidence
import Foundation

/// Tokens got for tokens given: `log10((out + 1) / (in + 1))` over all exchanges, hidden reasoning included. Not available
/// below ten exchanges with token counts. Source: requests that want traces are short and their answers long.
enum TraceYield: AccountSignal {
    static let name = SignalName.traceYield
    static let unit = "log10 ratio"
    static let fewestExchanges = 10

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        var given = 0
        var got = 0
        var counted = 0
        for place in observed.places(of: account) {
            let usage = observed.intake.exchanges[place].usage
            guard let input = usage.input, let output = usage.output else { continue }
            given += input
            got += output
            counted += 1
        }
        guard counted >= fewestExchanges else {
            return .notAvailable("fewer than \(fewestExchanges) exchanges with token counts")
        }
        return .value(log10(Double(got + 1) / Double(given + 1)), sample: counted, reason: "long answers")
    }
}
