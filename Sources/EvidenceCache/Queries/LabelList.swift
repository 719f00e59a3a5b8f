public import Evidence
import GRDB

/// A line of the list of labels.
public struct LabelRow: Hashable, Sendable {
    /// The event.
    public var event: LabelEvent
    /// Whether it still holds: no later event of the same analyst on the same subject.
    public var holds: Bool
}

/// What the list of labels is sorted by: time only.
public enum LabelSort: Hashable, Sendable {
    /// When the label was given.
    case time
}

extension EvidenceCache {
    /// A page of label events that the viewer may see. The request's filter is not asked; `label` narrows the list.
    public func labels(
        _ request: PageRequest<LabelSort>, label: Label? = nil, for viewer: Viewer
    ) throws -> Page<LabelRow> {
        try read { db in
            try EvidenceCache.labelQuery(label, viewer).page(request, in: db) {
                LabelRow(event: try $0.document(2), holds: $0.flag(3))
            }
        }
    }

    /// How many label events the viewer may see, and how many of those hold.
    public func countLabels(for viewer: Viewer) throws -> (events: Int, holding: Int) {
        try read { db in
            let query = EvidenceCache.labelQuery(nil, viewer)
            let seen = viewer.sight.condition(on: "h", analyst: viewer.analyst)
            let sql = "SELECT count(*) FROM labelHead h WHERE h.label IS NOT NULL AND \(seen.sql)"
            return (try query.count(in: db), try db.count(sql, seen.values))
        }
    }

    /// Every event that the viewer may see, oldest first: the ground truth for an export and for agreement.
    public func allLabels(for viewer: Viewer) throws -> [LabelEvent] {
        try read { db in
            let seen = viewer.sight.condition(on: "e", analyst: viewer.analyst)
            return try db.rows("SELECT document FROM labelEvent e WHERE \(seen.sql) ORDER BY at, id", seen.values) {
                try $0.document(0)
            }
        }
    }

    private static func labelQuery(_ label: Label?, _ viewer: Viewer) -> PagedQuery {
        var parts = [viewer.sight.condition(on: "e", analyst: viewer.analyst)]
        if let label { parts.append(SQLCondition("e.label = ?", [SQLValue(label.rawValue)])) }
        return PagedQuery(
            columns: "e.document, EXISTS (SELECT 1 FROM labelHead h WHERE h.event = e.id AND h.subject = e.subject "
                + "AND h.kind = e.kind AND h.analyst = e.analyst)",
            source: "labelEvent e", condition: .all(parts), sortKey: "e.at", id: "e.id")
    }
}
