import Evidence
import HostileText

/// Reads what LiteLLM writes of a call: its standard logging payload, which callbacks send, and rows of its spend log.
///
/// Both spell most fields alike. The rows wrap JSON into strings, say `None` for nothing and `{}` for text that is not kept.
struct LiteLLMRecord {
    private var fields: Fields
    private let metadata: JSONObject
    private let response: JSONObject?
    private let parameters: JSONObject
    private let request: JSONObject?

    init(_ fields: Fields) {
        let members = fields.object.members.compactMap { member -> JSONObject.Member? in
            if case .string("None") = member.value { return nil }
            let isWrapped = member.name == "metadata" || member.name == "model_parameters"
            return isWrapped ? JSONObject.Member(name: member.name, value: member.value.decoded) : member
        }
        let object = JSONObject(members: members)
        self.fields = Fields(object, fields.options)
        metadata = object["metadata"]?.object ?? JSONObject()
        response = object["response"]?.decoded.object
        parameters = object["model_parameters"]?.object ?? JSONObject()
        request = object["proxy_server_request"]?.decoded.object
    }

    /// Whether an object looks like one of LiteLLM's records.
    static func fits(_ object: JSONObject) -> Bool {
        guard object["startTime"] != nil, object["id"] != nil || object["request_id"] != nil else { return false }
        let marks = [
            "call_type", "litellm_call_id", "custom_llm_provider", "model_parameters", "response_cost", "spend",
            "request_tags", "hidden_params",
        ]
        return marks.contains(where: object.has)
    }

    /// Optional fields whose values could not be used.
    var unusable: [String] { fields.unusable }

    /// Reads the exchange.
    mutating func exchange() throws(RecordProblem) -> LoggedExchange {
        let id = try fields.requiredText(fields.object["id"] == nil ? "request_id" : "id")
        let time = try fields.requiredTime("startTime", unit: .seconds)
        let secrets = secrets()
        let account = account(secrets)
        try FieldLimits.check(id: account.text.verbatim, field: "user")
        var exchange = Exchange(id: ExchangeID(id), account: account, at: time.instant)
        exchange.zoneWasAssumed = time.zoneWasAssumed ? true : nil
        exchange.endedAt = fields.time("endTime", unit: .seconds)?.instant
        exchange.organisation = organisation().map(OrganisationID.init)
        exchange.conversation = conversation(id).map(ConversationID.init)
        exchange.provider = fields.text("custom_llm_provider")
        exchange.model = fields.text("model", "model_group")
        exchange.operation = fields.text("call_type")
        exchange.standing.emailDomain = EmailAddress.domain(of: secrets.email)
        exchange.origin.userAgent = fields.text("user_agent") ?? metadata.text("user_agent")
        readParameters(&exchange)
        readUsage(&exchange)
        readText(&exchange)
        readOutcome(&exchange)
        return LoggedExchange(exchange, secrets: secrets, unknownFields: unknownFields())
    }

    private func account(_ secrets: LoggedExchange.Secrets) -> AccountID {
        let record = JSONValue.object(fields.object)
        let named = AccountRule.named(in: record, override: fields.options.accountField)
        return AccountRule.account(named: named, key: secrets.apiKey)
    }

    private mutating func organisation() -> UntrustedText? {
        metadata.text("user_api_key_org_id") ?? fields.text("organization_id")
            ?? metadata.text("user_api_key_team_id") ?? fields.text("team_id")
    }

    /// A trace that bears the name of this one call says nothing of a conversation.
    private mutating func conversation(_ id: UntrustedText) -> UntrustedText? {
        let session = fields.text("session_id") ?? metadata.text("session_id") ?? fields.text("trace_id")
        let call = fields.text("litellm_call_id")
        return session == id || session == call ? nil : session
    }

