public import Evidence
import GRDB

/// What the table of clusters can be sorted by.
public enum ClusterSort: String, CaseIterable, Hashable, Sendable {
    /// The score.
    case score
    /// The number of members.
    case size
    /// The exchanges of its members.
    case exchanges
    /// The last exchange of a member.
    case seen
    /// The id.
    case id

    var column: String { self == .seen ? "k.lastAt" : "k.\(rawValue)" }
}

/// A line of the table of clusters.
public struct ClusterRow: Hashable, Sendable {
    /// The cluster.
    public var cluster: Cluster
    /// Its flag, if the detector raised one.
    public var flag: FlagID?
    /// How many of its members have an open flag.
    public var flaggedMembers: Int
    /// How many of its members bear the viewer's own label.
    public var labelledMembers: Int
    /// The viewer's own label.
    public var label: CurrentLabel?
}

/// A member of a cluster.
public struct MemberRow: Hashable, Sendable {
    /// How it belongs.
    public var membership: Membership
    /// The account, if the feed has brought it.
    public var account: Account?
    /// The latest of what became of it.
    public var outcome: Outcome?
    /// The viewer's own label.
    public var label: CurrentLabel?
}

/// What lists of members can be sorted by.
public enum MemberSort: String, CaseIterable, Hashable, Sendable {
    /// How firmly they belong.
    case weight
    /// The account's score.
    case score
    /// The account's exchanges.
    case exchanges
    /// The account's id.
    case id

    var column: String {
        switch self {
        case .weight: "m.weight"
        case .score: "ifnull(a.score, -1)"
        case .exchanges: "ifnull(a.exchanges, 0)"
        case .id: "m.account"
        }
    }
}

extension EvidenceCache {
    /// A page of the table of clusters.
    public func clusters(_ request: PageRequest<ClusterSort>, for viewer: Viewer) throws -> Page<ClusterRow> {
        try read { db in
            try ClusterQuery.paged(request, viewer).page(request, in: db) { try ClusterQuery.row($0) }
        }
    }

    /// How many clusters the filter lets through.
    public func countClusters(_ filter: Filter, for viewer: Viewer) throws -> Int {
        try read { db in
            if filter == .everything { return try Tally.count("cluster", in: db) }
            return try ClusterQuery.paged(PageRequest(filter: filter, sort: .score), viewer).count(in: db)
        }
    }

    /// One cluster by its id; `nil` if the feed has not brought it.
    public func cluster(_ id: ClusterID, for viewer: Viewer) throws -> ClusterRow? {
        try read { db in
            let request = PageRequest(sort: ClusterSort.score, limit: 1)
            var query = ClusterQuery.paged(request, viewer)
            query.condition = SQLCondition("k.id = ?", [SQLValue(id)])
            return try query.page(request, in: db) { try ClusterQuery.row($0) }.rows.first
        }
    }

    /// A page of a cluster's members. The filter is asked of their accounts.
    public func members(
        of cluster: ClusterID, _ request: PageRequest<MemberSort>, for viewer: Viewer
    ) throws -> Page<MemberRow> {
        try read { db in
            try MemberRow.query(cluster, request, viewer).page(request, in: db) { try MemberRow($0, from: 2) }
        }
    }

    /// How many of a cluster's members the filter lets through.
    public func countMembers(of cluster: ClusterID, _ filter: Filter, for viewer: Viewer) throws -> Int {
        try read { db in
            try MemberRow.query(cluster, PageRequest(filter: filter, sort: .weight), viewer).count(in: db)
        }
    }

    /// The place of an account in a list of members, and how many stand before it; `nil` if it is not in the list.
    public func place(
        of account: AccountID, in cluster: ClusterID, _ request: PageRequest<MemberSort>, for viewer: Viewer
    ) throws -> (place: PagePlace, before: Int)? {
        try read { db in
            let query = MemberRow.query(cluster, request, viewer)
            guard let place = try query.place(of: SQLValue(account), in: db) else { return nil }
            return (place, try query.rank(of: place, isDescending: request.isDescending, in: db))
        }
    }
}

extension MemberRow {
    fileprivate static func query(
        _ cluster: ClusterID, _ request: PageRequest<MemberSort>, _ viewer: Viewer
    ) -> PagedQuery {
        PagedQuery(
            columns: columns, source: source, sourceValues: [.text(viewer.analyst)],
            condition: .all([
                SQLCondition("m.cluster = ?", [SQLValue(cluster)]),
                FilterSQL(view: .accounts, viewer: viewer).condition(request.filter),
            ]), sortKey: request.sort.column, id: "m.account")
    }
}

/// The table of clusters as SQL.
private enum ClusterQuery {
    static func paged(_ request: PageRequest<ClusterSort>, _ viewer: Viewer) -> PagedQuery {
        PagedQuery(
            columns: """
                k.document, (SELECT f.id FROM flagFact f WHERE f.subject = k.id AND f.kind = 'cluster'),
                (SELECT count(*) FROM membership m JOIN accountFact a ON a.id = m.account
                    WHERE m.cluster = k.id AND a.isFlagged = 1),
                (SELECT count(*) FROM membership m JOIN labelHead l ON l.subject = m.account AND l.kind = 'account'
                    AND l.analyst = ? AND l.label IS NOT NULL WHERE m.cluster = k.id), \(CurrentLabel.columns)
                """,
            columnValues: [.text(viewer.analyst)],
            source: "cluster k \(CurrentLabel.join(kind: "'cluster'", subject: "k.id"))",
            sourceValues: [.text(viewer.analyst)],
            condition: FilterSQL(view: .clusters, viewer: viewer).condition(request.filter),
            sortKey: request.sort.column, id: "k.id")
    }

    static func row(_ row: SQLRow) throws -> ClusterRow {
        ClusterRow(
            cluster: try row.document(2), flag: row.optional(3, row.id), flaggedMembers: row.int(4),
            labelledMembers: row.int(5), label: CurrentLabel(row, from: 6))
    }
}
