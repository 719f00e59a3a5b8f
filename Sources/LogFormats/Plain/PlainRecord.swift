import Evidence
import HostileText

/// Reads plain JSON records, whose field names are fixed.
enum PlainRecord {
    /// Reads an exchange.
    ///
    /// - Parameters:
    ///   - named: the account, where another field than `account` names it.
    ///   - known: the surroundings that were read so far.
    static func exchange(
        _ fields: inout PlainFields, named: String? = nil, knowing known: inout KnownSurroundings
    ) throws(RecordProblem) -> LoggedExchange {
        let id = try fields.requiredText(.id)
        let time = try fields.requiredTime(fields[.time], name: "time")
        let said = text(&fields)
        let surroundings: Surroundings
        if fields.isSpelt {
            surroundings = try known.surroundings(fields.spelling, images: said.images) { () throws(RecordProblem) in
                try Surroundings(&fields, named: named, images: said.images)
            }
        } else {
            surroundings = try Surroundings(&fields, named: named, images: said.images)
        }
        fields.note(surroundings.unusable)
        var exchange = Exchange(
            id: ExchangeID(id), account: surroundings.account, at: time.instant,
            circumstances: surroundings.circumstances)
        exchange.zoneWasAssumed = time.zoneWasAssumed ? true : nil
        exchange.endedAt = fields.time(.endTime)?.instant
        exchange.conversation = fields.text(.conversation).map(ConversationID.init)
        exchange.model = fields.text(.model)
        exchange.text = said.text
        readUsage(&fields, &exchange)
        readOutcome(&fields, &exchange)
        var unknown = UnknownFields()
        unknown.add(fields.unknown) { _ in false }
        guard let secrets = surroundings.secrets else {
            return LoggedExchange(hidden: exchange, unknownFields: unknown.text)
        }
        return LoggedExchange(exchange, secrets: secrets.value, unknownFields: unknown.text)
    }

    /// Whether a record is the release of a model.
    static func isRelease(_ object: JSONObject, _ fields: PlainFields) -> Bool {
        object["released"] != nil && fields[.id] == nil
    }

    /// Reads the release of a model.
    static func release(_ object: JSONObject, _ fields: PlainFields) throws(RecordProblem) -> Release {
        let model = try fields.requiredText(.model)
        let time = try fields.requiredTime(object["released"], name: "released")
        return Release(model: model, releasedAt: time.instant)
    }

    private static func readUsage(_ fields: inout PlainFields, _ exchange: inout Exchange) {
        exchange.usage.input = fields.count(.inputTokens)
        exchange.usage.output = fields.count(.outputTokens)
        exchange.usage.reasoning = fields.count(.reasoningTokens)
        exchange.usage.cached = fields.count(.cachedTokens)
        exchange.usage.cost = fields.number(.cost)
    }

    /// Reads how it ended, and what is seldom there: whoever changes circumstances has a copy of its own from then on.
    private static func readOutcome(_ fields: inout PlainFields, _ exchange: inout Exchange) {
        if let status = fields.text(.status) {
            exchange.status = ExchangeStatus(rawValue: status.verbatim)
            if exchange.status == nil { fields.note(.status) }
        }
        if let error = ErrorText.text(fields[.error]) { exchange.error = error }
        if let value = fields[.tools] {
            if let tools = ToolList.tools(value) { exchange.tools = tools } else { fields.note(.tools) }
        }
    }

    private static func text(_ fields: inout PlainFields) -> (text: ExchangeText?, images: Int?) {
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
        let images = fields.count(.images) ?? (asked == nil ? nil : collector.images)
        guard asked != nil || systemText != nil || response != nil else { return (nil, images) }
        return (ExchangeText(system: systemText, messages: collector.messages, response: response ?? nil), images)
    }
}
