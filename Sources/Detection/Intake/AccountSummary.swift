import Evidence
import HostileText

/// What a row of the account table needs, before any score.
enum AccountSummary {
    /// Sums up one account. Of what the log says differently at different times, the latest known value counts; country
    /// and autonomous system are those of most requests.
    static func account(_ number: Int, in intake: Intake, sessions: Sessions) -> Account {
        let exchanges = intake.exchanges[intake.ranges[number]]
        var account = Account(
            id: intake.accounts[number], exchanges: exchanges.count, conversations: sessions.counts[number],
            keys: Set(exchanges.compactMap(\.keyHash)).count, firstAt: exchanges.first?.at ?? intake.asOf,
            lastAt: exchanges.last?.at ?? intake.asOf)
        account.organisation = exchanges.last { $0.organisation != nil }?.organisation
        account.pathway = exchanges.last { $0.standing.pathway != nil }?.standing.pathway
        account.plan = exchanges.last { $0.standing.plan != nil }?.standing.plan
        account.createdAt = exchanges.last { $0.standing.createdAt != nil }?.standing.createdAt
        account.country = mostCommon(exchanges.compactMap(\.origin.country))
        account.asn = mostCommon(exchanges.compactMap(\.origin.asn))
        account.inputTokens = sum(exchanges.compactMap(\.usage.input))
        account.outputTokens = sum(exchanges.compactMap(\.usage.output))
        return account
    }

    private static func mostCommon<Value: Hashable & Comparable>(_ values: [Value]) -> Value? {
        let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
        return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
    }

    private static func sum(_ values: [Int]) -> Int? {
        values.isEmpty ? nil : values.reduce(0) { $0.addingReportingOverflow($1).partialValue }
    }
}
