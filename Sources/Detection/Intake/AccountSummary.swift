import Evidence
import HostileText

/// What a row of the account table needs, before any score.
enum AccountSummary {
    /// Sums up one account. Of what the log says differently at different times, the latest known value counts; country
    /// and autonomous system are those of most requests.
    static func account(_ number: Int, in intake: Intake, sessions: Sessions) -> Account {
        let range = intake.ranges[number]
        let settings = intake.settings[number]
        var account = Account(
            id: intake.accounts[number], exchanges: range.count, conversations: sessions.sessions(of: number).count,
            keys: Set(settings.compactMap { intake.exchange($0).keyHash }).count,
            firstAt: intake.exchanges[range.lowerBound].at, lastAt: intake.exchanges[range.upperBound - 1].at)
        account.organisation = intake.latest(of: number) { $0.organisation }
        account.pathway = intake.latest(of: number) { $0.standing.pathway }
        account.plan = intake.latest(of: number) { $0.standing.plan }
        account.createdAt = intake.latest(of: number) { $0.standing.createdAt }
        account.country = mostCommon(settings) { intake.exchange($0).origin.country }
        account.asn = mostCommon(settings) { intake.exchange($0).origin.asn }
        account.inputTokens = sum(range) { intake.exchanges[$0].usage.input }
        account.outputTokens = sum(range) { intake.exchanges[$0].usage.output }
        return account
    }

    private static func mostCommon<Value: Hashable & Comparable>(
        _ settings: [Intake.Setting], _ read: (Intake.Setting) -> Value?
    ) -> Value? {
        var counts: [Value: Int] = [:]
        for setting in settings {
            if let value = read(setting) { counts[value, default: 0] += Int(setting.uses) }
        }
        return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
    }

    private static func sum(_ range: Range<Int>, _ read: (Int) -> Int?) -> Int? {
        var sum: Int?
        for place in range {
            if let value = read(place) { sum = (sum ?? 0).addingReportingOverflow(value).partialValue }
        }
        return sum
    }
}
