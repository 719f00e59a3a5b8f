public import Evidence

/// Something that an analyst did and that the detector learns of.
public enum Event: Hashable, Sendable {
    /// A label was given or taken back.
    case label(LabelEvent)
    /// A value was muted, or heard again.
    case mute(Mute)
    /// What became of an account was recorded, or taken back.
    case outcome(Outcome)
    /// A line of the analyst's activity log.
    case activity(Activity)
}

/// What the detector says of a batch of events.
public struct EventReceipt: Hashable, Codable, Sendable {
    /// One answer for each event, in order.
    public var results: [Result]
    /// The head of the caller's chain as the detector now holds it, and its Ed25519 signature in base64.
    public var chain: Countersignature?

    /// Makes a receipt.
    public init(results: [Result], chain: Countersignature? = nil) {
        self.results = results
        self.chain = chain
    }

    /// What became of one event.
    public struct Result: Hashable, Codable, Sendable {
        /// The event's UUID.
        public var id: String
        /// What became of it.
        public var outcome: Outcome
        /// Why it was refused.
        public var reason: String?

        /// Makes a result.
        public init(id: String, outcome: Outcome, reason: String? = nil) {
            self.id = id
            self.outcome = outcome
            self.reason = reason
        }
    }

    /// What can become of an event.
    public enum Outcome: String, CaseIterable, Codable, Hashable, Sendable {
        /// It was new, and is stored.
        case stored
        /// It was stored before.
        case known
        /// It was not taken.
        case refused
    }

    /// The detector's signature under a chain's head.
    public struct Countersignature: Hashable, Codable, Sendable {
        /// The number of the newest line.
        public var number: Int
        /// Its hash.
        public var head: String
        /// The Ed25519 signature of `number`, a space and `head`, in base64.
        public var signature: String
        /// The detector's public key, in base64.
        public var publicKey: String

        /// Makes a countersignature.
        public init(number: Int, head: String, signature: String, publicKey: String) {
            self.number = number
            self.head = head
            self.signature = signature
            self.publicKey = publicKey
        }
    }
}
