public import Evidence
import Foundation
import GRDB
public import HostileText

/// One time that a case was written out.
public struct CaseExportNote: Hashable, Sendable {
    /// The line of the activity log that says so.
    public var number: Int
    /// When.
    public var at: Instant
    /// Who.
    public var analyst: UntrustedText
    /// What was taken out.
    public var redaction: UntrustedText
    /// The SHA-256 of the bag's tagmanifest-sha256.txt, which stands for the whole bag.
    public var digest: UntrustedText
    /// Where the bag was written; `nil` if it was written elsewhere than from this cache.
    public var path: String?
}

/// What was done to a case since a line of the activity log.
public struct CaseChanges: Hashable, Sendable {
    /// Things put in.
    public var added = 0
    /// Things taken out.
    public var removed = 0
    /// Notes written.
    public var notes = 0
    /// Labels that the viewer gave or took back on what is in it.
    public var labels = 0

    /// How many changes there are.
    public var total: Int { added + removed + notes + labels }
}

/// A thing in a case, with what is known of it now.
public struct CaseItemRow: Hashable, Sendable {
    /// The thing.
    public var item: CaseItem
    /// The score of the account or cluster.
    public var score: Double?
    /// The exchanges of the account or cluster.
    public var exchanges: Int?
    /// The members of the cluster.
    public var members: Int?
    /// The viewer's own label.
    public var label: Label?
}

extension EvidenceCache {
    /// When a case was written out, the last first.
    public func exports(of id: CaseID) throws -> [CaseExportNote] {
        let lines = try activity(action: .exported, subject: id.text, limit: 100)
        let places = try exportPaths(of: id)
        return lines.map { line in
            // A line of another program may hold something else; then it is shown without.
            let object = try? JSONSerialization.jsonObject(with: Data(line.details.utf8)) as? [String: Any]
            let digest = object?["tagmanifest_sha256"] as? String ?? ""
            return CaseExportNote(
                number: line.number, at: line.at, analyst: line.actor,
                redaction: UntrustedText(object?["redaction"] as? String ?? ""), digest: UntrustedText(digest),
                path: places[digest])
        }
    }

    /// Remembers where a bag was written. Stays in this cache: the log, which others see, names no directory.
    public func noteExport(of id: CaseID, digest: String, at path: String) throws {
        var places = try exportPaths(of: id)
        places[digest] = path
        let text = String(decoding: try JSONEncoder().encode(places), as: UTF8.self)
        try setConsoleState("exports of \(id.text.verbatim)", to: text)
    }

    private func exportPaths(of id: CaseID) throws -> [String: String] {
        guard let text = try consoleState("exports of \(id.text.verbatim)") else { return [:] }
        return try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
    }

    /// What was done to a case since a line of the activity log and a time.
    public func changes(of id: CaseID, since export: CaseExportNote, for viewer: Viewer) throws -> CaseChanges {
        try read { db in
            var changes = CaseChanges()
            let sql = "SELECT action, count(*) FROM activity WHERE subject = ? AND number > ? GROUP BY action"
            try db.step(sql, [SQLValue(id), SQLValue(export.number)]) { row in
                switch Activity.Action(rawValue: row.string(0)) {
                case .caseAdded: changes.added = row.int(1)
                case .caseRemoved: changes.removed = row.int(1)
                case .caseNoted: changes.notes = row.int(1)
                default: break
                }
                return true
            }
            changes.labels = try db.count(
                """
                SELECT count(*) FROM caseItem i JOIN labelEvent l ON l.subject = i.subject AND l.kind = i.kind
                WHERE i.caseFile = ? AND l.analyst = ? AND l.at > ?
                """, [SQLValue(id), .text(viewer.analyst), SQLValue(export.at)])
            return changes
        }
    }

    /// What a case holds and what is known of it now, in the order in which it was put in.
    public func itemRows(of id: CaseID, limit: Int, for viewer: Viewer) throws -> [CaseItemRow] {
        try read { db in
            try db.rows(
                """
                SELECT i.kind, i.subject, i.analyst, i.at, coalesce(a.score, k.score),
                    coalesce(a.exchanges, k.exchanges), k.size, h.label
                FROM caseItem i LEFT JOIN accountFact a ON i.kind = 'account' AND a.id = i.subject
                LEFT JOIN cluster k ON i.kind = 'cluster' AND k.id = i.subject
                LEFT JOIN labelHead h ON h.subject = i.subject AND h.kind = i.kind AND h.analyst = ?
                WHERE i.caseFile = ? ORDER BY i.at, i.kind, i.subject LIMIT ?
                """, [.text(viewer.analyst), SQLValue(id), SQLValue(limit)]
            ) { row in
                CaseItemRow(
                    item: CaseItem(
                        thing: CaseItem.Thing(kind: row.string(0), id: row.untrusted(1)), analyst: row.untrusted(2),
                        at: row.instant(3)),
                    score: row.optional(4, row.double), exchanges: row.optional(5, row.int),
                    members: row.optional(6, row.int), label: row.optional(7, row.string).flatMap(Label.init))
            }
        }
    }
}
