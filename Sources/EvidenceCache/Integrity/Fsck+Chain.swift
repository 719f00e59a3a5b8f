import Digests
import Evidence
import Feed
import Foundation
import HostileText

extension IntegrityCheck {
    private static let keepAside =
        "Somebody changed the file by other means. Keep a copy, and compare the head with the last export or countersignature."

    /// Each line's hash covers the line and the one before it.
    mutating func checkChain() throws {
        var previous = HashChain.origin
        var number = 0
        let lines = try db.rows("SELECT \(ActivityLog.columns) FROM activity ORDER BY number", [], ActivityLog.line)
        for line in lines {
            number += 1
            guard line.number == number, line.previous == previous,
                HashChain.hash(of: line.chainRow, after: previous) == line.hash
            else {
                note(
                    "chain", "Line \(line.number) of the activity log does not follow from the one before.",
                    Self.keepAside)
                return
            }
            previous = line.hash
        }
        let signed = try db.row("SELECT number, head FROM countersignature ORDER BY number DESC LIMIT 1") {
            (number: $0.int(0), head: $0.string(1))
        }
        if let signed, signed.number > number || (signed.number > 0 && lines[signed.number - 1].hash != signed.head) {
            note(
                "chain", "The log is not the one that the detector countersigned at line \(signed.number).",
                Self.keepAside)
        }
    }

    /// A label's document has the hash stored beside it, and, if it was made here, the one in the activity log.
    mutating func checkLabels() throws {
        let changed = try db.rows("SELECT id, document, hash FROM labelEvent ORDER BY id") { row in
            SHA256Digest.of(row.bytes(1)).bytes == row.bytes(2) ? nil : row.string(0)
        }.compactMap { $0 }
        for id in changed { note("labels", "Label event \(id) is not what was recorded.", Self.keepAside) }
        var logged: [String: String] = [:]
        try db.step("SELECT details FROM activity WHERE action IN ('labelled', 'unlabelled')", []) { row in
            let details = try CanonicalJSON(parsing: Array(row.string(0).utf8))
            if case .string(let event)? = details["event"], case .string(let hash)? = details["sha256"] {
                logged[event] = hash
            }
            return true
        }
        try db.step("SELECT id, hash FROM labelEvent WHERE isLocal = 1", []) { row in
            if logged[row.string(0)] != SHA256Digest(bytes: row.bytes(1))?.hex {
                note("labels", "Label event \(row.string(0)) is not the one in the activity log.", Self.keepAside)
            }
            return true
        }
    }

    /// Every cached text still is what came.
    mutating func checkEvidence() throws {
        let keys = try db.rows("SELECT exchange FROM exchangeText ORDER BY exchange") { $0.int64(0) }
        for key in keys {
            let isGood = try db.row(
                "SELECT document, bytes, hash FROM exchangeText WHERE exchange = ?", [.integer(key)]
            ) { row in
                do {
                    _ = try StoredText.document(row.bytes(0), size: row.int(1), hash: row.bytes(2))
                    return true
                } catch is CacheProblem {
                    return false
                }
            }
            if isGood == false {
                let id = try db.row("SELECT id FROM exchangeFact WHERE key = ?", [.integer(key)]) { $0.string(0) } ?? ""
                note("evidence", "The text of exchange \(id.debugDescription) is not what came.", Self.resync)
            }
        }
    }
}
