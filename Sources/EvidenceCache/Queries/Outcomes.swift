public import Evidence
import GRDB

/// What became of accounts: every event, but those that ended and those that their own analyst took back.
enum Outcomes {
    /// A condition on `outcomeEvent` as `o`: the event still counts.
    static let counts = """
        o.takesBack IS NULL
            AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.kind = 'outcome' AND t.id = o.id)
            AND NOT EXISTS (SELECT 1 FROM outcomeEvent b
                WHERE b.takesBack = o.id AND b.analyst = o.analyst AND b.account = o.account)
        """

    /// SQL for the document of an account's latest event.
    static func latest(of account: String) -> String {
        """
        (SELECT o.document FROM outcomeEvent o WHERE o.account = \(account) AND \(counts)
            ORDER BY o.at DESC, o.id DESC LIMIT 1)
        """
    }

    /// The bans of some accounts, oldest first. At most a few thousand accounts.
    static func bans(of accounts: [AccountID], in db: Database) throws -> [Outcome] {
        try accounts.flatMap { account -> [Outcome] in
            try db.rows(
                "SELECT o.document FROM outcomeEvent o WHERE o.account = ? AND o.what = 'banned' AND \(counts)",
                [SQLValue(account)]
            ) { try $0.document(0) }
        }.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    }
}

extension EvidenceCache {
    /// What became of an account, oldest first.
    public func outcomes(of account: AccountID) throws -> [Outcome] {
        try read { db in
            try db.rows(
                "SELECT o.document FROM outcomeEvent o WHERE o.account = ? AND \(Outcomes.counts) ORDER BY o.at, o.id",
                [SQLValue(account)]
            ) { try $0.document(0) }
        }
    }
}
