import HostileText

// The forms that these choices have in JSON, in the feed as in a case bundle.

extension Subject {
    private enum Field: String, CodingKey { case kind, id }

    /// Decodes from `{"kind":"account","id":"acct-1"}`.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        self.init(try fields.decode(Kind.self, forKey: .kind), try fields.decode(UntrustedText.self, forKey: .id))
    }

    /// Encodes as `{"kind":"account","id":"acct-1"}`.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        try fields.encode(kind, forKey: .kind)
        try fields.encode(text, forKey: .id)
    }
}

extension EvidenceReference {
    private enum Field: String, CodingKey { case exchange, template, indicator, account, from, to }

    /// Decodes from an object of one field, such as `{"exchange":"req-1"}`, or from `{"from":…,"to":…}`.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        if let id = try fields.decodeIfPresent(ExchangeID.self, forKey: .exchange) {
            self = .exchange(id)
        } else if let id = try fields.decodeIfPresent(TemplateID.self, forKey: .template) {
            self = .template(id)
        } else if let id = try fields.decodeIfPresent(IndicatorID.self, forKey: .indicator) {
            self = .indicator(id)
        } else if let id = try fields.decodeIfPresent(AccountID.self, forKey: .account) {
            self = .account(id)
        } else {
            self = .period(
                from: try fields.decode(Instant.self, forKey: .from), to: try fields.decode(Instant.self, forKey: .to))
        }
    }

    /// Encodes as an object of one field, or of `from` and `to`.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        switch self {
        case .exchange(let id): try fields.encode(id, forKey: .exchange)
        case .template(let id): try fields.encode(id, forKey: .template)
        case .indicator(let id): try fields.encode(id, forKey: .indicator)
        case .account(let id): try fields.encode(id, forKey: .account)
        case .period(let from, let to):
            try fields.encode(from, forKey: .from)
            try fields.encode(to, forKey: .to)
        }
    }
}

extension Template.Piece {
    private enum Field: String, CodingKey { case fixed, slot }

    /// Decodes from `{"fixed":"…"}` or `{"slot":["…"]}`.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        if let text = try fields.decodeIfPresent(UntrustedText.self, forKey: .fixed) {
            self = .fixed(text)
        } else {
            self = .slot(try fields.decode([UntrustedText].self, forKey: .slot))
        }
    }

    /// Encodes as `{"fixed":"…"}` or `{"slot":["…"]}`.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        switch self {
        case .fixed(let text): try fields.encode(text, forKey: .fixed)
        case .slot(let fillings): try fields.encode(fillings, forKey: .slot)
        }
    }
}

extension TextMatch.Part {
    /// Decodes from `"system"`, `"response"` or the number of a message.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
            self = .message(number)  // Not a number is no error: the word is read next, and refused there.
            return
        }
        switch try container.decode(String.self) {
        case "system": self = .system
        case "response": self = .response
        case let word:
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "no part of an exchange's text is called \(word.debugDescription)")
        }
    }

    /// Encodes as `"system"`, `"response"` or the number of a message.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .system: try container.encode("system")
        case .message(let number): try container.encode(number)
        case .response: try container.encode("response")
        }
    }
}
