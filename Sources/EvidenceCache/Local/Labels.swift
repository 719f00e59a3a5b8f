import Digests
public import Evidence
import Feed
import GRDB
public import HostileText

extension EvidenceCache {
    /// Adds a label event: the event, the label that now holds, the line in the activity log, and the outbox, all or none.
    public func record(_ event: LabelEvent) throws {
        try record([event])
    }

    /// Adds many label events in one transaction, as a bulk label does.
    ///
    /// - Throws: `CacheProblem.refused` if an event supersedes one of another analyst or subject.
    public func record(_ events: [LabelEvent]) throws {
        try write { db in
            for event in events {
                if let earlier = event.supersedes { try EvidenceCache.check(event, replaces: earlier, in: db) }
                let document = Array(try FeedDocument.encode(event))
                try LabelBook(db).add(event, document: document, isLocal: true)
                try Outbox(db).add("label", event.id, at: event.at)
                try ActivityLog(db).append(
                    event.label == nil ? .unlabelled : .labelled, event.subject.text,
                    [
                        "event": .string(event.id), "sha256": .string(SHA256Digest.of(document).hex),
                        "label": event.label.map { .string($0.rawValue) } ?? .null,
                    ], by: event.analyst, at: event.at)
            }
        }
    }

    private static func check(_ event: LabelEvent, replaces earlier: String, in db: Database) throws {
        let isSame = try db.count(
            "SELECT count(*) FROM labelEvent WHERE id = ? AND subject = ? AND kind = ? AND analyst = ?",
            [
                SQLValue(earlier), SQLValue(event.subject.text), SQLValue(event.subject.kind.rawValue),
                SQLValue(event.analyst),
            ])
        if isSame == 0 {
            throw CacheProblem.refused(
                "A label can replace only an earlier one of the same analyst on the same subject.")
        }
    }

    /// The viewer's own label of a subject.
    public func label(of subject: Subject, by analyst: UntrustedText) throws -> CurrentLabel? {
        try read { db in
            try db.row(
                "SELECT \(CurrentLabel.columns) FROM labelHead h WHERE h.subject = ? AND h.kind = ? AND h.analyst = ?",
                [SQLValue(subject.text), SQLValue(subject.kind.rawValue), .text(analyst)]
            ) { CurrentLabel($0, from: 0) } ?? nil
        }
    }

    /// The events on a subject that the viewer may see, oldest first.
    public func labelHistory(of subject: Subject, for viewer: Viewer) throws -> [LabelEvent] {
        try read { db in
            let seen = viewer.sight.condition(on: "e", analyst: viewer.analyst)
            return try db.rows(
                "SELECT document FROM labelEvent e WHERE subject = ? AND kind = ? AND \(seen.sql) ORDER BY at, id",
                [SQLValue(subject.text), SQLValue(subject.kind.rawValue)] + seen.values
            ) { try $0.document(0) }
        }
    }

    /// Shows others' labels of a subject, and writes down that they were looked at.
    ///
    /// - Returns: what opens ``LabelSight/all(_:)``.
    public func revealLabels(of subject: Subject?, by analyst: UntrustedText, at now: Instant) throws -> Reveal {
        try write { db in
            let line = try ActivityLog(db).append(
                .revealed, subject?.text, ["what": "labels"], by: analyst, at: now)
            return Reveal(activity: line.number)
        }
    }

    /// The event that takes back what an event did: the label before it comes back, or none. Record it to undo.
    ///
    /// - Parameters:
    ///   - id: the event to be undone; undoing an undo does it again.
    ///   - newID: the UUID of the new event.
    /// - Throws: `CacheProblem.notFound`.
    public func undoing(_ id: String, as newID: String, at now: Instant, guideline: String) throws -> LabelEvent {
        try read { db in
            let sql = "SELECT document FROM labelEvent WHERE id = ?"
            guard let event: LabelEvent = try db.row(sql, [SQLValue(id)], { try $0.document(0) }) else {
                throw CacheProblem.notFound(kind: "label event", id: id)
            }
            let before: LabelEvent? = try db.row(
                """
                SELECT document FROM labelEvent WHERE subject = ?1 AND kind = ?2 AND analyst = ?3 AND id <> ?4
                AND (id = ?6 OR (?6 IS NULL AND at < ?5)) ORDER BY at DESC, id DESC LIMIT 1
                """,
                [
                    SQLValue(event.subject.text), SQLValue(event.subject.kind.rawValue), SQLValue(event.analyst),
                    SQLValue(id), SQLValue(event.at), SQLValue(event.supersedes),
                ]
            ) { try $0.document(0) }
            var undo = LabelEvent(
                id: newID, subject: event.subject, label: before?.label, analyst: event.analyst, at: now,
                confidence: before?.confidence ?? event.confidence, supersedes: id, guideline: guideline,
                isBlind: event.isBlind)
            undo.reasons = before?.reasons ?? []
            return undo
        }
    }
}
