import Evidence

/// A trace as Langfuse exports it: the trace, and observations that carry a span's attributes in their metadata.
enum LangfuseTrace {
    /// Whether an object is such a trace.
    static func fits(_ object: JSONObject) -> Bool {
        object["observations"]?.array != nil && object["account"] == nil
    }

    /// Reads its observations as spans.
    static func spans(_ object: JSONObject, options: LogOptions) -> [TraceSpan] {
        let trace = object["trace"]?.object ?? object
        let observations = object.list("observations")
        return observations.map { span($0, trace: trace, options: options) }
    }

    private static func span(_ observation: JSONObject, trace: JSONObject, options: LogOptions) -> TraceSpan {
        var span = TraceSpan(origin: .json(.object(observation)))
        let metadata = observation["metadata"]?.decoded.object
        span.traceID = TraceID.hex(observation["traceId"] ?? trace["id"])
        span.spanID = TraceID.hex(observation["id"])
        span.parentID = TraceID.hex(observation["parentObservationId"])
        span.start = observation["startTime"].flatMap { LogTime($0, unit: .milliseconds, zone: options.zone) }
        span.end = observation["endTime"].flatMap { LogTime($0, unit: .milliseconds, zone: options.zone) }?.instant
        span.attributes = metadata?["attributes"]?.decoded.object ?? JSONObject()
        span.resource = metadata?["resourceAttributes"]?.decoded.object ?? JSONObject()
        span.hint = hint(observation["type"]?.string)
        if let level = observation["level"]?.string { span.failed = level == "ERROR" ? true : nil }
        span.statusMessage = observation["statusMessage"]?.string
        fill(&span.attributes, from: observation)
        span.resource.fill("user.id", trace["userId"])
        span.resource.fill("gen_ai.conversation.id", trace["sessionId"])
        return span
    }

    private static func hint(_ type: String?) -> TraceSpan.Hint {
        switch type {
        case "GENERATION", "EMBEDDING": .exchange
        case "SPAN", .none: .none
        default: .context
        }
    }

    /// What the observation says itself stands in for attributes that are missing.
    private static func fill(_ attributes: inout JSONObject, from observation: JSONObject) {
        func fill(_ name: String, _ value: JSONValue?, unless others: [String]) {
            guard !others.contains(where: { attributes[$0] != nil }) else { return }
            attributes.fill(name, value)
        }
        let isCall = hint(observation["type"]?.string) == .exchange
        let usage = UsageDetails((observation["usageDetails"] ?? observation["usage"])?.decoded.object)
        let parameters = observation["modelParameters"]?.decoded.object
        fill("gen_ai.request.model", observation["model"], unless: SpanNames.model)
        if isCall {
            fill("gen_ai.usage.input_tokens", number(usage.input), unless: SpanNames.inputTokens)
            fill("gen_ai.usage.output_tokens", number(usage.output), unless: SpanNames.outputTokens)
            fill("gen_ai.usage.reasoning_tokens", number(usage.reasoning), unless: SpanNames.reasoningTokens)
            fill("gen_ai.usage.cached_tokens", number(usage.cached), unless: SpanNames.cachedTokens)
        }
        fill("gen_ai.request.temperature", parameters?["temperature"], unless: SpanNames.temperature)
        fill("gen_ai.request.max_tokens", parameters?["max_tokens"], unless: SpanNames.maxTokens)
        let prompts = ["gen_ai.input.messages", "gen_ai.prompt", "gen_ai.prompt.0.content"]
        let answers = ["gen_ai.output.messages", "gen_ai.completion", "gen_ai.completion.0.content"]
        fill("langfuse.observation.input", observation["input"], unless: prompts)
        fill("langfuse.observation.output", observation["output"], unless: answers)
    }

    private static func number(_ count: Int?) -> JSONValue? {
        count.map { .number(String($0)) }
    }
}
