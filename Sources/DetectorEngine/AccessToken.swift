public import Evidence
public import HostileText

/// What somebody may do at the detector, and until when. The token's text itself is not kept, only its hash.
public struct AccessToken: Hashable, Sendable {
    /// Whose it is: the analyst's name, or that of a log's sender.
    public var name: UntrustedText
    /// What it is good for.
    public var scopes: Set<Scope>
    /// When it was made.
    public var createdAt: Instant
    /// When it ends.
    public var expiresAt: Instant?
    /// When it was taken back.
    public var revokedAt: Instant?

    /// Whether it is good at a time.
    public func isValid(at now: Instant) -> Bool {
        revokedAt == nil && expiresAt.map { now < $0 } ?? true
    }

    /// What a token can be good for.
    public enum Scope: String, CaseIterable, Codable, Hashable, Sendable {
        /// Reading the feed without text.
        case read
        /// Sending labels, mutes and activity.
        case label
        /// Reading what was said.
        case text
        /// Sending logs.
        case ingest
    }
}
