public import Evidence
import HostileText

/// A text from a corpus, to be used in a simulated log.
public struct ExternalText: Hashable, Sendable {
    /// Where it comes from.
    public var source: String
    /// Whether it was sent to harvest a model (`attack`) rather than by ordinary users (`benign`).
    public var isAttack: Bool
    /// What it extracts, where known.
    public var capability: CapabilityTarget?
    /// The request.
    public var prompt: String
    /// The response, where there is one.
    public var response: String?
    /// The fixed instruction, where there is one.
    public var system: String?
    /// The names of the tools offered.
    public var tools: [String]

    /// Makes a text.
    public init(
        source: String, isAttack: Bool, capability: CapabilityTarget? = nil, prompt: String, response: String? = nil,
        system: String? = nil, tools: [String] = []
    ) {
        self.source = source
        self.isAttack = isAttack
        self.capability = capability
        self.prompt = prompt
        self.response = response
        self.system = system
        self.tools = tools
    }

    func turn(_ writer: inout Writer) -> Turn {
        let kind: ResponseKind =
            switch capability {
            case .rewardGrading: .json
            case .agenticCoding: .code
            case .reasoningTrace: .steps
            case .taskGeneration: .tasks
            case .toolOrchestration: .call
            default: .prose
            }
        var added = [Message.user(prompt)]
        if let system { added.insert(Message(role: .system, content: UntrustedText(system)), at: 0) }
        return Turn(
            added: added, response: response ?? writer.response(kind), kind: kind,
            target: capability ?? .general, tools: tools.map { Tool(name: UntrustedText($0)) })
    }
}
