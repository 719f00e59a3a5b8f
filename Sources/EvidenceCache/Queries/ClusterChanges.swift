public import Evidence
import Feed
import GRDB
import HostileText

/// How a cluster differs from what it was before its latest revision, and who came in the place of banned members.
public struct ClusterChanges: Hashable, Sendable {
    /// How many members it had before; `nil` where this cache saw no earlier revision of it.
    public var sizeBefore: Int?
    /// The members that were not in it before.
    public var joined: Set<AccountID> = []
    /// The accounts that were in it before and no longer are, with what became of them.
    public var left: [Departure] = []
    /// Banned members, each with the member that first sent something after the ban.
    public var replaced: [Replacement] = []

    /// An account that left.
    public struct Departure: Hashable, Sendable {
        /// The account.
        public var account: AccountID
        /// The latest of what became of it.
        public var outcome: Outcome?
        /// The cluster that it is in now.
        public var cluster: ClusterID?
    }

    /// A banned account and the one that took its place.
    public struct Replacement: Hashable, Sendable {
        /// The ban.
        public var ban: Outcome
        /// The member whose first exchange came next.
        public var by: AccountID
        /// The milliseconds from the ban to that exchange.
        public var after: Int64
    }
}

extension EvidenceCache {
    /// What changed in a cluster with its latest revision, as far as this cache saw the one before. O(members).
    public func changes(of cluster: ClusterID) throws -> ClusterChanges {
        try read { db in try MembershipHistory(cluster, in: db).changes(in: db) }
    }
}

/// Who was in a cluster, from which sequence of the feed to which.
private struct MembershipHistory {
    let cluster: ClusterID
    /// Present members, by when they first came.
    var present: [AccountID: Int64] = [:]
    /// Past members, by when they came and went.
    var past: [AccountID: (from: Int64, to: Int64)] = [:]

    /// A ban says something about accounts that begin within so long after it.
    private static let reach = 2 * Instant.day
    /// So many who left are looked at one by one.
    private static let most = 2_000

    init(_ cluster: ClusterID, in db: Database) throws {
        self.cluster = cluster
        try db.step("SELECT account, sequence FROM membership WHERE cluster = ?", [SQLValue(cluster)]) { row in
            present[row.id(0)] = row.int64(1)
            return true
        }
        let prefix = cluster.text.verbatim + FeedRecord.separator
        try db.step(
            """
            SELECT id, min(fromSequence), max(toSequence) FROM pastRevision WHERE kind = 'membership'
            AND id >= ?1 AND id < ?2 GROUP BY id
            """, [SQLValue(prefix), SQLValue(cluster.text.verbatim + " ")]
        ) { row in
            let account = AccountID(String(row.string(0).unicodeScalars.dropFirst(prefix.unicodeScalars.count)))
            if present[account] == nil {
                past[account] = (row.int64(1), row.int64(2))
            } else {
                present[account] = row.int64(1)
            }
            return true
        }
    }

    func changes(in db: Database) throws -> ClusterChanges {
        var changes = ClusterChanges()
        if let (size, border) = try before(in: db) {
            changes.sizeBefore = size
            changes.joined = Set(present.filter { $0.value > border }.keys)
            let gone = past.filter { $0.value.from <= border && border < $0.value.to }.keys.sorted()
            changes.left = try gone.prefix(Self.most).map { account in
                ClusterChanges.Departure(
                    account: account,
                    outcome: try db.row("SELECT \(Outcomes.latest(of: "?1"))", [SQLValue(account)]) {
                        try $0.optionalDocument(0)
                    } ?? nil,
                    cluster: try db.row(
                        "SELECT cluster FROM membership WHERE account = ? ORDER BY weight DESC", [SQLValue(account)]
                    ) { $0.id(0) })
            }
        }
        changes.replaced = try replacements(left: changes.left.map(\.account), in: db)
        return changes
    }

    /// The size that the revision before had, and the last sequence of the run that brought it.
    ///
    /// A run brings a cluster and then its memberships, so the run ended where as many members were there as it said.
    private func before(in db: Database) throws -> (size: Int, border: Int64)? {
        let found: (document: Cluster, sequence: Int64)? = try db.row(
            """
            SELECT document, fromSequence FROM pastRevision WHERE kind = 'cluster' AND id = ?
            ORDER BY revision DESC LIMIT 1
            """, [SQLValue(cluster)]
        ) { (try $0.document(0), $0.int64(1)) }
        guard let found else { return nil }
        let comings = present.values.map { $0 } + past.values.map(\.from)
        let goings = past.values.map(\.to)
        let moments = ([found.sequence] + (comings + goings).filter { $0 > found.sequence }).sorted()
        var held = comings.count { $0 <= found.sequence } - goings.count { $0 <= found.sequence }
        let arriving = Dictionary(comings.map { ($0, 1) }, uniquingKeysWith: +)
        let leaving = Dictionary(goings.map { ($0, 1) }, uniquingKeysWith: +)
        for (index, moment) in moments.enumerated() {
            if index > 0, moments[index - 1] == moment { continue }
            if index > 0 { held += arriving[moment, default: 0] - leaving[moment, default: 0] }
            if held == found.document.size { return (found.document.size, moment) }
        }
        return (found.document.size, found.sequence)
    }

    /// Pairs each ban with the member whose first exchange came next.
    private func replacements(left: [AccountID], in db: Database) throws -> [ClusterChanges.Replacement] {
        let banned: [AccountID] = try db.rows(
            """
            SELECT DISTINCT account FROM outcomeEvent WHERE what = 'banned'
            AND account IN (SELECT account FROM membership WHERE cluster = ?)
            """, [SQLValue(cluster)]
        ) { $0.id(0) }
        let bans = try Outcomes.bans(of: Array(Set(banned + left)), in: db)
        guard !bans.isEmpty else { return [] }
        var starts = try db.rows(
            """
            SELECT a.id, a.firstAt FROM membership m JOIN accountFact a ON a.id = m.account
            WHERE m.cluster = ? AND a.firstAt >= ? ORDER BY a.firstAt, a.id
            """, [SQLValue(cluster), SQLValue(bans[0].at)]
        ) { (account: $0.id(0) as AccountID, at: $0.instant(1)) }[...]
        var found: [ClusterChanges.Replacement] = []
        for ban in bans {
            while let next = starts.first, next.at < ban.at || next.account == ban.account { starts.removeFirst() }
            guard let next = starts.first, next.at - ban.at <= Self.reach else { continue }
            starts.removeFirst()
            found.append(.init(ban: ban, by: next.account, after: next.at - ban.at))
        }
        return found
    }
}
