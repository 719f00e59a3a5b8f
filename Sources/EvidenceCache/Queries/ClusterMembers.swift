public import Evidence
import GRDB
public import HostileText

/// A member of a cluster, with all that ties it to the others.
public struct MemberDetail: Hashable, Sendable {
    /// The member.
    public var row: MemberRow
    /// The values that it shares, those that say most first; `members` counts the cluster's.
    public var shared: [IndicatorRow]
    /// The members that it is most strongly linked to.
    public var ties: [Edge]
    /// How many members it is linked to.
    public var tieCount: Int
}

extension EvidenceCache {
    /// One member of a cluster; `nil` if the account is not in it.
    public func member(_ account: AccountID, of cluster: ClusterID, for viewer: Viewer) throws -> MemberRow? {
        try read { db in try Self.member(account, of: cluster, for: viewer, in: db) }
    }

    /// One member of a cluster with what ties it; `nil` if the account is not in it.
    public func memberDetail(
        _ account: AccountID, of cluster: ClusterID, ties limit: Int = 8, for viewer: Viewer
    ) throws -> MemberDetail? {
        try read { db in
            guard let row = try Self.member(account, of: cluster, for: viewer, in: db) else { return nil }
            let shared = try db.rows(
                """
                SELECT i.document, (SELECT count(*) FROM indicatorUse o WHERE o.indicator = u.indicator
                    AND o.kind = 'account' AND o.source = u.source) AS held, \(Mutes.isMuted("i.id"))
                FROM indicatorUse u JOIN indicator i ON i.id = u.indicator
                WHERE u.subject = ?1 AND u.kind = 'account' AND u.source = 'membership:' || ?2
                ORDER BY held * i.rarity * i.rarity DESC, i.id
                """, [SQLValue(account), SQLValue(cluster)]
            ) { IndicatorRow(indicator: try $0.document(0), members: $0.int(1), isMuted: $0.flag(2)) }
            let others = """
                (SELECT b AS other, weight, document FROM edge WHERE a = ?1
                    UNION ALL SELECT a, weight, document FROM edge WHERE b = ?1) e
                JOIN membership m ON m.cluster = ?2 AND m.account = e.other
                """
            let place: [SQLValue] = [SQLValue(account), SQLValue(cluster)]
            let ties: [Edge] = try db.rows(
                "SELECT e.document FROM \(others) ORDER BY e.weight DESC, e.other LIMIT \(limit)", place
            ) { try $0.document(0) }
            return MemberDetail(
                row: row, shared: shared, ties: ties, tieCount: try db.count("SELECT count(*) FROM \(others)", place))
        }
    }

    /// So many members by chance, the same ones for the same seed; without some. O(members), holds only the sample.
    public func sample(
        _ count: Int, of cluster: ClusterID, without excepted: Set<AccountID> = [], seed: UInt64
    ) throws -> [AccountID] {
        try read { db in
            var drawn: [(hash: UInt64, account: AccountID)] = []
            try db.step("SELECT account FROM membership WHERE cluster = ?", [SQLValue(cluster)]) { row in
                let account: AccountID = row.id(0)
                guard !excepted.contains(account) else { return true }
                // A multiplication mixes the seed in, so that clusters of the same members differ.
                let hash = (account.text.stableHash ^ seed) &* 0x9E37_79B9_7F4A_7C15
                if drawn.count == count, let last = drawn.last, hash >= last.hash { return true }
                drawn.append((hash, account))
                drawn.sort { $0.hash < $1.hash }
                if drawn.count > count { drawn.removeLast() }
                return true
            }
            return drawn.map(\.account)
        }
    }

    /// Which of some accounts an analyst has looked at, by the activity log.
    public func looked(at accounts: [AccountID], by analyst: UntrustedText) throws -> Set<AccountID> {
        try read { db in
            let seen = try accounts.filter {
                try db.count(
                    "SELECT EXISTS (SELECT 1 FROM activity WHERE subject = ? AND action = 'viewed' AND actor = ?)",
                    [SQLValue($0), .text(analyst)]) == 1
            }
            return Set(seen)
        }
    }

    /// Every member of a cluster, for a decision on all of them; without some.
    public func accounts(of cluster: ClusterID, without excepted: Set<AccountID> = []) throws -> [AccountID] {
        try read { db in
            try db.rows("SELECT account FROM membership WHERE cluster = ? ORDER BY account", [SQLValue(cluster)]) {
                $0.id(0)
            }.filter { !excepted.contains($0) }
        }
    }

    private static func member(
        _ account: AccountID, of cluster: ClusterID, for viewer: Viewer, in db: Database
    ) throws -> MemberRow? {
        try db.row(
            "SELECT \(MemberRow.columns) FROM \(MemberRow.source) WHERE m.cluster = ? AND m.account = ?",
            [.text(viewer.analyst), SQLValue(cluster), SQLValue(account)]
        ) { try MemberRow($0, from: 0) }
    }
}

extension MemberRow {
    static let columns = """
        m.document, a.document, \(Outcomes.latest(of: "m.account")), \(CurrentLabel.columns)
        """
    /// Where they are read; one value is bound, the viewer.
    static let source = """
        membership m LEFT JOIN accountFact a ON a.id = m.account AND a.revision > 0
        \(CurrentLabel.join(kind: "'account'", subject: "m.account"))
        """

    init(_ row: SQLRow, from column: Int32) throws {
        self.init(
            membership: try row.document(column), account: try row.optionalDocument(column + 1),
            outcome: try row.optionalDocument(column + 2), label: CurrentLabel(row, from: column + 3))
    }
}
