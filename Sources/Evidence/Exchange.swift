public import HostileText

/// One request and its response, as the detector keeps it: no address, e-mail, key or payment detail, only keyed hashes.
///
/// A field that is `nil` was not in the log. It counts as *not available*, never as zero.
public struct Exchange: Hashable, Codable, Sendable {
    /// The id that the platform gave it.
    public var id: ExchangeID
    /// The account that asked.
    public var account: AccountID
    /// The organisation behind the account.
    public var organisation: OrganisationID?
    /// The conversation that it belongs to.
    public var conversation: ConversationID?
    /// Whether the conversation was inferred from a 30-minute gap, since the log carries none.
    public var conversationIsInferred: Bool?
    /// When the request came.
    public var at: Instant
    /// When the response ended.
    public var endedAt: Instant?
    /// Whether the log gave the time without a zone, so that one was assumed.
    public var zoneWasAssumed: Bool?

    /// The keyed hash of the API key.
    public var keyHash: String?
    /// The keyed hash of the customer's own end user.
    public var endUserHash: String?
    /// Where the request came from.
    public var origin: Origin
    /// What the platform knows of the account at the time.
    public var standing: Standing

    /// The provider that served it.
    public var provider: UntrustedText?
    /// The model that served it.
    public var model: UntrustedText?
    /// The operation, such as `chat`.
    public var operation: UntrustedText?
    /// What the client asked of the sampler.
    public var parameters: Parameters
    /// Tokens and money.
    public var usage: Usage

    /// How it ended.
    public var status: ExchangeStatus?
    /// Why the model stopped, such as `stop` or `length`.
    public var finishReason: UntrustedText?
    /// What went wrong.
    public var error: UntrustedText?
    /// The tools that were offered.
    public var tools: [Tool]?
    /// The number of images in the request.
    public var images: Int?

    /// What was said, where the log carries it.
    public var text: ExchangeText?

    /// Makes an exchange of which only the required fields are known.
    public init(id: ExchangeID, account: AccountID, at: Instant) {
        self.id = id
        self.account = account
        self.at = at
        origin = Origin()
        standing = Standing()
        parameters = Parameters()
        usage = Usage()
    }
}

/// How an exchange ended.
public enum ExchangeStatus: String, CaseIterable, Codable, Hashable, Sendable {
    /// A response came.
    case ok
    /// It failed.
    case error
    /// The model or a guard refused.
    case refused
}

/// A tool that a request offered to the model.
public struct Tool: Hashable, Codable, Sendable {
    /// The name that the client gave it.
    public var name: UntrustedText
    /// The hash of its schema, where the log carries one.
    public var schemaHash: UntrustedText?

    /// Makes a tool.
    public init(name: UntrustedText, schemaHash: UntrustedText? = nil) {
        self.name = name
        self.schemaHash = schemaHash
    }
}
