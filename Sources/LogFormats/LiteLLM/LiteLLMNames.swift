/// The fields of LiteLLM's records that are read, or that say nothing of the request; all others are kept as unknown.
enum LiteLLMNames {
    /// Fields of the record itself.
    static let read: Set<String> = [
        "id", "request_id", "trace_id", "session_id", "litellm_call_id", "call_type", "stream", "status", "startTime",
        "endTime", "custom_llm_provider", "model", "metadata", "response_cost", "spend", "prompt_tokens",
        "completion_tokens", "total_tokens", "end_user", "user", "requester_ip_address", "user_agent", "messages",
        "response", "model_parameters", "error_str", "error_information", "api_key", "team_id", "organization_id",
        "proxy_server_request",
        // The gateway's own price list and the traceback of its own code.
        "model_map_information", "response_cost_failure_debug_info", "hidden_params", "cost_breakdown",
    ]
    /// Fields of `metadata`.
    static let readOfMetadata: Set<String> = [
        "user_api_key_hash", "user_api_key", "user_api_key_user_id", "user_api_key_end_user_id", "user_api_key_org_id",
        "user_api_key_team_id", "user_api_key_user_email", "requester_ip_address", "user_agent", "usage_object",
        "session_id", "status", "error_information", "model_map_information", "cost_breakdown", "hidden_params",
    ]
    /// Fields of `model_parameters`.
    static let readOfParameters: Set<String> = [
        "user", "stream", "temperature", "max_tokens", "max_completion_tokens", "max_output_tokens", "tools",
        "functions",
    ]
}
