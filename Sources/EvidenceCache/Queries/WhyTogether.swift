public import Evidence
import GRDB

/// One step of the way from an account to another: two accounts, and all that they have in common.
public struct CommonGround: Hashable, Sendable {
    /// One account.
    public var from: AccountID
    /// The other.
    public var to: AccountID
    /// The detector's link between them, if it made one.
    public var edge: Edge?
    /// The values that both have, rarest first, muted ones last. `members` counts all accounts that have one.
    public var shared: [IndicatorRow]
    /// From when to when both were active; `nil` where they never were at once, or their times are not known.
    public var active: ClosedRange<Instant>?
}

extension EvidenceCache {
    /// Why two accounts belong together: the shortest chain of links, each with everything that its ends share.
    ///
    /// Where the detector linked them by no chain, shared values of the cluster's memberships serve: one that both have,
    /// or a member that has one of each. `nil` if there is nothing, or more than `most` accounts had to be looked at.
    public func whyTogether(
        _ one: AccountID, _ other: AccountID, in cluster: ClusterID, most: Int = 4_000
    ) throws -> [CommonGround]? {
        try read { db in
            let search = GroundSearch(db: db, cluster: cluster)
            var steps: [(AccountID, AccountID, Edge?)]?
            if let edges = try search.chain(from: one, to: other, most: most) {
                var place = one
                steps = edges.map { edge in
                    let next = edge.a == place ? edge.b : edge.a
                    defer { place = next }
                    return (place, next, edge)
                }
            } else if try !search.shared(one, other, edge: nil).isEmpty {
                steps = [(one, other, nil)]
            } else if let between = try search.between(one, other) {
                steps = [(one, between, nil), (between, other, nil)]
            }
            return try steps?.map { from, to, edge in
                CommonGround(
                    from: from, to: to, edge: edge, shared: try search.shared(from, to, edge: edge),
                    active: try search.active(from, to))
            }
        }
    }
}

/// The search for what two accounts have in common.
private struct GroundSearch {
    let db: Database
    let cluster: ClusterID

    /// A shortest chain of the detector's links, heavier ones first.
    func chain(from start: AccountID, to end: AccountID, most: Int) throws -> [Edge]? {
        var cameBy: [AccountID: Edge] = [:]
        var frontier = [start]
        while !frontier.isEmpty, cameBy[end] == nil, cameBy.count < most {
            var next: [AccountID] = []
            for account in frontier where cameBy[end] == nil && cameBy.count < most {
                let edges: [Edge] = try db.rows(
                    """
                    SELECT document, weight FROM edge WHERE a = ?1 UNION ALL
                    SELECT document, weight FROM edge WHERE b = ?1 ORDER BY weight DESC
                    """, [SQLValue(account)]
                ) { try $0.document(0) }
                for edge in edges {
                    let other = edge.a == account ? edge.b : edge.a
                    guard other != start, cameBy[other] == nil, try isHeard(edge) else { continue }
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
            path.append(edge)
            place = edge.a == place ? edge.b : edge.a
        }
        return path.reversed()
    }

    /// Whether a link has a reason that nobody muted.
    private func isHeard(_ edge: Edge) throws -> Bool {
        try edge.reasons.isEmpty
            || edge.reasons.contains { reason in
                guard let indicator = reason.indicator else { return true }
                return try Mutes.indicator(indicator, in: db)?.isMuted != true
            }
    }

    /// The values that both have, and those that the link names.
    func shared(_ one: AccountID, _ other: AccountID, edge: Edge?) throws -> [IndicatorRow] {
        let common: [IndicatorID] = try db.rows(
            """
            SELECT DISTINCT indicator FROM indicatorUse WHERE kind = 'account' AND subject = ?1
            AND indicator IN (SELECT indicator FROM indicatorUse WHERE kind = 'account' AND subject = ?2)
            """, [SQLValue(one), SQLValue(other)]
        ) { $0.id(0) }
        let all = Set(common).union(edge?.reasons.compactMap(\.indicator) ?? [])
        return try all.compactMap { try Mutes.indicator($0, in: db) }
            .sorted {
                ($0.isMuted ? 1 : 0, -$0.indicator.rarity, $0.indicator.id) < (
                    $1.isMuted ? 1 : 0, -$1.indicator.rarity, $1.indicator.id
                )
            }
    }

    /// A member that shares a value with each, the rarest such pair.
    func between(_ one: AccountID, _ other: AccountID) throws -> AccountID? {
        try db.row(
            """
            SELECT x.subject FROM indicatorUse p JOIN indicatorUse x ON x.indicator = p.indicator AND x.kind = 'account'
                AND x.source = p.source JOIN indicatorUse y ON y.subject = x.subject AND y.kind = 'account'
                AND y.source = p.source JOIN indicatorUse q ON q.indicator = y.indicator AND q.kind = 'account'
                AND q.source = p.source AND q.subject = ?2 JOIN indicator i ON i.id = p.indicator
                JOIN indicator j ON j.id = q.indicator
            WHERE p.subject = ?1 AND p.kind = 'account' AND p.source = 'membership:' || ?3
            ORDER BY min(i.rarity, j.rarity) DESC, x.subject LIMIT 1
            """, [SQLValue(one), SQLValue(other), SQLValue(cluster)]
        ) { $0.id(0) }
    }

    /// From when to when both were active.
    func active(_ one: AccountID, _ other: AccountID) throws -> ClosedRange<Instant>? {
        let spans = try [one, other].compactMap { account in
            try db.row(
                "SELECT firstAt, lastAt FROM accountFact WHERE id = ? AND firstAt IS NOT NULL", [SQLValue(account)]
            ) {
                (first: $0.instant(0), last: $0.instant(1))
            }
        }
        guard spans.count == 2 else { return nil }
        let first = max(spans[0].first, spans[1].first)
        let last = min(spans[0].last, spans[1].last)
        return first <= last ? first...last : nil
    }
}
