import Evidence
import HostileText

/// What was said in the call that a span stands for, wherever on the span it stands.
struct SpanText {
    /// The text; `nil` if the span carries none.
    private(set) var text: ExchangeText?
    /// The images of the request; `nil` if the span carries no messages.
    private(set) var images: Int?
    /// Why the model stopped, where the response says it.
    private(set) var finishReason: UntrustedText?

    init(_ span: TraceSpan) {
        var fields = span.attributes
        for event in span.events where event.name == "gen_ai.client.inference.operation.details" {
            fields.fill(from: event.attributes)
        }
        var asked = TextCollector()
        var system = TextCollector()
        let said = SpanText.value(fields, SpanNames.system)
        if let said { system.addContent(said, role: .system, name: nil) }
        if let input = SpanText.value(fields, SpanNames.input) {
            asked.addMessages(input)
        } else {
            let indexed = SpanText.indexed(fields, prefix: "gen_ai.prompt.")
            asked.addMessages(.array(indexed.isEmpty ? SpanText.asked(in: span.events) : indexed))
        }
        let response = SpanText.response(fields, span.events)
        let systemText = ResponseText.joined(system)
        finishReason = response?.finishReason
        if !asked.messages.isEmpty || asked.images > 0 { images = asked.images }
        if !asked.messages.isEmpty || systemText != nil || response?.text != nil {
            text = ExchangeText(system: systemText, messages: asked.messages, response: response?.text)
        }
    }

    private static func value(_ fields: JSONObject, _ names: [String]) -> JSONValue? {
        for name in names {
            if let value = fields[name]?.decoded, !value.isEmptyContainer { return value }
        }
        return nil
    }

    private static func response(_ fields: JSONObject, _ events: [TraceSpan.Event]) -> ResponseText? {
        if let output = value(fields, SpanNames.output) { return ResponseText(output) }
        let messages = indexed(fields, prefix: "gen_ai.completion.")
        let answered = messages.isEmpty ? answered(in: events) : messages
        return answered.isEmpty ? nil : ResponseText(.array(answered))
    }

    /// Messages spread over attributes such as `gen_ai.prompt.0.role` and `gen_ai.prompt.0.content`, in their order.
    private static func indexed(_ fields: JSONObject, prefix: String) -> [JSONValue] {
        var messages: [Int: JSONObject] = [:]
        for member in fields.members where member.name.hasPrefix(prefix) {
            let parts = member.name.dropFirst(prefix.count).split(separator: ".", maxSplits: 1)
            guard parts.count == 2, let index = Int(parts[0]) else { continue }
            let value = parts[1] == "content" ? member.value.decoded : member.value
            messages[index, default: JSONObject()].fill(String(parts[1]), value)
        }
        return messages.sorted { $0.key < $1.key }.map { .object($0.value) }
    }

    /// The request in events, as older instrumentation leaves it: one event a message, or one with all of them.
    private static func asked(in events: [TraceSpan.Event]) -> [JSONValue] {
        events.flatMap { event -> [JSONValue] in
            switch event.name {
            case "gen_ai.content.prompt": return list(event.attributes["gen_ai.prompt"])
            case "gen_ai.system.message": return [message(event, role: "system")]
            case "gen_ai.user.message": return [message(event, role: "user")]
            case "gen_ai.assistant.message": return [message(event, role: "assistant")]
            case "gen_ai.tool.message": return [message(event, role: "tool")]
            default: return []
            }
        }
    }

    private static func answered(in events: [TraceSpan.Event]) -> [JSONValue] {
        events.flatMap { event -> [JSONValue] in
            switch event.name {
            case "gen_ai.content.completion": return list(event.attributes["gen_ai.completion"])
            case "gen_ai.choice":
                guard var said = event.attributes["message"]?.decoded.object else {
                    return [message(event, role: "assistant")]
                }
                said.fill("role", .string("assistant"))
                said.fill("finish_reason", event.attributes["finish_reason"])
                return [.object(said)]
            default: return []
            }
        }
    }

    private static func list(_ value: JSONValue?) -> [JSONValue] {
        guard let value = value?.decoded else { return [] }
        return value.array ?? [value]
    }

    private static func message(_ event: TraceSpan.Event, role: String) -> JSONValue {
        var message = JSONObject()
        for member in event.attributes.members { message.fill(member.name, member.value.decoded) }
        message.fill("role", .string(role))
        return .object(message)
    }
}
