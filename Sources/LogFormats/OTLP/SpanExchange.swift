import Evidence
import HostileText

/// Makes an exchange of a span.
struct SpanExchange {
    private let span: TraceSpan
    private let options: LogOptions
    /// The attributes of the span, of the spans around it from the inside out, and of the resource.
    private let levels: [JSONObject]
    private var fields: Fields

    /// Takes a span, the attributes of the spans around it from the inside out, and how logs are read.
    init(_ span: TraceSpan, around: [JSONObject], options: LogOptions) {
        self.span = span
        self.options = options
        levels = [span.attributes] + around + [span.resource]
        fields = Fields(span.attributes, options)
    }

    /// Optional attributes whose values could not be used.
    var unusable: [String] { fields.unusable }

    /// Makes the exchange. Its id is the response's, else the span's within its trace.
    mutating func exchange() throws(RecordProblem) -> LoggedExchange {
        guard let start = span.start else { throw RecordProblem(field: "startTimeUnixNano", reason: .missing) }
        let id = span.responseID ?? [span.traceID, span.spanID].filter { !$0.isEmpty }.joined(separator: "-")
        guard !id.isEmpty else { throw RecordProblem(field: "spanId", reason: .missing) }
        try FieldLimits.check(id: id, field: "gen_ai.response.id")
        let secrets = secrets()
        let account = AccountRule.account(named: named(), key: secrets.apiKey)
        try FieldLimits.check(id: account.text.verbatim, field: "user.id")
        var exchange = Exchange(id: ExchangeID(id), account: account, at: start.instant)
        exchange.zoneWasAssumed = start.zoneWasAssumed ? true : nil
        exchange.endedAt = span.end
        exchange.organisation = nearest(SpanNames.organisation).map(OrganisationID.init)
        exchange.conversation = nearest(SpanNames.conversation).map(ConversationID.init)
        exchange.provider = fields.text(SpanNames.provider)
        exchange.model = fields.text(SpanNames.model)
        exchange.operation = fields.text(SpanNames.operation)
        exchange.standing.emailDomain = EmailAddress.domain(of: secrets.email)
        readOrigin(&exchange)
        readNumbers(&exchange)
        readText(&exchange)
        readOutcome(&exchange)
        var kept = secrets
        if kept.endUser == account.text { kept.endUser = nil }
        var unknown = UnknownFields()
        unknown.add(span.attributes, except: SpanNames.isRead)
        return LoggedExchange(exchange, secrets: kept, unknownFields: unknown.text)
    }

    private func named() -> UntrustedText? {
        for level in levels {
            if let text = AccountRule.named(in: .object(level), override: options.accountField) { return text }
        }
        return nil
    }

    /// The first text under these names on the span, then on the spans around it, then on the resource.
    private func nearest(_ names: [String]) -> UntrustedText? {
        for level in levels {
            for name in names {
                if let text = level.text(name) { return text }
            }
        }
        return nil
    }

    private func secrets() -> LoggedExchange.Secrets {
        var secrets = LoggedExchange.Secrets()
        secrets.address = nearest(SpanNames.address)
        secrets.apiKey = nearest(SpanNames.key)
        secrets.endUser = nearest(SpanNames.endUser)
        secrets.email = nearest(SpanNames.email)
        return secrets
    }

    private func readOrigin(_ exchange: inout Exchange) {
        exchange.origin.userAgent = nearest(SpanNames.userAgent)
        exchange.origin.country = nearest(SpanNames.country)
        exchange.origin.tlsFingerprint = nearest(SpanNames.tlsFingerprint)
        exchange.origin.asn = nearest(SpanNames.asn).flatMap { JSONValue.string($0.verbatim).count }
    }

    private mutating func readNumbers(_ exchange: inout Exchange) {
        exchange.parameters.stream = fields.truth(SpanNames.stream)
        exchange.parameters.temperature = fields.number(SpanNames.temperature)
        exchange.parameters.maxTokens = fields.count(SpanNames.maxTokens)
        exchange.usage.input = fields.count(SpanNames.inputTokens)
        exchange.usage.output = fields.count(SpanNames.outputTokens)
        exchange.usage.reasoning = fields.count(SpanNames.reasoningTokens)
        exchange.usage.cached = fields.count(SpanNames.cachedTokens)
        exchange.usage.cost = fields.number(SpanNames.cost)
        exchange.tools = fields.value(SpanNames.tools).flatMap { ToolList.tools($0.value) }
    }

    private func readText(_ exchange: inout Exchange) {
        let said = SpanText(span)
        exchange.text = said.text
        exchange.images = said.images
        let reasons = fields.value(SpanNames.finishReasons)?.value.decoded
        let reason = (reasons?.array?.first ?? reasons)?.nonEmptyName.map { UntrustedText($0) }
        exchange.finishReason = reason ?? said.finishReason
    }

    private mutating func readOutcome(_ exchange: inout Exchange) {
        let type = fields.text("error.type")
        let thrown = span.events.first { $0.name == "exception" }?.attributes.text("exception.message")
        let failed = span.failed == true || type != nil
        if failed {
            let message = span.statusMessage.flatMap { $0.isEmpty ? nil : UntrustedText($0) }
            exchange.error = message ?? thrown ?? type
        }
        let refusals: Set<String> = ["content_filter", "refusal"]
        if let reason = exchange.finishReason?.verbatim, refusals.contains(reason) {
            exchange.status = .refused
        } else if failed {
            exchange.status = .error
        } else if span.failed == false || exchange.finishReason != nil || exchange.usage.output != nil {
            exchange.status = .ok
        }
    }
}
