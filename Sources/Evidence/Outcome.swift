public import HostileText

/// What became of an account, as an event: outcomes are added to and never changed.
public struct Outcome: Hashable, Codable, Sendable {
    /// The event's own UUID, lower-case.
    public var id: String
    /// Whom it befell.
    public var account: AccountID
    /// What was done.
    public var what: Kind
    /// When it took effect.
    public var at: Instant
    /// Who says so: an analyst, or the platform's own name for the system that did it.
    public var analyst: UntrustedText
    /// Why.
    public var note: UntrustedText?
    /// The event of the same analyst on the same account that this one takes back: neither counts from then on.
    public var takesBack: String?

    /// Makes an outcome.
    public init(
        id: String, account: AccountID, what: Kind, at: Instant, analyst: UntrustedText, note: UntrustedText? = nil,
        takesBack: String? = nil
    ) {
        self.id = id
        self.account = account
        self.what = what
        self.at = at
        self.analyst = analyst
        self.note = note
        self.takesBack = takesBack
    }

    /// What can become of an account.
    public enum Kind: String, CaseIterable, Codable, Hashable, Sendable {
        /// Its access has ended.
        case banned
        /// Its access is narrowed.
        case limited
        /// Its owner asks for another look.
        case appealed
        /// Its access is given back.
        case reinstated
    }
}
