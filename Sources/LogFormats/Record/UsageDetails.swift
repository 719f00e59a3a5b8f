/// Tokens as the common APIs report them.
struct UsageDetails {
    /// Tokens of the request.
    var input: Int?
    /// Tokens of the response, reasoning included.
    var output: Int?
    /// Tokens of hidden reasoning.
    var reasoning: Int?
    /// Tokens read from a prompt cache.
    var cached: Int?

    /// Reads a `usage` object.
    init(_ usage: JSONObject?) {
        guard let usage else { return }
        func count(_ names: String...) -> Int? {
            for name in names {
                if let value = usage[name]?.count { return value }
            }
            return nil
        }
        func detail(_ groups: [String], _ names: [String]) -> Int? {
            for group in groups {
                guard let details = usage[group]?.decoded.object else { continue }
                for name in names {
                    if let value = details[name]?.count { return value }
                }
            }
            return nil
        }
        input = count("prompt_tokens", "input_tokens", "input")
        output = count("completion_tokens", "output_tokens", "output")
        reasoning =
            detail(["completion_tokens_details", "output_tokens_details"], ["reasoning_tokens"])
            ?? count("reasoning_tokens", "output_reasoning_tokens", "output_reasoning")
        cached =
            count("cache_read_input_tokens", "input_cached_tokens", "cached_tokens")
            ?? detail(["prompt_tokens_details", "input_tokens_details"], ["cached_tokens"])
    }
}