    private mutating func secrets() -> LoggedExchange.Secrets {
        var secrets = LoggedExchange.Secrets()
        secrets.address = fields.text("requester_ip_address") ?? metadata.text("requester_ip_address")
        secrets.apiKey = metadata.text("user_api_key_hash") ?? fields.text("api_key") ?? metadata.text("user_api_key")
        secrets.endUser = fields.text("end_user") ?? metadata.text("user_api_key_end_user_id")
        secrets.email = metadata.text("user_api_key_user_email")
        return secrets
    }

    private mutating func readParameters(_ exchange: inout Exchange) {
        let sent = request ?? JSONObject()
        var asked = Fields(parameters, fields.options)
        exchange.parameters.stream = fields.truth("stream") ?? asked.truth("stream")
        exchange.parameters.temperature = asked.number("temperature") ?? sent["temperature"]?.double
        exchange.parameters.maxTokens =
            asked.count("max_tokens", "max_completion_tokens", "max_output_tokens") ?? sent["max_tokens"]?.integer
        exchange.tools = (parameters["tools"] ?? sent["tools"] ?? parameters["functions"]).flatMap(ToolList.tools)
        for name in asked.unusable { fields.note("model_parameters." + name) }
    }

    private mutating func readUsage(_ exchange: inout Exchange) {
        let usage = UsageDetails(response?["usage"]?.decoded.object ?? metadata["usage_object"]?.decoded.object)
        exchange.usage.input = fields.count("prompt_tokens") ?? usage.input
        exchange.usage.output = fields.count("completion_tokens") ?? usage.output
        exchange.usage.reasoning = usage.reasoning
        exchange.usage.cached = usage.cached
        exchange.usage.cost = fields.number("response_cost", "spend")
    }

    private func readText(_ exchange: inout Exchange) {
        var collector = TextCollector()
        let own = fields.object["messages"]?.decoded
        let asked = own.flatMap { $0.isEmptyContainer ? nil : $0 } ?? request?["messages"] ?? request?["input"]
        if let asked { collector.addMessages(asked) }
        var answer: ResponseText?
        if let value = fields.object["response"]?.decoded, !value.isEmptyContainer { answer = ResponseText(value) }
        if answer?.text?.verbatim == "redacted-by-litellm" { answer?.text = nil }
        exchange.finishReason = answer?.finishReason
        if !collector.messages.isEmpty || answer?.text != nil {
            exchange.text = ExchangeText(messages: collector.messages, response: answer?.text)
        }
        exchange.images = collector.messages.isEmpty && collector.images == 0 ? nil : collector.images
    }

    private mutating func readOutcome(_ exchange: inout Exchange) {
        let details = fields.object["error_information"] ?? metadata["error_information"]
        exchange.error = ErrorText.text(fields.object["error_str"]) ?? ErrorText.text(details)
        let reason = exchange.finishReason?.verbatim
        let failure = details?.decoded.object?["error_class"]?.string
        switch fields.text("status")?.verbatim ?? metadata.text("status")?.verbatim {
        case "success": exchange.status = reason == "content_filter" || reason == "refusal" ? .refused : .ok
        case "failure": exchange.status = failure == "ContentPolicyViolationError" ? .refused : .error
        case .none: break
        case .some: fields.note("status")
        }
    }

    private func unknownFields() -> UntrustedText? {
        var unknown = UnknownFields()
        unknown.add(fields.object, except: LiteLLMNames.read.contains)
        unknown.add(metadata, under: "metadata.", except: LiteLLMNames.readOfMetadata.contains)
        unknown.add(parameters, under: "model_parameters.", except: LiteLLMNames.readOfParameters.contains)
        return unknown.text
    }
}

extension JSONObject {
    /// A name that is neither empty nor `None`.
    func text(_ name: String) -> UntrustedText? {
        guard let text = self[name]?.name, !text.isEmpty, text != "None" else { return nil }
        return UntrustedText(text)
    }
}

extension JSONValue {
    /// Whether it is an array or object without anything in it, or an empty text.
    var isEmptyContainer: Bool {
        switch self {
        case .array(let elements): elements.isEmpty
        case .object(let object): object.members.isEmpty
        case .string(let text): text.isEmpty
        default: false
        }
    }
}
