public import HostileText

/// A matter under investigation: items, notes and, if an analyst signs one, an attribution. Local until exported.
public struct Case: Hashable, Codable, Sendable {
    /// The case's id.
    public var id: CaseID
    /// What it is called.
    public var title: UntrustedText
    /// Whether it is still worked on.
    public var status: CaseStatus
    /// Who opened it.
    public var analyst: UntrustedText
    /// When it was opened.
    public var createdAt: Instant
    /// When it last changed.
    public var changedAt: Instant

    /// Makes a case.
    public init(
        id: CaseID, title: UntrustedText, status: CaseStatus = .open, analyst: UntrustedText, createdAt: Instant,
        changedAt: Instant
    ) {
        self.id = id
        self.title = title
        self.status = status
        self.analyst = analyst
        self.createdAt = createdAt
        self.changedAt = changedAt
    }
}

/// Whether a case is worked on.
public enum CaseStatus: String, CaseIterable, Codable, Hashable, Sendable {
    /// It is.
    case open
    /// It is not.
    case closed
}

/// Something that was put into a case.
public struct CaseItem: Hashable, Codable, Sendable {
    /// What it is.
    public var thing: Thing
    /// Who put it in.
    public var analyst: UntrustedText
    /// When.
    public var at: Instant

    /// Makes an item.
    public init(thing: Thing, analyst: UntrustedText, at: Instant) {
        self.thing = thing
        self.analyst = analyst
        self.at = at
    }

    /// What a case can hold.
    public enum Thing: Hashable, Codable, Sendable {
        /// An account with its exchanges.
        case account(AccountID)
        /// A cluster with its members.
        case cluster(ClusterID)
        /// A conversation.
        case conversation(ConversationID)
        /// One exchange.
        case exchange(ExchangeID)
    }
}

/// A note in a case, in an analyst's words.
public struct CaseNote: Hashable, Codable, Sendable {
    /// The words.
    public var text: UntrustedText
    /// Whose.
    public var analyst: UntrustedText
    /// When.
    public var at: Instant

    /// Makes a note.
    public init(text: UntrustedText, analyst: UntrustedText, at: Instant) {
        self.text = text
        self.analyst = analyst
        self.at = at
    }
}
