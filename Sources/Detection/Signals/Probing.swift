import Evidence

/// Refused, edited, tried again: the share of exchanges that were refused and followed within ten minutes by another prompt
/// that shares at least a third of its words with the refused one. Not available below ten exchanges, nor where the log
/// says of none how it ended. Source: a probing run of one elicitation variant after another.
enum Probing: AccountSignal {
    static let name = SignalName.probing
    static let unit = "share"
    static let fewestExchanges = 10
    static let longestWait = 10 * Instant.minute

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        let places = observed.places(of: account)
        let exchanges = observed.intake.exchanges
        guard places.count >= fewestExchanges else { return .notAvailable("fewer than \(fewestExchanges) exchanges") }
        guard places.contains(where: { exchanges[$0].status != nil }) else {
            return .notAvailable("the log does not say how exchanges ended")
        }
        let tried = zip(places, places.dropFirst()).filter { refused, next in
            exchanges[refused].status == .refused && exchanges[next].at - exchanges[refused].at <= longestWait
                && isVariant(refused, next, observed.content.prompts)
        }
        return .value(
            Double(tried.count) / Double(places.count), sample: places.count, reason: "refused, edited, tried again",
            evidence: observed.exemplars(tried.map(\.0)))
    }

    private static func isVariant(_ one: Int, _ other: Int, _ prompts: TextTable) -> Bool {
        let (first, second) = (prompts.textOf[one], prompts.textOf[other])
        guard first >= 0, second >= 0, first != second else { return false }
        let words = Set(prompts.words[Int(first)])
        let others = Set(prompts.words[Int(second)])
        return 3 * words.intersection(others).count >= words.union(others).count
    }
}
