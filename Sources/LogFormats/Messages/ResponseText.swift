import Evidence
import HostileText

/// What a model answered, in the shapes of the common APIs.
struct ResponseText {
    /// The answer as one text; `nil` if the log does not carry it.
    var text: UntrustedText?
    /// Why the model stopped.
    var finishReason: UntrustedText?

    /// Reads a response: a text, a message, a list of messages, or the body of an API's answer.
    ///
    /// Texts come first; reasoning and calls of tools follow, each on lines of its own under a heading in brackets.
    init(_ value: JSONValue) {
        var collector = TextCollector()
        let body = value.decoded
        if let object = body.object {
            addBody(object, to: &collector)
        } else {
            for message in body.array ?? [] { noteFinish(message.object) }
            collector.addMessages(body, role: .assistant)
        }
        text = ResponseText.joined(collector)
    }

    private mutating func addBody(_ body: JSONObject, to collector: inout TextCollector) {
        if let choices = (body["choices"] ?? body["candidates"])?.array {
            for choice in choices {
                guard let object = choice.object else { continue }
                noteFinish(object)
                if let said = object["message"] ?? object["content"] ?? object["text"] ?? object["delta"] {
                    collector.addMessages(said, role: .assistant)
                }
            }
        } else if let output = body["output"] {
            noteFinish(body)
            collector.addMessages(output, role: .assistant)
        } else {
            noteFinish(body)
            collector.addMessages(.object(body), role: .assistant)
            if collector.messages.isEmpty, let text = body["text"]?.string {
                collector.addContent(.string(text), role: .assistant, name: nil)
            }
        }
    }

    private mutating func noteFinish(_ object: JSONObject?) {
        guard finishReason == nil, let object else { return }
        let reason = object["finish_reason"] ?? object["finishReason"] ?? object["stop_reason"]
        finishReason = reason?.nonEmptyName.map { UntrustedText($0) }
    }

    static func joined(_ collector: TextCollector) -> UntrustedText? {
        let messages = collector.messages
        guard !messages.isEmpty else { return nil }
        let said = messages.filter { $0.role != .reasoning && $0.role != .toolCall }.map(\.content.verbatim)
        let rest = messages.compactMap { message -> String? in
            switch message.role {
            case .reasoning: "[reasoning]\n" + message.content.verbatim
            case .toolCall: "[call \(message.tool?.verbatim ?? "")]\n" + message.content.verbatim
            default: nil
            }
        }
        return UntrustedText((said + rest).joined(separator: "\n\n"))
    }
}
