import Evidence
import HostileText

// The members of an exchange in the order of their names, as bytes order them.

extension DocumentWriter {
    mutating func member(_ name: StaticString, _ text: String?) {
        guard let text else { return }
        self.name(name)
        value(text)
    }

    mutating func member(_ name: StaticString, _ text: UntrustedText?) {
        member(name, text?.verbatim)
    }

    mutating func member(_ name: StaticString, _ number: Int?) {
        guard let number else { return }
        self.name(name)
        value(Int64(number))
    }

    mutating func member(_ name: StaticString, _ time: Instant?) {
        guard let time else { return }
        self.name(name)
        value(time.milliseconds)
    }

    mutating func member(_ name: StaticString, _ truth: Bool?) {
        guard let truth else { return }
        self.name(name)
        value(truth)
    }

    mutating func member(_ name: StaticString, _ number: Double?) throws {
        guard let number else { return }
        self.name(name)
        try value(number)
    }

    /// Spells an exchange.
    mutating func value(_ exchange: Exchange) throws {
        try object { writer in
            writer.member("account", exchange.account.text)
            writer.member("at", exchange.at)
            writer.member("conversation", exchange.conversation?.text)
            writer.member("conversationIsInferred", exchange.conversationIsInferred)
            writer.member("endUserHash", exchange.endUserHash)
            writer.member("endedAt", exchange.endedAt)
            writer.member("error", exchange.error)
            writer.member("finishReason", exchange.finishReason)
            writer.member("id", exchange.id.text)
            writer.member("images", exchange.images)
            writer.member("keyHash", exchange.keyHash)
            writer.member("model", exchange.model)
            writer.member("operation", exchange.operation)
            writer.member("organisation", exchange.organisation?.text)
            writer.name("origin")
            writer.value(exchange.origin)
            writer.name("parameters")
            try writer.value(exchange.parameters)
            writer.member("provider", exchange.provider)
            writer.name("standing")
            writer.value(exchange.standing)
            writer.member("status", exchange.status?.rawValue)
            if let text = exchange.text {
                writer.name("text")
                writer.value(text)
            }
            if let tools = exchange.tools {
                writer.name("tools")
                writer.list(tools) { $0.value($1) }
            }
            writer.name("usage")
            try writer.value(exchange.usage)
            writer.member("zoneWasAssumed", exchange.zoneWasAssumed)
        }
    }

    private mutating func value(_ origin: Exchange.Origin) {
        object { writer in
            writer.member("address", origin.address)
            writer.member("addressHash", origin.addressHash)
            writer.member("addressRange", origin.addressRange)
            writer.member("asn", origin.asn)
            writer.member("country", origin.country)
            writer.member("tlsFingerprint", origin.tlsFingerprint)
            writer.member("userAgent", origin.userAgent)
        }
    }

    private mutating func value(_ standing: Exchange.Standing) {
        object { writer in
            writer.member("createdAt", standing.createdAt)
            writer.member("emailDomain", standing.emailDomain)
            writer.member("emailHash", standing.emailHash)
            writer.member("pathway", standing.pathway?.rawValue)
            writer.member("paymentHash", standing.paymentHash)
            writer.member("plan", standing.plan)
        }
    }

    private mutating func value(_ parameters: Exchange.Parameters) throws {
        try object { writer in
            writer.member("maxTokens", parameters.maxTokens)
            writer.member("stream", parameters.stream)
            try writer.member("temperature", parameters.temperature)
        }
    }

    private mutating func value(_ usage: Exchange.Usage) throws {
        try object { writer in
            writer.member("cached", usage.cached)
            try writer.member("cost", usage.cost)
            writer.member("input", usage.input)
            writer.member("output", usage.output)
            writer.member("reasoning", usage.reasoning)
        }
    }

    private mutating func value(_ tool: Tool) {
        object { writer in
            writer.member("name", tool.name)
            writer.member("schemaHash", tool.schemaHash)
        }
    }

    /// Spells the text of an exchange.
    mutating func value(_ text: ExchangeText) {
        object { writer in
            writer.name("messages")
            writer.list(text.messages) { writer, message in
                writer.object { writer in
                    writer.member("content", message.content)
                    writer.member("role", message.role.rawValue)
                    writer.member("tool", message.tool)
                }
            }
            writer.member("response", text.response)
            writer.member("system", text.system)
        }
    }
}
