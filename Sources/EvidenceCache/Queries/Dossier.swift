public import Evidence
import GRDB

/// Everything about one account that its dossier shows at once.
public struct Dossier: Hashable, Sendable {
    /// The account.
    public var account: Account
    /// Its signals, largest contribution first.
    public var signals: [Signal]
    /// Its memberships with their clusters, firmest first.
    public var memberships: [MembershipRow]
    /// Where its requests came from, who paid, with what client and model.
    public var origins: Origins
    /// Exchanges by hour of the week in UTC: 168 numbers from Monday 00:00.
    public var hours: [Int]
    /// The day, since 1970, of the last of `days`.
    public var lastDay: Int
    /// Exchanges a day, oldest first, of the 14 days that end with the newest exchange in the cache.
    public var days: [Int]
    /// What its exchanges extract, against ordinary accounts.
    public var targets: [TargetBreakdown]
    /// The number of its exchanges whose text is cached.
    public var texts: Int
    /// The number of hidden characters in those texts.
    public var hidden: Int
    /// The viewer's own label.
    public var label: CurrentLabel?
    /// The cases that it is in.
    public var cases: [CaseID]
}

/// A membership and the cluster it is in.
public struct MembershipRow: Hashable, Sendable {
    /// The membership.
    public var membership: Membership
    /// The cluster, if the feed has brought it.
    public var cluster: Cluster?
}

extension EvidenceCache {
    /// The dossier of an account; `nil` if the feed has not brought it.
    public func dossier(of id: AccountID, for viewer: Viewer) throws -> Dossier? {
        try read { db in
            let found = try db.row(
                """
                SELECT a.document, a.key, \(CurrentLabel.columns) FROM accountFact a
                \(CurrentLabel.join(kind: "'account'", subject: "a.id")) WHERE a.id = ? AND a.revision > 0
                """, [.text(viewer.analyst), SQLValue(id)]
            ) { row -> (Account, Int64, CurrentLabel?) in
                (try row.document(0), row.int64(1), CurrentLabel(row, from: 2))
            }
            guard let (account, key, label) = found else { return nil }
            let set = AccountSet(Scope.account(id))
            let last = try Rollups.newestDay(in: db)
            return Dossier(
                account: account, signals: try Findings.signals(of: .account(id), in: db),
                memberships: try Findings.memberships(of: id, in: db), origins: try Origins(of: key, in: db),
                hours: try Rollups.hours(of: set, in: db), lastDay: last,
                days: try Rollups.days(of: set, from: last - 13, through: last, in: db),
                targets: try TargetBreakdown.all(of: set, in: db),
                texts: try db.count("SELECT texts FROM textCount WHERE account = ?", [.integer(key)]),
                hidden: try Rollups.hidden(of: set, in: db), label: label,
                cases: try db.rows(
                    "SELECT caseFile FROM caseItem WHERE subject = ? AND kind = 'account' ORDER BY caseFile",
                    [SQLValue(id)]
                ) { $0.id(0) })
        }
    }

    /// The signals of an account or cluster, largest contribution first; those that are not available come last.
    public func signals(of subject: Subject) throws -> [Signal] {
        try read { db in try Findings.signals(of: subject, in: db) }
    }
}

/// Reads what the detector asserts.
enum Findings {
    static func signals(of subject: Subject, in db: Database) throws -> [Signal] {
        try db.rows(
            """
            SELECT document FROM signal WHERE subject = ? AND kind = ?
            ORDER BY value IS NULL, abs(contribution) DESC, name
            """, [SQLValue(subject.text), SQLValue(subject.kind.rawValue)]
        ) { try $0.document(0) }
    }

    static func memberships(of account: AccountID, in db: Database) throws -> [MembershipRow] {
        try db.rows(
            """
            SELECT m.document, k.document FROM membership m LEFT JOIN cluster k ON k.id = m.cluster
            WHERE m.account = ? ORDER BY m.weight DESC, m.cluster
            """, [SQLValue(account)]
        ) { MembershipRow(membership: try $0.document(0), cluster: try $0.optionalDocument(1)) }
    }
}
