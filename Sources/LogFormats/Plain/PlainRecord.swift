import Evidence
import HostileText

/// Reads plain JSON records, whose field names are fixed.
enum PlainRecord {
    /// The fields that are read; all others are kept as unknown.
    private static let known: Set<String> = [
        "id", "time", "account", "organisation", "api_key", "end_user", "conversation", "turn", "provider", "model",
        "operation", "stream", "temperature", "max_tokens", "end_time", "input_tokens", "output_tokens",
        "reasoning_tokens", "cached_tokens", "cost", "status", "finish_reason", "error", "system", "messages", "prompt",
        "response", "tools", "images", "ip", "asn", "country", "user_agent", "tls_fingerprint", "pathway",
        "account_created", "plan", "payment", "email", "email_domain",
    ]

    /// Reads an exchange.
    static func exchange(_ fields: inout Fields) throws(RecordProblem) -> LoggedExchange {
        let id = try fields.requiredText("id")
        let time = try fields.requiredTime("time", unit: .milliseconds)
        let named = fields.options.accountField.flatMap { JSONValue.object(fields.object).at(path: $0)?.nonEmptyLabel }
        let account = if let named { UntrustedText(named) } else { try fields.requiredText("account") }
        var exchange = Exchange(id: ExchangeID(id), account: AccountID(account), at: time.instant)
        exchange.zoneWasAssumed = time.zoneWasAssumed ? true : nil
        exchange.endedAt = fields.time("end_time", unit: .milliseconds)?.instant
        exchange.organisation = fields.text("organisation").map(OrganisationID.init)
        exchange.conversation = fields.text("conversation").map(ConversationID.init)
        exchange.provider = fields.text("provider")
        exchange.model = fields.text("model")
        exchange.operation = fields.text("operation")
        exchange.finishReason = fields.text("finish_reason")
        readFacets(&fields, &exchange)
        readStatus(&fields, &exchange)
        readText(&fields, &exchange)
        var unknown = UnknownFields()
        unknown.add(fields.object, except: known.contains)
        return LoggedExchange(exchange, secrets: secrets(&fields), unknownFields: unknown.text)
    }

    /// Reads the release of a model; `nil` if the record is none.
    static func release(_ fields: inout Fields) throws(RecordProblem) -> Release? {
        guard fields.object["released"] != nil, fields.object["id"] == nil else { return nil }
        let model = try fields.requiredText("model")
        return Release(model: model, releasedAt: try fields.requiredTime("released", unit: .milliseconds).instant)
    }

    private static func readFacets(_ fields: inout Fields, _ exchange: inout Exchange) {
        exchange.parameters.stream = fields.truth("stream")
        exchange.parameters.temperature = fields.number("temperature")
        exchange.parameters.maxTokens = fields.count("max_tokens")
        exchange.usage.input = fields.count("input_tokens")
        exchange.usage.output = fields.count("output_tokens")
        exchange.usage.reasoning = fields.count("reasoning_tokens")
        exchange.usage.cached = fields.count("cached_tokens")
        exchange.usage.cost = fields.number("cost")
        exchange.origin.asn = fields.count("asn")
        exchange.origin.country = fields.text("country")
        exchange.origin.userAgent = fields.text("user_agent")
        exchange.origin.tlsFingerprint = fields.text("tls_fingerprint")
        exchange.standing.createdAt = fields.time("account_created", unit: .milliseconds)?.instant
        exchange.standing.plan = fields.text("plan")
        exchange.standing.emailDomain = fields.text("email_domain") ?? EmailAddress.domain(of: fields.text("email"))
        if let pathway = fields.text("pathway") {
            exchange.standing.pathway = AccessPathway(rawValue: pathway.verbatim)
            if exchange.standing.pathway == nil { fields.note("pathway") }
        }
    }

    private static func readStatus(_ fields: inout Fields, _ exchange: inout Exchange) {
        if let status = fields.text("status") {
            exchange.status = ExchangeStatus(rawValue: status.verbatim)
            if exchange.status == nil { fields.note("status") }
        }
        exchange.error = ErrorText.text(fields.object["error"])
        if let tools = fields.object["tools"] {
            exchange.tools = ToolList.tools(tools)
            if exchange.tools == nil { fields.note("tools") }
        }
    }

    private static func readText(_ fields: inout Fields, _ exchange: inout Exchange) {
        var collector = TextCollector()
        let asked = fields.object["messages"] ?? fields.object["prompt"]
        if let asked { collector.addMessages(asked) }
        if asked != nil, collector.messages.isEmpty, collector.images == 0, asked?.array?.isEmpty != true {
            fields.note(fields.object["messages"] == nil ? "prompt" : "messages")
        }
        var system = TextCollector()
        if let value = fields.object["system"] { system.addContent(value, role: .system, name: nil) }
        let response = fields.object["response"].map { value in
            if case .string(let text) = value { UntrustedText(text) } else { ResponseText(value).text }
        }
        let systemText = system.messages.isEmpty ? nil : ResponseText.joined(system)
        if asked != nil || systemText != nil || response != nil {
            exchange.text = ExchangeText(system: systemText, messages: collector.messages, response: response ?? nil)
        }
        exchange.images = fields.count("images") ?? (asked == nil ? nil : collector.images)
    }

    private static func secrets(_ fields: inout Fields) -> LoggedExchange.Secrets {
        var secrets = LoggedExchange.Secrets()
        secrets.address = fields.text("ip")
        secrets.apiKey = fields.text("api_key")
        secrets.endUser = fields.text("end_user")
        secrets.payment = fields.text("payment")
        secrets.email = fields.text("email")
        return secrets
    }
}
