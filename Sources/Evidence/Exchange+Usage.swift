extension Exchange {
    /// Tokens and money.
    public struct Usage: Hashable, Sendable {
        // Numbers that are not known are the least number, which no count is: so each is 8 bytes and not 16.
        @usableFromInline var known = Counts()
        /// What it cost, in the log's own currency.
        @inlinable public var cost: Double? {
            get { hasCost ? price : nil }
            set {
                price = newValue ?? 0
                hasCost = newValue != nil
            }
        }
        @usableFromInline var price = 0.0
        @usableFromInline var hasCost = false

        @usableFromInline
        struct Counts: Hashable, Sendable {
            @usableFromInline var input = Int.min
            @usableFromInline var output = Int.min
            @usableFromInline var reasoning = Int.min
            @usableFromInline var cached = Int.min
        }

        /// Nothing is known.
        public init() {}

        /// Tokens of the request.
        @inlinable public var input: Int? {
            get { Usage.read(known.input) }
            set { known.input = newValue ?? .min }
        }

        /// Tokens of the response, reasoning included.
        @inlinable public var output: Int? {
            get { Usage.read(known.output) }
            set { known.output = newValue ?? .min }
        }

        /// Tokens of hidden reasoning.
        @inlinable public var reasoning: Int? {
            get { Usage.read(known.reasoning) }
            set { known.reasoning = newValue ?? .min }
        }

        /// Tokens read from the provider's prompt cache.
        @inlinable public var cached: Int? {
            get { Usage.read(known.cached) }
            set { known.cached = newValue ?? .min }
        }

        @inlinable
        static func read(_ count: Int) -> Int? { count == .min ? nil : count }
    }
}

extension Exchange.Usage: Codable {
    private enum Key: String, CodingKey {
        case input, output, reasoning, cached, cost
    }

    /// Decodes from an object with a member for each number that is known.
    public init(from decoder: any Decoder) throws {
        self.init()
        let fields = try decoder.container(keyedBy: Key.self)
        input = try fields.decodeIfPresent(Int.self, forKey: .input)
        output = try fields.decodeIfPresent(Int.self, forKey: .output)
        reasoning = try fields.decodeIfPresent(Int.self, forKey: .reasoning)
        cached = try fields.decodeIfPresent(Int.self, forKey: .cached)
        cost = try fields.decodeIfPresent(Double.self, forKey: .cost)
    }

    /// Encodes as an object with a member for each number that is known.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encodeIfPresent(input, forKey: .input)
        try fields.encodeIfPresent(output, forKey: .output)
        try fields.encodeIfPresent(reasoning, forKey: .reasoning)
        try fields.encodeIfPresent(cached, forKey: .cached)
        try fields.encodeIfPresent(cost, forKey: .cost)
    }
}
