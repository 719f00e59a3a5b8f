public import Digests
public import Evidence
import GRDB
public import HostileText

/// Adds lines to the activity log. Works inside the caller's transaction.
struct ActivityLog {
    let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// Adds a line, and queues it for the detector.
    @discardableResult
    func append(
        _ action: Activity.Action, _ subject: UntrustedText? = nil, _ details: [String: CanonicalJSON] = [:],
        by actor: UntrustedText, at now: Instant
    ) throws -> Activity {
        let last = try db.row("SELECT number, hash FROM activity ORDER BY number DESC LIMIT 1") {
            (number: $0.int(0), hash: $0.string(1))
        }
        var activity = Activity(
            number: (last?.number ?? 0) + 1, at: now, actor: actor, action: action, subject: subject,
            details: CanonicalJSON.object(details).text, previous: last?.hash ?? HashChain.origin, hash: "")
        activity.hash = HashChain.hash(of: activity.chainRow, after: activity.previous)
        try db.run(
            """
            INSERT INTO activity(number, at, actor, action, subject, details, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                SQLValue(activity.number), SQLValue(now), .text(actor), SQLValue(action.rawValue), SQLValue(subject),
                SQLValue(activity.details), SQLValue(activity.previous), SQLValue(activity.hash),
            ])
        try Outbox(db).add("activity", activity.hash, at: now)
        return activity
    }

    static let columns = "number, at, actor, action, subject, details, previous, hash"

    static func line(_ row: SQLRow) -> Activity {
        Activity(
            number: row.int(0), at: row.instant(1), actor: row.untrusted(2),
            action: Activity.Action(rawValue: row.string(3)) ?? .viewed, subject: row.optional(4, row.untrusted),
            details: row.string(5), previous: row.string(6), hash: row.string(7))
    }
}

extension Activity {
    /// The row that the chain's hash covers: all of the line but the hash.
    public var chainRow: CanonicalJSON {
        [
            "number": .integer(Int64(number)), "at": .integer(at.milliseconds), "actor": .string(actor.verbatim),
            "action": .string(action.rawValue), "subject": subject.map { .string($0.verbatim) } ?? .null,
            "details": .string(details), "previous": .string(previous),
        ]
    }
}

extension EvidenceCache {
    /// Writes a line into the activity log: who did what to what.
    @discardableResult
    public func append(
        _ action: Activity.Action, subject: UntrustedText? = nil, details: [String: CanonicalJSON] = [:],
        actor: UntrustedText, at now: Instant
    ) throws -> Activity {
        try write { db in try ActivityLog(db).append(action, subject, details, by: actor, at: now) }
    }

    /// Lines of the log, newest first; `before` is the number to go on from.
    public func activity(
        actor: UntrustedText? = nil, action: Activity.Action? = nil, since: Instant? = nil,
        subject: UntrustedText? = nil, before: Int? = nil, limit: Int = 100
    ) throws -> [Activity] {
        var parts: [SQLCondition] = []
        if let actor { parts.append(SQLCondition("actor = ?", [.text(actor)])) }
        if let action { parts.append(SQLCondition("action = ?", [SQLValue(action.rawValue)])) }
        if let since { parts.append(SQLCondition("at >= ?", [SQLValue(since)])) }
        if let subject { parts.append(SQLCondition("subject = ?", [.text(subject)])) }
        if let before { parts.append(SQLCondition("number < ?", [SQLValue(before)])) }
        let condition = SQLCondition.all(parts)
        return try read { db in
            try db.rows(
                "SELECT \(ActivityLog.columns) FROM activity WHERE \(condition.sql) ORDER BY number DESC LIMIT ?",
                condition.values + [SQLValue(limit)], ActivityLog.line)
        }
    }

    /// The whole log in order, for an export or a check of the chain.
    public func activityChain(after number: Int = 0, limit: Int = .max) throws -> [Activity] {
        try read { db in
            try db.rows(
                "SELECT \(ActivityLog.columns) FROM activity WHERE number > ? ORDER BY number LIMIT ?",
                [SQLValue(number), SQLValue(limit)], ActivityLog.line)
        }
    }

    /// The id of this cache's chain: 32 hexadecimal digits, made once.
    public func chainID() throws -> String {
        try read { db in try db.row("SELECT chain FROM identity") { $0.string(0) } ?? "" }
    }

    /// The number and hash of the newest line; number 0 and 64 zeros while there is none.
    public func chainHead() throws -> (number: Int, hash: String) {
        try read { db in
            try db.row("SELECT number, hash FROM activity ORDER BY number DESC LIMIT 1") { ($0.int(0), $0.string(1)) }
                ?? (0, HashChain.origin)
        }
    }
}
