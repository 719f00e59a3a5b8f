import HostileText

extension Exchange: Codable {
    private enum Key: String, CodingKey {
        case id, account, organisation, conversation, conversationIsInferred, at, endedAt, zoneWasAssumed, keyHash
        case endUserHash, origin, standing, provider, model, operation, parameters, usage, status, finishReason, error
        case tools, images, text
    }

    /// Decodes from an object with a member for each field that is known.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        self.init(
            id: try fields.decode(ExchangeID.self, forKey: .id),
            account: try fields.decode(AccountID.self, forKey: .account),
            at: try fields.decode(Instant.self, forKey: .at))
        organisation = try fields.decodeIfPresent(OrganisationID.self, forKey: .organisation)
        conversation = try fields.decodeIfPresent(ConversationID.self, forKey: .conversation)
        conversationIsInferred = try fields.decodeIfPresent(Bool.self, forKey: .conversationIsInferred)
        endedAt = try fields.decodeIfPresent(Instant.self, forKey: .endedAt)
        zoneWasAssumed = try fields.decodeIfPresent(Bool.self, forKey: .zoneWasAssumed)
        keyHash = try fields.decodeIfPresent(String.self, forKey: .keyHash)
        endUserHash = try fields.decodeIfPresent(String.self, forKey: .endUserHash)
        origin = try fields.decode(Origin.self, forKey: .origin)
        standing = try fields.decode(Standing.self, forKey: .standing)
        provider = try fields.decodeIfPresent(UntrustedText.self, forKey: .provider)
        model = try fields.decodeIfPresent(UntrustedText.self, forKey: .model)
        operation = try fields.decodeIfPresent(UntrustedText.self, forKey: .operation)
        parameters = try fields.decode(Parameters.self, forKey: .parameters)
        usage = try fields.decode(Usage.self, forKey: .usage)
        status = try fields.decodeIfPresent(ExchangeStatus.self, forKey: .status)
        finishReason = try fields.decodeIfPresent(UntrustedText.self, forKey: .finishReason)
        error = try fields.decodeIfPresent(UntrustedText.self, forKey: .error)
        tools = try fields.decodeIfPresent([Tool].self, forKey: .tools)
        images = try fields.decodeIfPresent(Int.self, forKey: .images)
        text = try fields.decodeIfPresent(ExchangeText.self, forKey: .text)
    }

    /// Encodes as an object with a member for each field that is known.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(id, forKey: .id)
        try fields.encode(account, forKey: .account)
        try fields.encodeIfPresent(organisation, forKey: .organisation)
        try fields.encodeIfPresent(conversation, forKey: .conversation)
        try fields.encodeIfPresent(conversationIsInferred, forKey: .conversationIsInferred)
        try fields.encode(at, forKey: .at)
        try fields.encodeIfPresent(endedAt, forKey: .endedAt)
        try fields.encodeIfPresent(zoneWasAssumed, forKey: .zoneWasAssumed)
        try fields.encodeIfPresent(keyHash, forKey: .keyHash)
        try fields.encodeIfPresent(endUserHash, forKey: .endUserHash)
        try fields.encode(origin, forKey: .origin)
        try fields.encode(standing, forKey: .standing)
        try fields.encodeIfPresent(provider, forKey: .provider)
        try fields.encodeIfPresent(model, forKey: .model)
        try fields.encodeIfPresent(operation, forKey: .operation)
        try fields.encode(parameters, forKey: .parameters)
        try fields.encode(usage, forKey: .usage)
        try fields.encodeIfPresent(status, forKey: .status)
        try fields.encodeIfPresent(finishReason, forKey: .finishReason)
        try fields.encodeIfPresent(error, forKey: .error)
        try fields.encodeIfPresent(tools, forKey: .tools)
        try fields.encodeIfPresent(images, forKey: .images)
        try fields.encodeIfPresent(text, forKey: .text)
    }
}
