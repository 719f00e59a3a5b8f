public import Evidence
public import HostileText

/// The notice that an analyst is on a flag, for a while.
public struct Claim: Hashable, Sendable {
    /// The flag.
    public var flag: FlagID
    /// Who is on it.
    public var analyst: UntrustedText
    /// Since when.
    public var at: Instant
    /// Until when, unless the analyst goes on.
    public var until: Instant

    /// How long a claim lasts, in milliseconds.
    public static let duration = 20 * Instant.minute
}

extension EvidenceCache {
    /// Takes up a flag for 20 minutes, or renews one's own claim. Only the first touch is written to the activity log.
    ///
    /// - Returns: the claim that holds: one's own, or that of somebody who was first.
    @discardableResult
    public func claim(_ flag: FlagID, by analyst: UntrustedText, at now: Instant) throws -> Claim {
        try write { db in
            let held = try db.row(
                "SELECT analyst, at, until FROM claim WHERE flag = ? AND until > ?", [SQLValue(flag), SQLValue(now)]
            ) {
                Claim(flag: flag, analyst: $0.untrusted(0), at: $0.instant(1), until: $0.instant(2))
            }
            if let held, held.analyst != analyst { return held }
            let claim = Claim(flag: flag, analyst: analyst, at: held?.at ?? now, until: now + Claim.duration)
            try db.run(
                "INSERT OR REPLACE INTO claim(flag, analyst, at, until) VALUES (?, ?, ?, ?)",
                [SQLValue(flag), .text(analyst), SQLValue(claim.at), SQLValue(claim.until)])
            if held == nil { try ActivityLog(db).append(.claimed, flag.text, by: analyst, at: now) }
            return claim
        }
    }

    /// Lets go of a flag.
    public func release(_ flag: FlagID, by analyst: UntrustedText) throws {
        try write { db in
            try db.run("DELETE FROM claim WHERE flag = ? AND analyst = ?", [SQLValue(flag), .text(analyst)])
        }
    }
}
