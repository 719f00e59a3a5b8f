import Evidence

/// The share of conversations that are one exchange long. Not available below ten conversations, nor where the log carries
/// none, since what is inferred from gaps joins single requests.
enum SingleTurn: AccountSignal {
    static let name = SignalName.singleTurn
    static let unit = "share"
    static let fewestConversations = 10

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        let own = observed.sessions.sessions(of: account).filter { !$0.isInferred }
        guard !own.isEmpty else { return .notAvailable("the log carries no conversations") }
        guard own.count >= fewestConversations else {
            return .notAvailable("fewer than \(fewestConversations) conversations")
        }
        let single = own.count { $0.turns == 1 }
        return .value(Double(single) / Double(own.count), sample: own.count, reason: "single turns")
    }
}
