/// The names under which attributes of spans are read, the current one first, then older ones and those of other conventions.
enum SpanNames {
    static let model = [
        "gen_ai.response.model", "gen_ai.request.model", "llm.response.model", "llm.request.model", "llm.model_name",
    ]
    static let provider = ["gen_ai.provider.name", "gen_ai.system", "llm.vendor", "llm.provider"]
    static let operation = ["gen_ai.operation.name", "llm.request.type"]
    static let inputTokens = [
        "gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens", "llm.usage.prompt_tokens", "llm.token_count.prompt",
    ]
    static let outputTokens = [
        "gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens", "llm.usage.completion_tokens",
        "llm.token_count.completion",
    ]
    static let reasoningTokens = [
        "gen_ai.usage.reasoning.output_tokens", "gen_ai.usage.reasoning_tokens",
        "gen_ai.usage.details.reasoning_tokens",
        "llm.usage.reasoning_tokens", "gen_ai.usage.output_tokens.reasoning",
    ]
    static let cachedTokens = [
        "gen_ai.usage.cache_read.input_tokens", "gen_ai.usage.cache_read_input_tokens",
        "gen_ai.usage.details.cache_read_tokens", "llm.usage.cache_read_input_tokens", "gen_ai.usage.cached_tokens",
    ]
    static let cost = [
        "gen_ai.usage.cost", "gen_ai.usage.total_cost", "gen_ai.cost.total_cost", "llm.usage.total_cost",
    ]
    static let stream = ["gen_ai.request.stream", "llm.is_streaming", "gen_ai.is_streaming"]
    static let temperature = ["gen_ai.request.temperature", "llm.request.temperature"]
    static let maxTokens = ["gen_ai.request.max_tokens", "llm.request.max_tokens"]
    static let finishReasons = [
        "gen_ai.response.finish_reasons", "gen_ai.response.finish_reason", "gen_ai.completion.0.finish_reason",
    ]
    static let system = ["gen_ai.system_instructions", "gen_ai.request.instructions"]
    static let input = [
        "gen_ai.input.messages", "gen_ai.prompt", "langfuse.observation.input", "llm.input_messages", "input.value",
    ]
    static let output = [
        "gen_ai.output.messages", "gen_ai.completion", "langfuse.observation.output", "llm.output_messages",
        "output.value",
    ]
    static let tools = ["gen_ai.tool.definitions", "gen_ai.request.tools", "llm.tools"]

    // Who asked, and from where. These are also looked for on the spans around a call and on the resource.
    static let conversation = [
        "gen_ai.conversation.id", "session.id", "session_id", "langfuse.session.id", "metadata.session_id",
    ]
    static let address = [
        "client.address", "requester_ip_address", "metadata.requester_ip_address", "http.client_ip",
    ]
    static let userAgent = ["user_agent.original", "http.user_agent", "metadata.user_agent"]
    static let organisation = [
        "metadata.user_api_key_org_id", "organization.id", "metadata.user_api_key_team_id", "metadata.team_id",
    ]
    static let key = ["metadata.user_api_key_hash", "api_key"]
    static let endUser = ["end_user", "metadata.user_api_key_end_user_id", "enduser.id"]
    static let email = ["user.email", "metadata.user_api_key_user_email"]
    static let country = ["geo.country.iso_code", "client.geo.country_iso_code"]
    static let asn = ["as.number", "client.as.number"]
    static let tlsFingerprint = ["tls.client.ja4", "tls.client.ja3"]

    private static let read: Set<String> = Set(
        [
            model, provider, operation, inputTokens, outputTokens, reasoningTokens, cachedTokens, cost, stream,
            temperature, maxTokens, finishReasons, system, input, output, tools, conversation, address, userAgent,
            organisation, key, endUser, email, country, asn, tlsFingerprint, AccountRule.fields,
            [
                "gen_ai.response.id", "error.type", "gen_ai.usage.total_tokens", "hidden_params",
                "metadata.usage_object",
            ],
        ].flatMap { $0 })

    /// Whether an attribute is read, or holds text that has a place of its own.
    static func isRead(_ name: String) -> Bool {
        read.contains(name) || name.hasPrefix("gen_ai.prompt.") || name.hasPrefix("gen_ai.completion.")
            || name.hasPrefix("llm.input_messages.") || name.hasPrefix("llm.output_messages.")
            || name.contains(".stringified_raw_")
    }
}
