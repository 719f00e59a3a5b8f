import Evidence
import HostileText

extension DocumentReader {
    mutating func string(_ name: StaticString) throws(OtherSpelling) -> String? {
        has(name) ? try string() : nil
    }

    mutating func text(_ name: StaticString) throws(OtherSpelling) -> UntrustedText? {
        has(name) ? UntrustedText(try string()) : nil
    }

    mutating func count(_ name: StaticString) throws(OtherSpelling) -> Int? {
        has(name) ? Int(try integer()) : nil
    }

    mutating func time(_ name: StaticString) throws(OtherSpelling) -> Instant? {
        has(name) ? Instant(milliseconds: try integer()) : nil
    }

    mutating func truth(_ name: StaticString) throws(OtherSpelling) -> Bool? {
        has(name) ? try truth() : nil
    }

    mutating func number(_ name: StaticString) throws(OtherSpelling) -> Double? {
        has(name) ? try number() : nil
    }

    mutating func word<Word: RawRepresentable<String>>(_ name: StaticString) throws(OtherSpelling) -> Word? {
        has(name) ? try word() : nil
    }

    mutating func word<Word: RawRepresentable<String>>() throws(OtherSpelling) -> Word {
        guard let word = Word(rawValue: try string()) else { throw OtherSpelling() }
        return word
    }

    /// Reads an exchange.
    mutating func exchange() throws(OtherSpelling) -> Exchange {
        try open()
        try need("account")
        let account = UntrustedText(try string())
        try need("at")
        let at = Instant(milliseconds: try integer())
        let conversation = has("conversation") ? ConversationID(UntrustedText(try string(isOwn: true))) : nil
        let conversationIsInferred = try truth("conversationIsInferred")
        let endUserHash = try string("endUserHash")
        let endedAt = try time("endedAt")
        let error = try text("error")
        let finishReason = try text("finishReason")
        try need("id")
        var exchange = Exchange(
            id: ExchangeID(UntrustedText(try string(isOwn: true))), account: AccountID(account), at: at)
        exchange.conversation = conversation
        exchange.conversationIsInferred = conversationIsInferred
        exchange.endUserHash = endUserHash
        exchange.endedAt = endedAt
        exchange.error = error
        exchange.finishReason = finishReason
        try readRest(of: &exchange)
        try close()
        return exchange
    }

    /// Reads what comes after the id.
    private mutating func readRest(of exchange: inout Exchange) throws(OtherSpelling) {
        exchange.images = try count("images")
        exchange.keyHash = try string("keyHash")
        exchange.model = try text("model")
        exchange.operation = try text("operation")
        exchange.organisation = try text("organisation").map { OrganisationID($0) }
        try need("origin")
        try read(&exchange.origin)
        try need("parameters")
        try read(&exchange.parameters)
        exchange.provider = try text("provider")
        try need("standing")
        try read(&exchange.standing)
        exchange.status = try word("status")
        if has("text") { exchange.text = try exchangeText() }
        if has("tools") {
            exchange.tools = try list { (reader) throws(OtherSpelling) in try reader.tool() }
        }
        try need("usage")
        try read(&exchange.usage)
        exchange.zoneWasAssumed = try truth("zoneWasAssumed")
    }

    private mutating func read(_ origin: inout Exchange.Origin) throws(OtherSpelling) {
        try open()
        origin.address = try text("address")
        origin.addressHash = try string("addressHash")
        origin.addressRange = try string("addressRange")
        origin.asn = try count("asn")
        origin.country = try text("country")
        origin.tlsFingerprint = try text("tlsFingerprint")
        origin.userAgent = try text("userAgent")
        try close()
    }

    private mutating func read(_ standing: inout Exchange.Standing) throws(OtherSpelling) {
        try open()
        standing.createdAt = try time("createdAt")
        standing.emailDomain = try text("emailDomain")
        standing.emailHash = try string("emailHash")
        standing.pathway = try word("pathway")
        standing.paymentHash = try string("paymentHash")
        standing.plan = try text("plan")
        try close()
    }

    private mutating func read(_ parameters: inout Exchange.Parameters) throws(OtherSpelling) {
        try open()
        parameters.maxTokens = try count("maxTokens")
        parameters.stream = try truth("stream")
        parameters.temperature = try number("temperature")
        try close()
    }

    private mutating func read(_ usage: inout Exchange.Usage) throws(OtherSpelling) {
        try open()
        usage.cached = try count("cached")
        usage.cost = try number("cost")
        usage.input = try count("input")
        usage.output = try count("output")
        usage.reasoning = try count("reasoning")
        try close()
    }

    private mutating func tool() throws(OtherSpelling) -> Tool {
        try open()
        try need("name")
        let name = UntrustedText(try string())
        let schemaHash = try text("schemaHash")
        try close()
        return Tool(name: name, schemaHash: schemaHash)
    }

    /// Reads the text of an exchange.
    mutating func exchangeText() throws(OtherSpelling) -> ExchangeText {
        try open()
        try need("messages")
        let messages = try list { (reader) throws(OtherSpelling) in try reader.message() }
        let response = has("response") ? UntrustedText(try string(isOwn: true)) : nil
        let system = try text("system")
        try close()
        return ExchangeText(system: system, messages: messages, response: response)
    }

    private mutating func message() throws(OtherSpelling) -> Message {
        try open()
        try need("content")
        let content = UntrustedText(try string(isOwn: true))
        try need("role")
        let role: Message.Role = try word()
        let tool = try text("tool")
        try close()
        return Message(role: role, content: content, tool: tool)
    }
}
