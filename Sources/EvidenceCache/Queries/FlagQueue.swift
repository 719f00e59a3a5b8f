public import Evidence
import GRDB
import HostileText

/// What the queue can be sorted by.
public enum FlagSort: String, CaseIterable, Hashable, Sendable {
    /// Score × volume × age.
    case urgency
    /// The score.
    case score
    /// The number of exchanges.
    case exchanges
    /// When the flag was raised.
    case raised
    /// The subject's id.
    case subject

    fileprivate var column: String {
        switch self {
        case .urgency: "f.urgency"
        case .score: "f.score"
        case .exchanges: "f.exchanges"
        case .raised: "f.at"
        case .subject: "f.subject"
        }
    }
}

/// A line of the queue, ready to be drawn.
public struct FlagRow: Hashable, Sendable {
    /// The flag, its status as the viewer sees it.
    public var flag: Flag
    /// The account, for a flag on one.
    public var account: Account?
    /// The number of members, for a flag on a cluster.
    public var members: Int?
    /// The viewer's own label.
    public var label: CurrentLabel?
    /// Who is on it, if somebody is.
    public var claim: Claim?
    /// Exchanges a day, oldest first, of the 14 days that end with the newest exchange in the cache.
    public var days: [Int]
    /// How many hidden characters its cached texts hold.
    public var hidden: Int
}

extension EvidenceCache {
    /// A page of the queue.
    public func flags(_ request: PageRequest<FlagSort>, for viewer: Viewer) throws -> Page<FlagRow> {
        try read { db in
            let query = FlagQuery(request: request, viewer: viewer).paged
            var page = try query.page(request, in: db) { try FlagQuery.row($0) }
            let last = try Rollups.newestDay(in: db)
            for index in page.rows.indices {
                try FlagQuery.fill(&page.rows[index], through: last, in: db)
            }
            return page
        }
    }

    /// How many flags there are that the filter lets through.
    ///
    /// - Parameter folded: whether a cluster's flag stands for those on its members.
    public func countFlags(_ filter: Filter, folded: Bool = false, for viewer: Viewer) throws -> Int {
        try read { db in
            if filter == .everything, !folded { return try Tally.count("flag", in: db) }
            let request = PageRequest(filter: filter, sort: FlagSort.urgency, isFolded: folded)
            return try FlagQuery(request: request, viewer: viewer).paged.count(in: db)
        }
    }

    /// The place of a flag in a list; `nil` if the filter does not let it through.
    public func place(of flag: FlagID, in request: PageRequest<FlagSort>, for viewer: Viewer) throws -> PagePlace? {
        try read { db in
            try FlagQuery(request: request, viewer: viewer).paged.place(of: SQLValue(flag), in: db)
        }
    }

    /// How many flags of the list stand before a place.
    public func rank(of place: PagePlace, in request: PageRequest<FlagSort>, for viewer: Viewer) throws -> Int {
        try read { db in
            try FlagQuery(request: request, viewer: viewer).paged.rank(
                of: place, isDescending: request.isDescending, in: db)
        }
    }

    /// One flag by its id.
    public func flag(_ id: FlagID, for viewer: Viewer) throws -> FlagRow? {
        try flag(where: SQLCondition("f.id = ?", [SQLValue(id)]), for: viewer)
    }

    /// The flag on an account or cluster.
    public func flag(on subject: Subject, for viewer: Viewer) throws -> FlagRow? {
        try flag(
            where: SQLCondition(
                "f.subject = ? AND f.kind = ?", [SQLValue(subject.text), SQLValue(subject.kind.rawValue)]),
            for: viewer)
    }

    private func flag(where condition: SQLCondition, for viewer: Viewer) throws -> FlagRow? {
        try read { db in
            let request = PageRequest(sort: FlagSort.urgency, limit: 1)
            var query = FlagQuery(request: request, viewer: viewer).paged
            query.condition = condition
            guard var row = try query.page(request, in: db, { try FlagQuery.row($0) }).rows.first else { return nil }
            try FlagQuery.fill(&row, through: try Rollups.newestDay(in: db), in: db)
            return row
        }
    }

    /// The subjects of all flags that the filter lets through: what a bulk label or a case takes. In order of id.
    public func subjects(ofFlags filter: Filter, folded: Bool = false, for viewer: Viewer) throws -> [Subject] {
        try read { db in
            let request = PageRequest(filter: filter, sort: FlagSort.urgency, isFolded: folded)
            let condition = FlagQuery(request: request, viewer: viewer).condition
            return try db.rows(
                "SELECT DISTINCT f.kind, f.subject FROM \(FlagQuery.source) WHERE \(condition.sql) ORDER BY f.subject, f.kind",
                condition.values
            ) { Subject(Subject.Kind(rawValue: $0.string(0)) ?? .account, $0.untrusted(1)) }
        }
    }
}

/// The queue as SQL.
struct FlagQuery {
    let request: PageRequest<FlagSort>
    let viewer: Viewer

    static let source =
        "flagFact f LEFT JOIN accountFact a ON f.kind = 'account' AND a.id = f.subject AND a.revision > 0"

    var paged: PagedQuery {
        let status = FlagStatusSQL(viewer: viewer)
        return PagedQuery(
            columns: """
                \(status.sql), f.document, a.document, c.analyst, c.at, c.until,
                (SELECT k.size FROM cluster k WHERE f.kind = 'cluster' AND k.id = f.subject), \(CurrentLabel.columns)
                """,
            columnValues: status.values,
            source: """
                \(FlagQuery.source) LEFT JOIN claim c ON c.flag = f.id AND c.until > ?
                \(CurrentLabel.join(kind: "f.kind", subject: "f.subject"))
                """,
            sourceValues: [SQLValue(viewer.now), .text(viewer.analyst)],
            condition: condition, sortKey: request.sort.column,
            id: "f.id")
    }

    /// The filter, and of a folded queue no account whose cluster has a flag of its own.
    var condition: SQLCondition {
        let filter = FilterSQL(view: .flags, viewer: viewer).condition(request.filter)
        guard request.isFolded else { return filter }
        return .all([
            filter,
            SQLCondition(
                """
                f.kind = 'cluster' OR f.cluster IS NULL
                OR NOT EXISTS (SELECT 1 FROM flagFact k WHERE k.kind = 'cluster' AND k.subject = f.cluster)
                """),
        ])
    }

    static func row(_ row: SQLRow) throws -> FlagRow {
        var flag: Flag = try row.document(3)
        flag.status = FlagStatus(rawValue: row.string(2)) ?? flag.status
        return FlagRow(
            flag: flag, account: try row.optionalDocument(4), members: row.optional(8, row.int),
            label: CurrentLabel(row, from: 9),
            claim: row.isNull(5)
                ? nil : Claim(flag: flag.id, analyst: row.untrusted(5), at: row.instant(6), until: row.instant(7)),
            days: [], hidden: 0)
    }

    /// Adds what comes from the rollups.
    static func fill(_ row: inout FlagRow, through last: Int, in db: Database) throws {
        let accounts = AccountSet(row.flag.subject)
        row.days = try Rollups.days(of: accounts, from: last - 13, through: last, in: db)
        row.hidden = try Rollups.hidden(of: accounts, in: db)
    }
}
