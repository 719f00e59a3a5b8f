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

/// The texts that one kind of traffic may draw from: a half of each source, so that no source gives a side away.
struct TextShelf: Sendable {
    /// The texts by what they extract, each list in its source's order.
    private var byTarget: [CapabilityTarget: [ExternalText]] = [:]
    private var all: [ExternalText] = []
    /// The likelihood that a request uses a text from here.
    private var use: Double

    /// Sorts texts onto the shelf of one side: about half of each source, of which so much of the attacks is taken.
    init(_ texts: [ExternalText], odd: Bool, attack: Double, use: Double) {
        self.use = use
        // Both sides toss the same coins, so that each text is on one side only.
        var random = SeededRandom(seed: 11)
        for text in texts {
            let isOdd = random.chance(0.5)
            let isTaken = random.unit() < (text.isAttack ? attack : 1 - attack)
            guard isOdd == odd, isTaken else { continue }
            all.append(text)
            byTarget[text.capability ?? .general, default: []].append(text)
        }
    }

    /// A text for a target, or any text; `nil` if the writer's own words are to be used.
    func next(for target: CapabilityTarget?, _ random: inout SeededRandom) -> ExternalText? {
        guard random.chance(use) else { return nil }
        let texts = target.map { byTarget[$0] ?? [] } ?? all
        return texts.isEmpty ? nil : random.pick(texts)
    }
}
