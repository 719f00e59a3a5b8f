import Digests
public import Evidence
import Feed
import GRDB
public import HostileText

extension Outcomes {
    /// Adds a row.
    static func insert(_ outcome: Outcome, document: [UInt8], orIgnore: Bool = false, in db: Database) throws {
        try db.run(
            """
            INSERT \(orIgnore ? "OR IGNORE" : "") INTO outcomeEvent(id, account, what, at, analyst, document, takesBack)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                SQLValue(outcome.id), SQLValue(outcome.account), SQLValue(outcome.what.rawValue), SQLValue(outcome.at),
                SQLValue(outcome.analyst), .blob(document), SQLValue(outcome.takesBack),
            ])
    }

    /// Refuses an event that takes back what is not its analyst's own on that account.
    fileprivate static func check(_ outcome: Outcome, in db: Database) throws {
        guard let earlier = outcome.takesBack else { return }
        let own = try db.count(
            "SELECT count(*) FROM outcomeEvent WHERE id = ? AND account = ? AND analyst = ? AND takesBack IS NULL",
            [SQLValue(earlier), SQLValue(outcome.account), SQLValue(outcome.analyst)])
        guard own == 1 else {
            throw CacheProblem.refused("Only the analyst who recorded what became of an account can take it back.")
        }
    }
}

extension EvidenceCache {
    /// Records what became of an account, or takes it back; queued for the detector.
    public func record(_ outcome: Outcome) throws {
        try record([outcome], at: outcome.at)
    }

    /// Records many outcomes in one transaction, each with its line of the log and its place in the outbox.
    ///
    /// - Throws: `CacheProblem.refused` if one takes back an event of another analyst or account; nothing is written then.
    public func record(_ outcomes: [Outcome], at now: Instant) throws {
        try write { db in
            for outcome in outcomes {
                try Outcomes.check(outcome, in: db)
                try Outcomes.insert(outcome, document: Array(try FeedDocument.encode(outcome)), in: db)
                try Outbox(db).add("outcome", outcome.id, at: now)
                try ActivityLog(db).append(
                    outcome.takesBack == nil ? .outcomeRecorded : .outcomeTakenBack, outcome.account.text,
                    ["event": .string(outcome.id), "what": .string(outcome.what.rawValue)], by: outcome.analyst, at: now
                )
            }
        }
    }

    /// The events that record an outcome of accounts: none for those of whom it is the latest already.
    ///
    /// `nil` takes back whatever the analyst recorded of them.
    public func outcomes(
        recording what: Outcome.Kind?, of accounts: [AccountID], by analyst: UntrustedText, at now: Instant,
        note: UntrustedText? = nil, newID: () -> String
    ) throws -> [Outcome] {
        try accounts.flatMap { account in
            let known = try outcomes(of: account)
            guard let what else {
                return known.filter { $0.analyst == analyst }.map { $0.takenBack(as: newID(), at: now) }
            }
            if known.last?.what == what { return [] }
            return [Outcome(id: newID(), account: account, what: what, at: now, analyst: analyst, note: note)]
        }
    }

    /// The events that undo some: what was recorded is taken back, and what was taken back is recorded anew as it was.
    public func outcomes(undoing events: [Outcome], at now: Instant, newID: () -> String) throws -> [Outcome] {
        try events.map { event in
            guard let earlier = event.takesBack else { return event.takenBack(as: newID(), at: now) }
            var again =
                try read { db in
                    try db.row("SELECT document FROM outcomeEvent WHERE id = ?", [SQLValue(earlier)]) {
                        try $0.document(0) as Outcome
                    }
                } ?? event
            again.id = newID()
            again.takesBack = nil
            return again
        }
    }
}

extension Outcome {
    fileprivate func takenBack(as id: String, at now: Instant) -> Outcome {
        Outcome(id: id, account: account, what: what, at: now, analyst: analyst, takesBack: self.id)
    }
}
