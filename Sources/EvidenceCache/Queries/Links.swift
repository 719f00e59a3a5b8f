public import Evidence
import GRDB

/// A shared value, and how many of the accounts in question have it.
public struct IndicatorRow: Hashable, Sendable {
    /// The value, if the feed has brought it.
    public var indicator: Indicator
    /// The accounts in question that have it.
    public var members: Int
    /// Whether an analyst muted it.
    public var isMuted: Bool

    /// Makes a row.
    public init(indicator: Indicator, members: Int, isMuted: Bool) {
        self.indicator = indicator
        self.members = members
        self.isMuted = isMuted
    }
}

/// Another account that is linked to one, and why.
public struct RelatedAccount: Hashable, Sendable {
    /// The other account, if the feed has brought it.
    public var account: Account?
    /// Its id.
    public var id: AccountID
    /// The link, with its reasons.
    public var edge: Edge
    /// The shared values that the reasons name, rarest first.
    public var shared: [IndicatorRow]
    /// The viewer's own label of the other account.
    public var label: CurrentLabel?
}

extension EvidenceCache {
    /// The values that tie a cluster together, those of most members first, and how many there are in all.
    public func indicators(of cluster: ClusterID, limit: Int = 40) throws -> (rows: [IndicatorRow], total: Int) {
        try read { db in
            let rows = try db.rows(
                """
                SELECT i.document, count(DISTINCT u.subject), \(Mutes.isMuted("i.id")) FROM indicatorUse u
                JOIN indicator i ON i.id = u.indicator WHERE u.kind = 'account' AND u.source = 'membership:' || ?1
                AND u.subject IN (SELECT account FROM membership WHERE cluster = ?1)
                GROUP BY i.id ORDER BY 2 DESC, i.rarity DESC, i.id
                """, [SQLValue(cluster)]
            ) { IndicatorRow(indicator: try $0.document(0), members: $0.int(1), isMuted: $0.flag(2)) }
            return (Array(rows.prefix(limit)), rows.count)
        }
    }

    /// The strongest links between a cluster's members, and how many there are in all.
    public func edges(of cluster: ClusterID, limit: Int = 200) throws -> (edges: [Edge], total: Int) {
        try read { db in
            let source = """
                membership m JOIN edge e ON e.a = m.account JOIN membership o ON o.cluster = m.cluster AND o.account = e.b
                WHERE m.cluster = ?
                """
            let edges: [Edge] = try db.rows(
                "SELECT e.document FROM \(source) ORDER BY e.weight DESC, e.a, e.b LIMIT ?",
                [SQLValue(cluster), SQLValue(limit)]
            ) { try $0.document(0) }
            return (edges, try db.count("SELECT count(*) FROM \(source)", [SQLValue(cluster)]))
        }
    }

    /// The accounts that share a value with the given cluster's members, strongest first: who is behind "+ 212 accounts".
    public func accounts(with indicator: IndicatorID, limit: Int = 200) throws -> (accounts: [AccountID], total: Int) {
        try read { db in
            let source = "indicatorUse WHERE indicator = ? AND kind = 'account'"
            let accounts: [AccountID] = try db.rows(
                "SELECT DISTINCT subject FROM \(source) ORDER BY subject LIMIT ?",
                [SQLValue(indicator), SQLValue(limit)]
            ) { $0.id(0) }
            return (accounts, try db.count("SELECT count(DISTINCT subject) FROM \(source)", [SQLValue(indicator)]))
        }
    }

    /// One shared value by its id; `nil` if the feed has not brought it.
    public func indicator(_ id: IndicatorID) throws -> IndicatorRow? {
        try read { db in
            try db.row(
                """
                SELECT document, (SELECT count(DISTINCT subject) FROM indicatorUse u WHERE u.indicator = i.id
                AND u.kind = 'account'), \(Mutes.isMuted("i.id")) FROM indicator i WHERE id = ?
                """, [SQLValue(id)]
            ) { IndicatorRow(indicator: try $0.document(0), members: $0.int(1), isMuted: $0.flag(2)) }
        }
    }

    /// The accounts most strongly linked to one, with reasons and how rare the shared values are; and how many there are.
    public func related(
        to account: AccountID, limit: Int = 50, for viewer: Viewer
    ) throws -> (rows: [RelatedAccount], total: Int) {
        try read { db in
            let links = """
                SELECT document, weight, b AS other FROM edge WHERE a = ?1 UNION ALL
                SELECT document, weight, a FROM edge WHERE b = ?1
                """
            var rows = try db.rows(
                """
                SELECT l.document, l.other, a.document, \(CurrentLabel.columns) FROM (\(links)) l
                LEFT JOIN accountFact a ON a.id = l.other AND a.revision > 0
                LEFT JOIN labelHead h ON h.subject = l.other AND h.kind = 'account' AND h.analyst = ?2
                    AND h.label IS NOT NULL ORDER BY l.weight DESC, l.other LIMIT ?3
                """, [SQLValue(account), .text(viewer.analyst), SQLValue(limit)]
            ) {
                RelatedAccount(
                    account: try $0.optionalDocument(2), id: $0.id(1), edge: try $0.document(0), shared: [],
                    label: CurrentLabel($0, from: 3))
            }
            for index in rows.indices {
                let ids = Set(rows[index].edge.reasons.compactMap(\.indicator))
                rows[index].shared = try ids.compactMap { try Mutes.indicator($0, in: db) }
                    .sorted { ($1.indicator.rarity, $0.indicator.id) < ($0.indicator.rarity, $1.indicator.id) }
            }
            return (rows, try db.count("SELECT count(*) FROM (\(links))", [SQLValue(account)]))
        }
    }

    /// A shortest chain of links from one account to another; `nil` if there is none within `depth` steps.
    public func path(from start: AccountID, to end: AccountID, depth: Int = 6) throws -> [Edge]? {
        try read { db in
            var cameBy: [AccountID: Edge] = [:]
            var frontier = [start]
            for _ in 0..<depth where !frontier.isEmpty && cameBy[end] == nil {
                var next: [AccountID] = []
                for account in frontier {
                    let edges: [Edge] = try db.rows(
                        "SELECT document FROM edge WHERE a = ?1 UNION ALL SELECT document FROM edge WHERE b = ?1",
                        [SQLValue(account)]
                    ) { try $0.document(0) }
                    for edge in edges.sorted(by: { $0.weight > $1.weight }) {
                        let other = edge.a == account ? edge.b : edge.a
                        guard other != start, cameBy[other] == nil else { continue }
                        cameBy[other] = edge
                        next.append(other)
                    }
                }
                frontier = next
            }
            guard cameBy[end] != nil else { return nil }
            var path: [Edge] = []
            var place = end
            while place != start, let edge = cameBy[place] {
                path.insert(edge, at: 0)
                place = edge.a == place ? edge.b : edge.a
            }
            return path
        }
    }
}
