public import HostileText

/// One request and its response, as the detector keeps it: no address, e-mail, key or payment detail, only keyed hashes.
///
/// A field that is `nil` was not in the log. It counts as *not available*, never as zero.
///
/// Millions are in memory at once. What most exchanges of an account have alike is kept once for them, if their reader
/// sees to it (``Circumstances``); each is 144 bytes without that and its texts.
public struct Exchange: Hashable, Sendable {
    /// The id that the platform gave it.
    public var id: ExchangeID
    /// The account that asked.
    public var account: AccountID
    /// The conversation that it belongs to.
    public var conversation: ConversationID?
    /// When the request came.
    public var at: Instant
    /// When the response ended, in milliseconds; the least number where that is not known.
    @usableFromInline var end = Int64.min
    /// The model that served it.
    public var model: UntrustedText?
    /// Tokens and money.
    public var usage = Usage()
    @usableFromInline var said: Shared<ExchangeText>?
    /// What is alike for most exchanges of an account.
    @usableFromInline package var circumstances: Shared<Circumstances>
    /// Whether the conversation was inferred from a 30-minute gap, since the log carries none.
    public var conversationIsInferred: Bool?
    /// Whether the log gave the time without a zone, so that one was assumed.
    public var zoneWasAssumed: Bool?
    /// How it ended.
    public var status: ExchangeStatus?

    /// Makes an exchange of which only the required fields are known.
    public init(id: ExchangeID, account: AccountID, at: Instant) {
        self.init(id: id, account: account, at: at, circumstances: Exchange.unknown)
    }

    /// Makes an exchange in circumstances that others may have too.
    package init(id: ExchangeID, account: AccountID, at: Instant, circumstances: Shared<Circumstances>) {
        self.id = id
        self.account = account
        self.at = at
        self.circumstances = circumstances
    }

    private static let unknown = Shared(Circumstances())
}

extension Exchange {
    /// When the response ended.
    @inlinable public var endedAt: Instant? {
        get { end == .min ? nil : Instant(milliseconds: end) }
        set { end = newValue?.milliseconds ?? .min }
    }

    /// What was said, where the log carries it.
    @inlinable public var text: ExchangeText? {
        get { said?.value }
        set { said = newValue.map { Shared($0) } }
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
