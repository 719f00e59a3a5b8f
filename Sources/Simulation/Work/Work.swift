import Evidence
import HostileText

/// What an account does with the model, conversation by conversation. Both sides are made of the same kinds of work.
protocol Work: Sendable {
    /// How many exchanges a conversation has.
    func turns(_ random: inout SeededRandom) -> Int
    /// The next request of a conversation and its response.
    func turn(_ number: Int, in dialogue: inout Dialogue) -> Turn
    /// Whether a person reads and types between turns, rather than a program.
    var isTyped: Bool { get }
    /// The capability that real texts for it must extract; `nil` where any text will do.
    var subject: CapabilityTarget? { get }
}

/// One request of a conversation and what comes back.
struct Turn: Sendable {
    /// The messages that it adds.
    var added: [Message]
    /// The response.
    var response: String
    /// The kind of response, which decides how long it is.
    var kind: ResponseKind
    /// What it extracts.
    var target: CapabilityTarget
    /// The tools offered.
    var tools: [Tool] = []
    /// The images in the request.
    var images = 0
    /// The arguments of the call that the response makes, and its tool.
    var call: Message?
    /// The temperature that this work always uses, if any.
    var temperature: Double?
}

/// A conversation while it goes on.
struct Dialogue: Sendable {
    /// Who writes.
    var writer: Writer
    /// The instruction that stays the same.
    var system: String?
    /// The tools, where a conversation has its own.
    var tools: [Tool] = []
    /// The number of this conversation among those of its work, from 0.
    var ordinal: Int
    /// The real text that this conversation begins with, if any.
    var text: ExternalText?
}

extension Message {
    /// A message of a user.
    static func user(_ text: String) -> Message { Message(role: .user, content: UntrustedText(text)) }
}
