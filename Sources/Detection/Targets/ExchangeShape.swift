import Evidence
import HostileText

/// What the shape of an exchange says about capability targets: tools, images, lengths, how it ended.
struct ExchangeShape {
    /// The longest response of a grader, in tokens, and in bytes where tokens were not counted.
    private static let longestGrade = (tokens: 16, bytes: 48)

    private let exchange: Exchange
    private var coding = 0
    private var plain = 0
    private var screen = 0
    private var data = 0
    private var other = 0

    /// Looks at one exchange, given what each tool name is taken for.
    init(_ exchange: Exchange, kinds: [UntrustedText: ToolKind]) {
        self.exchange = exchange
        for name in Self.tools(of: exchange) {
            switch kinds[name] ?? ToolKind(name) {
            case .coding: coding += 1
            case .plain: plain += 1
            case .screen: screen += 1
            case .data: data += 1
            case .other: other += 1
            }
        }
    }

    /// Whether the exchange at a place has nothing that speaks for any target: no text, no tools, no images, and no refusal.
    static func isSilent(at place: Int, of all: CanonicalExchanges) -> Bool {
        all[place].text == nil && all[place].status != .refused && all[place].tools == nil
            && (all[place].images ?? 0) <= 0
    }

    /// The names of the tools that an exchange offers and calls.
    static func tools(of exchange: Exchange) -> [UntrustedText] {
        (exchange.tools ?? []).map(\.name) + (exchange.text?.messages ?? []).compactMap(\.tool)
    }

    /// Lowers the silence of each target that the shape speaks for.
    func weigh(_ silence: inout [Double]) {
        weighTools(&silence)
        if let images = exchange.images, images > 0 {
            // Who operates a screen says so at length, or has the tools for it.
            let isScreen = screen > 0 || silence[CapabilityTarget.computerUse.place] < 0.22
            lower(&silence, isScreen ? .computerUse : .vision, by: 0.6)
        }
        let grading = 1 - silence[CapabilityTarget.rewardGrading.place]
        if grading > 0.25 && isShort { lower(&silence, .rewardGrading, by: 0.5) }
        let tracing = 1 - silence[CapabilityTarget.reasoningTrace.place]
        if let output = exchange.usage.output, let reasoning = exchange.usage.reasoning, tracing > 0.25,
            output >= 400, reasoning * 10 >= output * 6
        {
            lower(&silence, .reasoningTrace, by: 0.2)
        }
        if exchange.status == .refused { lower(&silence, .probing, by: 0.2) }
    }

    private var isShort: Bool {
        if let output = exchange.usage.output { return output <= Self.longestGrade.tokens }
        guard let response = exchange.text?.response, !response.isEmpty else { return false }
        return response.byteCount <= Self.longestGrade.bytes
    }

    private func weighTools(_ silence: inout [Double]) {
        // Of a conversation about code, plain tools are for code too.
        let isAboutCode = coding > 0 || other == 0 && silence[CapabilityTarget.agenticCoding.place] < 0.6
        let coding = isAboutCode ? coding + plain : 0
        let other = isAboutCode ? other : other + plain
        if screen > 0 { lower(&silence, .computerUse, by: 0.75) }
        if coding > 0 { lower(&silence, .agenticCoding, by: coding > 1 ? 0.7 : 0.45) }
        // One tool or two that nobody called are by the way, as a chat's search is.
        let isByTheWay = other + data <= 2 && isAnsweredWithoutTools
        // A notebook beside a shell is a programmer's.
        if data > 0 { lower(&silence, .dataAnalysis, by: isByTheWay ? 0.2 : isAboutCode ? 0.3 : 0.45) }
        if other > coding && screen == 0 {
            lower(&silence, .toolOrchestration, by: other >= 3 ? 0.6 : isByTheWay ? 0.2 : 0.45)
            guard !isByTheWay else { return }
            // Who codes offers tools for it.
            silence[CapabilityTarget.agenticCoding.place] = (1 + silence[CapabilityTarget.agenticCoding.place]) / 2
        }
    }

    /// Why a response ends where it calls tools, as providers name it.
    private static let calls = Set(["tool_calls", "tool_call", "tool_use", "function_call"].map { UntrustedText($0) })

    /// Whether the log says that the response ended by itself, and no tool was called before.
    private var isAnsweredWithoutTools: Bool {
        guard let reason = exchange.finishReason, !reason.isEmpty, !Self.calls.contains(reason) else { return false }
        let messages = exchange.text?.messages ?? []
        return !messages.contains { $0.tool != nil || $0.role == .toolCall || $0.role == .toolResult }
    }

    private func lower(_ silence: inout [Double], _ target: CapabilityTarget, by weight: Double) {
        silence[target.place] *= 1 - weight
    }
}
