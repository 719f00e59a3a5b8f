public import HostileText

extension Exchange {
    /// Where a request came from. The address itself is not kept.
    public struct Origin: Hashable, Codable, Sendable {
        /// The keyed hash of the address.
        public var addressHash: String?
        /// The range around it: /24 for IPv4, /48 for IPv6.
        public var addressRange: String?
        /// The address itself, kept only where the detector was told to with `--keep-addresses`.
        public var address: UntrustedText?
        /// The autonomous system's number.
        public var asn: Int?
        /// The country as two letters.
        public var country: UntrustedText?
        /// What the client calls itself.
        public var userAgent: UntrustedText?
        /// The fingerprint of its TLS greeting.
        public var tlsFingerprint: UntrustedText?

        /// Nothing is known.
        public init() {}
    }

    /// What the platform knows of an account: how it gets in, how old it is, who pays.
    public struct Standing: Hashable, Codable, Sendable {
        /// The access pathway.
        public var pathway: AccessPathway?
        /// When the account was made.
        public var createdAt: Instant?
        /// The plan that was bought.
        public var plan: UntrustedText?
        /// The keyed hash of the payment fingerprint.
        public var paymentHash: String?
        /// The keyed hash of the e-mail address.
        public var emailHash: String?
        /// The domain of the e-mail address.
        public var emailDomain: UntrustedText?

        /// Nothing is known.
        public init() {}
    }

    /// What the client asked of the sampler.
    public struct Parameters: Hashable, Codable, Sendable {
        /// Whether the response was streamed.
        public var stream: Bool?
        /// The sampling temperature.
        public var temperature: Double?
        /// The most tokens that the response might have.
        public var maxTokens: Int?

        /// Nothing is known.
        public init() {}
    }
}
