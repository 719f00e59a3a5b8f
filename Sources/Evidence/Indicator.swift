public import HostileText

/// A shared value: a payment, an address range, a client, a template.
public struct Indicator: Hashable, Codable, Sendable {
    /// The indicator's id: its kind and a short digest, such as `payment:9f2c41d0`.
    public var id: IndicatorID
    /// What kind of value it is.
    public var kind: Kind
    /// The value, as it may be shown: a keyed hash, a range, a fingerprint, a template's name.
    public var value: UntrustedText
    /// The accounts that have it.
    public var accounts: Int
    /// How many of those are ordinary.
    public var ordinaryAccounts: Int
    /// How much sharing it says, from its rarity among ordinary accounts: 0 (everybody has it) to 1.
    public var rarity: Double

    /// Makes an indicator.
    public init(
        id: IndicatorID, kind: Kind, value: UntrustedText, accounts: Int, ordinaryAccounts: Int, rarity: Double
    ) {
        self.id = id
        self.kind = kind
        self.value = value
        self.accounts = accounts
        self.ordinaryAccounts = ordinaryAccounts
        self.rarity = rarity
    }

    /// The kinds of shared value.
    public enum Kind: String, CaseIterable, Codable, Hashable, Sendable {
        /// The keyed hash of a payment fingerprint.
        case payment
        /// An address range.
        case addressRange = "range"
        /// An autonomous system.
        case autonomousSystem = "asn"
        /// A client: TLS fingerprint and user agent.
        case client
        /// A template.
        case template
        /// A fixed span put into requests.
        case span
        /// The shape of activity in time.
        case rhythm
        /// An e-mail domain.
        case emailDomain = "email_domain"

        /// The kind of evidence that sharing it is.
        public var evidence: EvidenceKind {
            switch self {
            case .payment, .emailDomain: .payment
            case .addressRange, .autonomousSystem, .client: .infrastructure
            case .template, .span: .content
            case .rhythm: .timing
            }
        }
    }
}

/// Fixed text with slots, found in many requests.
public struct Template: Hashable, Codable, Sendable {
    /// The template's id.
    public var id: TemplateID
    /// Its pieces in order.
    public var pieces: [Piece]
    /// The accounts that use it.
    public var accounts: Int
    /// The exchanges made from it.
    public var exchanges: Int
    /// What it mostly extracts.
    public var target: CapabilityTarget

    /// Makes a template.
    public init(id: TemplateID, pieces: [Piece], accounts: Int, exchanges: Int, target: CapabilityTarget) {
        self.id = id
        self.pieces = pieces
        self.accounts = accounts
        self.exchanges = exchanges
        self.target = target
    }

    /// A piece of a template.
    public enum Piece: Hashable, Codable, Sendable {
        /// Text that every request has.
        case fixed(UntrustedText)
        /// A place that varies, with a few of its fillings.
        case slot([UntrustedText])
    }
}
