import Evidence
import HostileText

/// Gathers what was said from the many shapes that logs give to messages and their parts.
///
/// Unknown kinds of parts are stepped over and never make a record fail.
struct TextCollector {
    /// The messages, in order.
    private(set) var messages: [Message] = []
    /// How many images were among them.
    private(set) var images = 0
    /// Whether a gateway had taken the text out and said so.
    private(set) var isRedacted = false

    /// Adds the messages of a request: a list of messages, one message, or a plain text.
    mutating func addMessages(_ value: JSONValue, role: Message.Role = .user) {
        switch value {
        case .array(let elements):
            for element in elements {
                if element.object.map({ $0.has("role") || $0.has("content") || $0.has("parts") }) ?? false {
                    addMessage(element, role: role)
                } else {
                    addContent(element.object == nil ? element : .array([element]), role: role, name: nil)
                }
            }
        case .object(let object):
            if let inner = object["messages"] ?? object["contents"] {
                if let system = object["system"] ?? object["instructions"] { addMessages(system, role: .system) }
                addMessages(inner.decoded, role: role)
            } else {
                addMessage(value, role: role)
            }
        case .string: addContent(value, role: role, name: nil)
        default: break
        }
    }

    private mutating func addMessage(_ value: JSONValue, role fallback: Message.Role) {
        guard let object = value.object else { return addContent(value, role: fallback, name: nil) }
        let role = object["role"]?.string.map(TextCollector.role) ?? TextCollector.role(ofItem: object) ?? fallback
        if let reasoning = object["reasoning_content"] ?? object["reasoning"]?.onlyText {
            addContent(reasoning, role: .reasoning, name: nil)
        }
        let name = object["name"]?.string ?? object["tool_call_id"]?.string
        if let content = object["content"] ?? object["parts"] ?? object["refusal"] {
            addContent(content, role: role, name: role == .toolResult ? name : nil)
        } else {
            addPart(object, role: role)
        }
        for call in object["tool_calls"]?.array ?? [] { addCall(call) }
        if let call = object["function_call"] {
            addCall(.object(JSONObject(members: [.init(name: "function", value: call)])))
        }
    }

    /// Adds a text or a list of parts. Texts side by side become one message.
    mutating func addContent(_ value: JSONValue, role: Message.Role, name: String?) {
        switch value {
        case .string(let text): add(text, role: role, tool: name)
        case .array(let parts):
            var texts: [String] = []
            for part in parts {
                if let text = part.plainText {
                    texts.append(text)
                    continue
                }
                flush(&texts, role: role, name: name)
                if let object = part.object { addPart(object, role: role) }
            }
            flush(&texts, role: role, name: name)
        case .object(let part):
            if let text = value.plainText { add(text, role: role, tool: name) } else { addPart(part, role: role) }
        default: break
        }
    }

    private mutating func flush(_ texts: inout [String], role: Message.Role, name: String?) {
        guard !texts.isEmpty else { return }
        add(texts.joined(separator: "\n"), role: role, tool: name)
        texts = []
    }

    private mutating func add(_ text: String, role: Message.Role, tool: String?) {
        guard text != "redacted-by-litellm" else {
            isRedacted = true
            return
        }
        messages.append(Message(role: role, content: UntrustedText(text), tool: tool.map { UntrustedText($0) }))
    }

    private mutating func addPart(_ part: JSONObject, role: Message.Role) {
        switch part["type"]?.string {
        case "thinking", "reasoning", "redacted_thinking", "summary_text":
            guard let text = part["thinking"] ?? part["content"] ?? part["text"] ?? part["summary"] else { return }
            addContent(text, role: .reasoning, name: nil)
        case "tool_use", "tool_call", "function_call", "server_tool_use", "server_tool_call": addCall(.object(part))
        case "tool_result", "tool_call_response", "function_call_output", "server_tool_call_response": addResult(part)
        case "image", "image_url", "input_image": images += 1
        case "blob", "file", "uri":
            let kind = part["modality"]?.string ?? part["mime_type"]?.string ?? ""
            if kind.hasPrefix("image") { images += 1 }
        case .none:
            if part["inline_data"] != nil || part["inlineData"] != nil { images += 1 }
            if let call = part["functionCall"] ?? part["function_call"] { addCall(call) }
            if let result = (part["functionResponse"] ?? part["function_response"])?.object { addResult(result) }
        default: break
        }
    }

    private mutating func addCall(_ value: JSONValue) {
        guard let call = value.object else { return }
        let inner = call["function"]?.object ?? call
        let arguments = inner["arguments"] ?? inner["input"] ?? inner["args"]
        add(arguments?.asText ?? "", role: .toolCall, tool: inner["name"]?.string)
    }

    private mutating func addResult(_ part: JSONObject) {
        let name = (part["name"] ?? part["tool_use_id"] ?? part["call_id"] ?? part["id"])?.string
        guard let result = part["response"] ?? part["result"] ?? part["content"] ?? part["output"] else { return }
        if case .array(let parts) = result, parts.contains(where: { $0.plainText != nil }) {
            addContent(result, role: .toolResult, name: name)
        } else {
            add(result.asText, role: .toolResult, tool: name)
        }
    }

    private static func role(_ name: String) -> Message.Role {
        switch name {
        case "system", "developer": .system
        case "user", "human": .user
        case "assistant", "model", "ai": .assistant
        case "tool", "function": .toolResult
        case "reasoning": .reasoning
        case "tool_call": .toolCall
        case "tool_result": .toolResult
        default: .other
        }
    }

    /// The role of an item that stands among messages without having one.
    private static func role(ofItem object: JSONObject) -> Message.Role? {
        object["type"]?.string == "message" ? .assistant : nil
    }
}

extension JSONValue {
    /// The text of a part that is text and nothing else.
    var plainText: String? {
        switch self {
        case .string(let text): return text
        case .object(let part):
            switch part["type"]?.string {
            case .none, "text", "input_text", "output_text", "refusal":
                return (part["text"] ?? part["content"] ?? part["refusal"])?.string
            default: return nil
            }
        default: return nil
        }
    }

    /// The value, if it is a text or a list.
    var onlyText: JSONValue? {
        switch self {
        case .string, .array: self
        default: nil
        }
    }

    /// A text as it is, anything else as JSON.
    var asText: String {
        if case .string(let plain) = self { plain } else { text }
    }
}
