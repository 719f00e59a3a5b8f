import Digests
import Evidence
import Feed
import GRDB
import HostileText

/// Adds label events and folds them into the labels that hold. Works inside the caller's transaction.
struct LabelBook {
    let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// Adds an event; one with the same id is kept as it is.
    func add(_ event: LabelEvent, document: [UInt8], isLocal: Bool) throws {
        let kind = SQLValue(event.subject.kind.rawValue)
        try db.run(
            """
            INSERT OR IGNORE INTO labelEvent(id, kind, subject, label, analyst, at, confidence, supersedes, isLocal,
            document, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                SQLValue(event.id), kind, SQLValue(event.subject.text), SQLValue(event.label?.rawValue),
                SQLValue(event.analyst), SQLValue(event.at), SQLValue(event.confidence.rawValue),
                SQLValue(event.supersedes), SQLValue(isLocal), .blob(document), .blob(SHA256Digest.of(document).bytes),
            ])
        try fold(kind: kind, subject: SQLValue(event.subject.text), analyst: SQLValue(event.analyst))
    }

    /// Works out which of an analyst's events on a subject holds: the latest that no other replaces.
    func fold(kind: SQLValue, subject: SQLValue, analyst: SQLValue, without buried: String = "") throws {
        let place = [subject, kind, analyst]
        try db.run("DELETE FROM labelHead WHERE subject = ? AND kind = ? AND analyst = ?", place)
        try db.run(
            """
            INSERT INTO labelHead(subject, kind, analyst, event, label, at, confidence, isLocal)
            SELECT subject, kind, analyst, id, label, at, confidence, isLocal FROM labelEvent e
            WHERE subject = ?1 AND kind = ?2 AND analyst = ?3 AND id <> ?4
                AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.kind = 'label' AND t.id = e.id)
                AND NOT EXISTS (SELECT 1 FROM labelEvent l WHERE l.supersedes = e.id AND l.subject = ?1 AND l.kind = ?2
                    AND l.analyst = ?3 AND l.id <> ?4
                    AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.kind = 'label' AND t.id = l.id))
            ORDER BY at DESC, id DESC LIMIT 1
            """, place + [SQLValue(buried)])
    }
}
