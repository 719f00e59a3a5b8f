public import Evidence
import HostileText

/// The plain JSON line of a logged exchange: strict JSON, always in the same order, with nothing else than its fields.
///
/// A field that is not available is left out. Every control character is escaped, and so are U+2028, U+2029 and the
/// characters that hide or turn text, so that a log is safe to page through; a reader gets back exactly what was meant.
public enum LogLine {
    /// The line of an exchange, without its line feed.
    public static func bytes(of logged: LoggedExchange) -> [UInt8] {
        var line = JSONObject()
        let exchange = logged.exchange
        line.add("id", exchange.id.text)
        line.add("time", exchange.at.text)
        line.add("account", exchange.account.text)
        line.add("organisation", exchange.organisation?.text)
        line.add("api_key", logged.secrets.apiKey)
        line.add("end_user", logged.secrets.endUser)
        line.add("conversation", exchange.conversation?.text)
        line.add("provider", exchange.provider)
        line.add("model", exchange.model)
        line.add("operation", exchange.operation)
        addUsage(exchange, to: &line)
        addText(exchange, to: &line)
        addOrigin(logged, to: &line)
        return line.closed()
    }

    /// The line of a release, without its line feed.
    public static func bytes(of release: Release) -> [UInt8] {
        var line = JSONObject()
        line.add("model", release.model)
        line.add("released", release.releasedAt.text)
        return line.closed()
    }

    /// The line of what is true of an exchange, without its line feed.
    public static func bytes(of truth: ExchangeTruth) -> [UInt8] {
        var line = JSONObject()
        line.add("id", truth.id)
        line.add("target", truth.target.rawValue)
        line.add("harvest", truth.isHarvest)
        return line.closed()
    }

    private static func addUsage(_ exchange: Exchange, to line: inout JSONObject) {
        line.add("stream", exchange.parameters.stream)
        line.add("temperature", exchange.parameters.temperature)
        line.add("max_tokens", exchange.parameters.maxTokens)
        line.add("end_time", exchange.endedAt?.text)
        line.add("input_tokens", exchange.usage.input)
        line.add("output_tokens", exchange.usage.output)
        line.add("reasoning_tokens", exchange.usage.reasoning)
        line.add("cached_tokens", exchange.usage.cached)
        line.add("cost", exchange.usage.cost)
        line.add("status", exchange.status?.rawValue)
        line.add("finish_reason", exchange.finishReason)
        line.add("error", exchange.error)
    }

    private static func addText(_ exchange: Exchange, to line: inout JSONObject) {
        if let text = exchange.text {
            line.add("system", text.system)
            line.add("messages", text.messages.map(object(of:)))
            line.add("response", text.response)
        }
        if let tools = exchange.tools { line.add("tools", tools.map(object(of:))) }
        line.add("images", exchange.images)
    }

    private static func object(of message: Message) -> JSONObject {
        var object = JSONObject()
        object.add("role", message.role.rawValue)
        object.add("name", message.tool)
        object.add("content", message.content)
        return object
    }

    private static func object(of tool: Tool) -> JSONObject {
        var object = JSONObject()
        object.add("name", tool.name)
        object.add("schema", tool.schemaHash)
        return object
    }

    private static func addOrigin(_ logged: LoggedExchange, to line: inout JSONObject) {
        let exchange = logged.exchange
        line.add("ip", logged.secrets.address)
        line.add("asn", exchange.origin.asn)
        line.add("country", exchange.origin.country)
        line.add("user_agent", exchange.origin.userAgent)
        line.add("tls_fingerprint", exchange.origin.tlsFingerprint)
        line.add("pathway", exchange.standing.pathway?.rawValue)
        line.add("account_created", exchange.standing.createdAt?.text)
        line.add("plan", exchange.standing.plan)
        line.add("payment", logged.secrets.payment)
        line.add("email_domain", exchange.standing.emailDomain)
    }
}
