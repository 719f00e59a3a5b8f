public import HostileText

/// What was said in one exchange.
public struct ExchangeText: Hashable, Codable, Sendable {
    /// The system prompt, where it came apart from the messages.
    public var system: UntrustedText?
    /// The messages of the request, in order.
    public var messages: [Message]
    /// The response.
    public var response: UntrustedText?

    /// Makes the text of an exchange.
    public init(system: UntrustedText? = nil, messages: [Message] = [], response: UntrustedText? = nil) {
        self.system = system
        self.messages = messages
        self.response = response
    }

    /// The last message of the user, which is what most signals read.
    public var prompt: UntrustedText? {
        messages.last { $0.role == .user }?.content
    }
}

/// One message of a request.
public struct Message: Hashable, Codable, Sendable {
    /// Who speaks.
    public var role: Role
    /// What is said, or the arguments of a call, or the result of one.
    public var content: UntrustedText
    /// The tool, for a call or a result.
    public var tool: UntrustedText?

    /// Makes a message.
    public init(role: Role, content: UntrustedText, tool: UntrustedText? = nil) {
        self.role = role
        self.content = content
        self.tool = tool
    }

    /// Who speaks in a message.
    public enum Role: String, CaseIterable, Codable, Hashable, Sendable {
        /// The customer's fixed instruction.
        case system
        /// The person or program that asks.
        case user
        /// The model.
        case assistant
        /// The model's reasoning, where a log carries it.
        case reasoning
        /// A tool called by the model.
        case toolCall = "tool_call"
        /// What a tool answered.
        case toolResult = "tool_result"
        /// Any other role that a client made up.
        case other
    }
}
