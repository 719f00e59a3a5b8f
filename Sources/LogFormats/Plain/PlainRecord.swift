import Evidence
import HostileText

/// Reads plain JSON records, whose field names are fixed.
enum PlainRecord {
    /// Reads an exchange.
    ///
    /// - Parameter named: the account, where another field than `account` names it.
    static func exchange(_ fields: inout PlainFields, named: String? = nil) throws(RecordProblem) -> LoggedExchange {
        let id = try fields.requiredText(.id)
        let time = try fields.requiredTime(fields[.time], name: "time")
        let account = if let named { UntrustedText(named) } else { try fields.requiredText(.account) }
        try FieldLimits.check(id: account.verbatim, field: "account")
        var exchange = Exchange(id: ExchangeID(id), account: AccountID(account), at: time.instant)
        exchange.zoneWasAssumed = time.zoneWasAssumed ? true : nil
        exchange.endedAt = fields.time(.endTime)?.instant
        exchange.organisation = fields.text(.organisation).map(OrganisationID.init)
        exchange.conversation = fields.text(.conversation).map(ConversationID.init)
        exchange.provider = fields.text(.provider)
        exchange.model = fields.text(.model)
        exchange.operation = fields.text(.operation)
        exchange.finishReason = fields.text(.finishReason)
        readFacets(&fields, &exchange)
        readStatus(&fields, &exchange)
        readText(&fields, &exchange)
        var unknown = UnknownFields()
        unknown.add(fields.unknown) { _ in false }
        return LoggedExchange(exchange, secrets: secrets(&fields), unknownFields: unknown.text)
    }

    /// Reads the release of a model; `nil` if the record is none.
    static func release(_ object: JSONObject, _ fields: inout PlainFields) throws(RecordProblem) -> Release? {
        guard object["released"] != nil, fields[.id] == nil else { return nil }
        let model = try fields.requiredText(.model)
        let time = try fields.requiredTime(object["released"], name: "released")
        return Release(model: model, releasedAt: time.instant)
    }

    private static func readFacets(_ fields: inout PlainFields, _ exchange: inout Exchange) {
        exchange.parameters.stream = fields.truth(.stream)
        exchange.parameters.temperature = fields.number(.temperature)
        exchange.parameters.maxTokens = fields.count(.maxTokens)
        exchange.usage.input = fields.count(.inputTokens)
        exchange.usage.output = fields.count(.outputTokens)
        exchange.usage.reasoning = fields.count(.reasoningTokens)
        exchange.usage.cached = fields.count(.cachedTokens)
        exchange.usage.cost = fields.number(.cost)
        exchange.origin.asn = fields.count(.asn)
        exchange.origin.country = fields.text(.country)
        exchange.origin.userAgent = fields.text(.userAgent)
        exchange.origin.tlsFingerprint = fields.text(.tlsFingerprint)
        exchange.standing.createdAt = fields.time(.accountCreated)?.instant
        exchange.standing.plan = fields.text(.plan)
        exchange.standing.emailDomain = fields.text(.emailDomain) ?? EmailAddress.domain(of: fields.text(.email))
        if let pathway = fields.text(.pathway) {
            exchange.standing.pathway = AccessPathway(rawValue: pathway.verbatim)
            if exchange.standing.pathway == nil { fields.note(.pathway) }
        }
    }

    private static func readStatus(_ fields: inout PlainFields, _ exchange: inout Exchange) {
        if let status = fields.text(.status) {
            exchange.status = ExchangeStatus(rawValue: status.verbatim)
            if exchange.status == nil { fields.note(.status) }
        }
        exchange.error = ErrorText.text(fields[.error])
        if let tools = fields[.tools] {
            exchange.tools = ToolList.tools(tools)
            if exchange.tools == nil { fields.note(.tools) }
        }
    }

    private static func readText(_ fields: inout PlainFields, _ exchange: inout Exchange) {
        var collector = TextCollector()
        let asked = fields[.messages] ?? fields[.prompt]
        if let asked { collector.addMessages(asked) }
        if asked != nil, collector.messages.isEmpty, collector.images == 0, asked?.array?.isEmpty != true {
            fields.note(fields[.messages] == nil ? .prompt : .messages)
        }
        var system = TextCollector()
        if let value = fields[.system] { system.addContent(value, role: .system, name: nil) }
        let response = fields[.response].map { value in
            if case .string(let text) = value { UntrustedText(text) } else { ResponseText(value).text }
        }
        let systemText = system.messages.isEmpty ? nil : ResponseText.joined(system)
        if asked != nil || systemText != nil || response != nil {
            exchange.text = ExchangeText(system: systemText, messages: collector.messages, response: response ?? nil)
        }
        exchange.images = fields.count(.images) ?? (asked == nil ? nil : collector.images)
    }

    private static func secrets(_ fields: inout PlainFields) -> LoggedExchange.Secrets {
        var secrets = LoggedExchange.Secrets()
        secrets.address = fields.text(.ip)
        secrets.apiKey = fields.text(.apiKey)
        secrets.endUser = fields.text(.endUser)
        secrets.payment = fields.text(.payment)
        secrets.email = fields.text(.email)
        return secrets
    }
}
