import Evidence
public import Feed
import Foundation
import GRDB

/// Queues events for the detector. Works inside the caller's transaction, so that no decision is without its event.
struct Outbox {
    let db: Database

    init(_ db: Database) {
        self.db = db
    }

    func add(_ kind: String, _ id: String, at now: Instant) throws {
        try db.run(
            "INSERT OR IGNORE INTO outbox(kind, id, queuedAt) VALUES (?, ?, ?)",
            [SQLValue(kind), SQLValue(id), SQLValue(now)])
    }

    func event(kind: String, id: String) throws -> Event? {
        switch kind {
        case "label":
            return try db.row("SELECT document FROM labelEvent WHERE id = ?", [SQLValue(id)]) {
                .label(try $0.document(0))
            }
        case "mute":
            return try db.row("SELECT document FROM muteEvent WHERE id = ?", [SQLValue(id)]) {
                .mute(try $0.document(0))
            }
        case "outcome":
            return try db.row("SELECT document FROM outcomeEvent WHERE id = ?", [SQLValue(id)]) {
                .outcome(try $0.document(0))
            }
        default:
            return try db.row("SELECT \(ActivityLog.columns) FROM activity WHERE hash = ?", [SQLValue(id)]) {
                .activity(ActivityLog.line($0))
            }
        }
    }
}

/// An event that the detector did not take.
public struct RefusedEvent: Hashable, Sendable {
    /// The event's id.
    public var id: String
    /// Its kind: `label`, `mute`, `outcome` or `activity`.
    public var kind: String
    /// The detector's reason.
    public var reason: String
}

extension EvidenceCache {
    /// The oldest events that the detector has not answered, in the order in which they were made.
    public func pendingEvents(limit: Int) throws -> [Event] {
        try read { db in
            let rows = try db.rows(
                "SELECT kind, id FROM outbox WHERE outcome IS NULL ORDER BY number LIMIT ?", [SQLValue(limit)]
            ) { (kind: $0.string(0), id: $0.string(1)) }
            return try rows.compactMap { try Outbox(db).event(kind: $0.kind, id: $0.id) }
        }
    }

    /// Notes the detector's answers. Refused events stay, with the reason, and are not sent again.
    public func markAnswered(_ receipt: EventReceipt) throws {
        try write { db in
            for result in receipt.results {
                try db.run(
                    "UPDATE outbox SET outcome = ?, reason = ? WHERE id = ? AND outcome IS NULL",
                    [SQLValue(result.outcome.rawValue), SQLValue(result.reason), SQLValue(result.id)])
            }
            if let chain = receipt.chain {
                try db.run(
                    "INSERT OR REPLACE INTO countersignature(number, head, signature, publicKey) VALUES (?, ?, ?, ?)",
                    [
                        SQLValue(chain.number), SQLValue(chain.head), SQLValue(chain.signature),
                        SQLValue(chain.publicKey),
                    ])
            }
        }
    }

    /// Events that the detector refused, newest first.
    public func refusedEvents(limit: Int = 50) throws -> [RefusedEvent] {
        try read { db in
            try db.rows(
                "SELECT id, kind, ifnull(reason, '') FROM outbox WHERE outcome = 'refused' ORDER BY number DESC LIMIT ?",
                [SQLValue(limit)]
            ) { RefusedEvent(id: $0.string(0), kind: $0.string(1), reason: $0.string(2)) }
        }
    }

    /// The newest countersignature of this cache's chain.
    public func countersignature() throws -> EventReceipt.Countersignature? {
        try read { db in
            try db.row("SELECT number, head, signature, publicKey FROM countersignature ORDER BY number DESC LIMIT 1") {
                EventReceipt.Countersignature(
                    number: $0.int(0), head: $0.string(1), signature: $0.string(2), publicKey: $0.string(3))
            }
        }
    }
}
