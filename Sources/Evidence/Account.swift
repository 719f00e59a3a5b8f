public import HostileText

/// A customer's account, as the detector sums it up for the feed.
public struct Account: Hashable, Codable, Sendable {
    /// The account's id.
    public var id: AccountID
    /// The organisation behind it.
    public var organisation: OrganisationID?
    /// The access pathway.
    public var pathway: AccessPathway?
    /// The plan that was bought.
    public var plan: UntrustedText?
    /// When the account was made.
    public var createdAt: Instant?
    /// The country of most of its requests, as two letters.
    public var country: UntrustedText?
    /// The autonomous system of most of its requests.
    public var asn: Int?

    /// The calibrated probability that it harvests the model, 0 to 1; `nil` before the first score.
    public var score: Double?
    /// Whether an open flag names it.
    public var isFlagged: Bool
    /// The cluster that holds it most strongly.
    public var cluster: ClusterID?

    /// The number of its exchanges.
    public var exchanges: Int
    /// The number of its conversations.
    public var conversations: Int
    /// The number of API keys that it used.
    public var keys: Int
    /// Input tokens in all; `nil` if no log carried them.
    public var inputTokens: Int?
    /// Output tokens in all; `nil` if no log carried them.
    public var outputTokens: Int?
    /// Its first exchange.
    public var firstAt: Instant
    /// Its last exchange.
    public var lastAt: Instant

    /// Makes an account with what is always known of it.
    public init(id: AccountID, exchanges: Int, conversations: Int, keys: Int, firstAt: Instant, lastAt: Instant) {
        self.id = id
        self.exchanges = exchanges
        self.conversations = conversations
        self.keys = keys
        self.firstAt = firstAt
        self.lastAt = lastAt
        isFlagged = false
    }
}

/// Who stands behind accounts.
public struct Organisation: Hashable, Codable, Sendable {
    /// The organisation's id.
    public var id: OrganisationID
    /// The number of its accounts.
    public var accounts: Int

    /// Makes an organisation.
    public init(id: OrganisationID, accounts: Int) {
        self.id = id
        self.accounts = accounts
    }
}

/// Exchanges of one account that belong together.
public struct Conversation: Hashable, Codable, Sendable {
    /// The conversation's id.
    public var id: ConversationID
    /// Whose it is.
    public var account: AccountID
    /// Its first exchange.
    public var firstAt: Instant
    /// Its last exchange.
    public var lastAt: Instant
    /// The number of its exchanges.
    public var turns: Int
    /// Whether it was inferred from a 30-minute gap.
    public var isInferred: Bool

    /// Makes a conversation.
    public init(
        id: ConversationID, account: AccountID, firstAt: Instant, lastAt: Instant, turns: Int, isInferred: Bool
    ) {
        self.id = id
        self.account = account
        self.firstAt = firstAt
        self.lastAt = lastAt
        self.turns = turns
        self.isInferred = isInferred
    }
}
