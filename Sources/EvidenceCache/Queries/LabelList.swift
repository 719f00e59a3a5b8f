public import Evidence
import GRDB

/// A line of the list of labels.
public struct LabelRow: Hashable, Sendable {
    /// The event.
    public var event: LabelEvent
    /// Whether it still holds: no later event of the same analyst on the same subject.
    public var holds: Bool
    /// How many others' labels hold on the same subject; 0 while they are not to be seen.
    public var others: Int
    /// How many of those say something else; 0 for an event that no longer holds.
    public var disputes: Int
}

/// What the list of labels is sorted by.
public enum LabelSort: String, CaseIterable, Hashable, Sendable {
    /// When the label was given.
    case time
    /// How many others say something else.
    case disputes
    /// Who is labelled.
    case subject
    /// What they are labelled as.
    case label
    /// Who says so.
    case analyst

    func column(_ viewer: Viewer) -> String {
        switch self {
        case .time: "l.at"
        case .subject: "l.subject"
        case .label: "ifnull(l.label, '')"
        case .analyst: "l.analyst"
        case .disputes: if case .all = viewer.sight { LabelSQL.disputeOrder } else { "l.subject" }
        }
    }
}

/// Which label events are listed, apart from the filter.
public enum LabelScope: String, Hashable, Sendable {
    /// Those that hold.
    case holding
    /// Those that were ever made.
    case every
}

extension EvidenceCache {
    /// A page of label events that the viewer may see.
    ///
    /// - Parameter subject: narrows the list to the history of one subject.
    public func labels(
        _ request: PageRequest<LabelSort>, _ scope: LabelScope = .every, of subject: Subject? = nil, for viewer: Viewer
    ) throws -> Page<LabelRow> {
        try read { db in
            try EvidenceCache.labelQuery(request, scope, subject, viewer).page(request, in: db) {
                LabelRow(event: try $0.document(2), holds: $0.flag(3), others: $0.int(4), disputes: $0.int(5))
            }
        }
    }

    /// How many label events the filter lets through.
    public func countLabels(
        _ filter: Filter, _ scope: LabelScope = .every, of subject: Subject? = nil, for viewer: Viewer
    ) throws -> Int {
        try read { db in
            try EvidenceCache.labelQuery(PageRequest(filter: filter, sort: .time), scope, subject, viewer).count(in: db)
        }
    }

    /// The place of an event in a list, and how many stand before it; `nil` if it is not in the list.
    public func place(
        ofLabel id: String, in request: PageRequest<LabelSort>, _ scope: LabelScope, of subject: Subject? = nil,
        for viewer: Viewer
    ) throws -> (place: PagePlace, before: Int)? {
        try read { db in
            let query = EvidenceCache.labelQuery(request, scope, subject, viewer)
            guard let place = try query.place(of: SQLValue(id), in: db) else { return nil }
            return (place, try query.rank(of: place, isDescending: request.isDescending, in: db))
        }
    }

    /// How many label events the viewer may see, and how many of those hold.
    public func countLabels(for viewer: Viewer) throws -> (events: Int, holding: Int) {
        let tally = try labelTally(for: viewer)
        return (try countLabels(.everything, for: viewer), tally.values.reduce(0, +))
    }

    /// How many of the labels that the viewer may see hold, by label.
    public func labelTally(for viewer: Viewer) throws -> [Label: Int] {
        try read { db in
            let seen = viewer.sight.condition(on: "h", analyst: viewer.analyst)
            let counts = try db.rows(
                "SELECT h.label, count(*) FROM labelHead h WHERE h.label IS NOT NULL AND \(seen.sql) GROUP BY h.label",
                seen.values
            ) { (label: Label(rawValue: $0.string(0)), count: $0.int(1)) }
            return counts.reduce(into: [:]) { tally, found in if let label = found.label { tally[label] = found.count }
            }
        }
    }

    /// Every event that the viewer may see, oldest first: the ground truth for an export.
    public func allLabels(for viewer: Viewer) throws -> [LabelEvent] {
        try read { db in
            let seen = viewer.sight.condition(on: "e", analyst: viewer.analyst)
            return try db.rows("SELECT document FROM labelEvent e WHERE \(seen.sql) ORDER BY at, id", seen.values) {
                try $0.document(0)
            }
        }
    }

    /// The labels that hold, of everybody whose labels the viewer may see: what agreement is reckoned from.
    public func ratings(for viewer: Viewer) throws -> [Rating] {
        try read { db in
            let seen = viewer.sight.condition(on: "h", analyst: viewer.analyst)
            let sql = """
                SELECT e.document FROM labelHead h JOIN labelEvent e ON e.id = h.event
                WHERE h.label IS NOT NULL AND \(seen.sql) ORDER BY h.kind, h.subject, h.analyst
                """
            let events: [LabelEvent] = try db.rows(sql, seen.values) { try $0.document(0) }
            return events.compactMap(Rating.init)
        }
    }

    private static func labelQuery(
        _ request: PageRequest<LabelSort>, _ scope: LabelScope, _ subject: Subject?, _ viewer: Viewer
    ) -> PagedQuery {
        var parts = [viewer.sight.condition(on: "l", analyst: viewer.analyst)]
        if let subject {
            let place = [SQLValue(subject.text), SQLValue(subject.kind.rawValue)]
            parts.append(SQLCondition("l.subject = ? AND l.kind = ?", place))
        }
        if scope == .holding { parts.append(SQLCondition("l.label IS NOT NULL AND \(LabelSQL.holds)")) }
        if request.filter != .everything {
            parts.append(FilterSQL(view: .labels, viewer: viewer).condition(request.filter))
        }
        let seesOthers = if case .all = viewer.sight { true } else { false }
        let company = seesOthers ? "\(LabelSQL.others()), \(LabelSQL.disputes)" : "0, 0"
        return PagedQuery(
            columns: "l.document, \(LabelSQL.holds), \(company)", source: LabelSQL.source, condition: .all(parts),
            sortKey: request.sort.column(viewer), id: "l.id")
    }
}
