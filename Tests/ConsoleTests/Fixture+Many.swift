import Evidence
import EvidenceCache
import Feed
import HostileText

extension Fixture {
    /// A cache with nothing but flags, as many as asked for, on `acct-00000` and so on.
    static func manyFlags(_ count: Int) throws -> EvidenceCache {
        var world = Fixture()
        try world.addFlags(count)
        let cache = try EvidenceCache.inMemory()
        try cache.apply(world.page(), at: now)
        return cache
    }

    /// Adds accounts with a flag and nothing else.
    mutating func addFlags(_ count: Int) throws {
        for number in 0..<count {
            let digits = String(number)
            let name = "acct-" + String(repeating: "0", count: 5 - digits.count) + digits
            var account = Account(
                id: AccountID(name), exchanges: number, conversations: 0, keys: 1, firstAt: Fixture.now,
                lastAt: Fixture.now)
            account.isFlagged = true
            try add(.account, name, account)
            try add(
                .flag, "flag-\(name)",
                Flag(
                    id: FlagID("flag-\(name)"), subject: .account(AccountID(name)), score: 0.9, low: 0.8, high: 0.95,
                    version: "v1", at: Fixture.now, confirmedAt: Fixture.now, exchanges: number, urgency: Double(number)
                ))
        }
    }
}
