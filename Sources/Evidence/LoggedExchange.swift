public import HostileText

/// An exchange as a log gave it, with the details that must be hashed before anything is stored.
public struct LoggedExchange: Hashable, Sendable {
    /// The exchange, with none of its hashes filled in.
    public var exchange: Exchange
    /// The details to be hashed, where there are any.
    private var kept: Shared<Secrets>?
    /// Whether the details were hashed as they were read. Then there are none any more.
    package private(set) var isHidden = false
    /// Fields that no reader knows, as the JSON text of one object; keys, cookies and e-mail addresses already dropped.
    public var unknownFields: UntrustedText?

    /// Makes a logged exchange.
    public init(_ exchange: Exchange, secrets: Secrets = Secrets(), unknownFields: UntrustedText? = nil) {
        self.exchange = exchange
        self.unknownFields = unknownFields
        self.secrets = secrets
    }

    /// Makes a logged exchange whose details were hashed already.
    package init(hidden exchange: Exchange, unknownFields: UntrustedText?) {
        self.exchange = exchange
        self.unknownFields = unknownFields
        isHidden = true
    }

    /// The details to be hashed.
    public var secrets: Secrets {
        get { kept?.value ?? Secrets() }
        set { kept = newValue == Secrets() ? nil : Shared(newValue) }
    }

    /// The details of a logged exchange that are never stored as they are.
    public struct Secrets: Hashable, Sendable {
        /// The address of the client.
        public var address: UntrustedText?
        /// The API key or its hash in the log.
        public var apiKey: UntrustedText?
        /// The customer's own end user.
        public var endUser: UntrustedText?
        /// The payment fingerprint.
        public var payment: UntrustedText?
        /// The e-mail address.
        public var email: UntrustedText?

        /// Nothing is known.
        public init() {}
    }
}

/// A model's release, which timelines mark and the release-pivot signal reads.
public struct Release: Hashable, Codable, Sendable {
    /// The model.
    public var model: UntrustedText
    /// When it was released.
    public var releasedAt: Instant

    /// Makes a release.
    public init(model: UntrustedText, releasedAt: Instant) {
        self.model = model
        self.releasedAt = releasedAt
    }
}
