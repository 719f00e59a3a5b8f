import Evidence
import SwiftProtobuf

/// A span as every trace format here gives it: the attributes are JSON, whatever they came as.
struct TraceSpan {
    /// What is known of a span's kind besides its attributes.
    enum Hint {
        /// The call of a model.
        case exchange
        /// A tool, an agent, or anything else around calls.
        case context
        /// Nothing.
        case none
    }

    /// One event of a span.
    struct Event {
        /// Its name.
        var name: String
        /// Its attributes.
        var attributes: JSONObject
    }

    /// The span as it came, for a refusal.
    enum Origin {
        case json(JSONValue)
        case protobuf(OTLPSpan)

        /// The bytes; of protobuf, those that it encodes to again.
        var bytes: [UInt8] {
            switch self {
            case .json(let value): return Array(value.text.utf8)
            case .protobuf(let span):
                do {
                    return try span.serializedBytes()
                } catch {
                    // Only a message with required fields can fail, and none here has any.
                    return Array("a span that cannot be encoded again".utf8)
                }
            }
        }
    }

    /// The trace's id in lower-case hexadecimal.
    var traceID = ""
    /// The span's id in lower-case hexadecimal.
    var spanID = ""
    /// The parent's id, empty for a root.
    var parentID = ""
    /// When it began.
    var start: LogTime?
    /// When it ended.
    var end: Instant?
    /// Its attributes.
    var attributes = JSONObject()
    /// The attributes of what sent it.
    var resource = JSONObject()
    /// Its events.
    var events: [Event] = []
    /// Whether its status is an error; `nil` if it has none.
    var failed: Bool?
    /// What its status says.
    var statusMessage: String?
    /// What is known of its kind.
    var hint = Hint.none
    /// The span as it came.
    var origin: Origin
}

extension TraceSpan {
    /// Operations that surround calls of a model and are none themselves.
    private static let contextOperations: Set<String> = [
        "execute_tool", "invoke_agent", "create_agent", "invoke_workflow", "retrieval",
    ]

    /// The id of the response, if the span names one.
    var responseID: String? {
        attributes["gen_ai.response.id"]?.nonEmptyLabel
    }

    /// Whether the span is an exchange: it has a response id, or tokens and a model, and is no context.
    var isExchange: Bool {
        let operation = attributes["gen_ai.operation.name"]?.string ?? ""
        guard hint != .context, !TraceSpan.contextOperations.contains(operation) else { return false }
        if responseID != nil { return true }
        let hasModel = SpanNames.model.contains { attributes[$0] != nil }
        let hasTokens = (SpanNames.inputTokens + SpanNames.outputTokens).contains { attributes[$0] != nil }
        return hasModel && (hasTokens || hint == .exchange)
    }

    /// Takes in what another span of the same call knows and this one does not.
    mutating func merge(_ other: TraceSpan) {
        attributes.fill(from: other.attributes)
        events += other.events
        if let otherStart = other.start, start.map({ otherStart.instant < $0.instant }) ?? true { start = otherStart }
        if let otherEnd = other.end, end.map({ otherEnd > $0 }) ?? true { end = otherEnd }
        if other.failed == true { failed = true }
        statusMessage = statusMessage ?? other.statusMessage
    }
}
