import Evidence

/// The numbers by which exchanges name their targets. A number never changes its meaning; new targets go to the end.
enum CapabilityCode {
    static let all: [(code: Int, word: String)] = words.enumerated().map { ($0.offset, $0.element.rawValue) }

    private static let words: [CapabilityTarget] = [
        .reasoningTrace, .rewardGrading, .policyRewrite, .agenticCoding, .toolOrchestration, .agenticPlanning,
        .computerUse, .vision, .dataAnalysis, .taskGeneration, .traceReplay, .modelDevelopment, .probing, .general,
    ]
    private static let codes = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($0.element, $0.offset) })

    static func code(of target: CapabilityTarget) -> Int { codes[target] ?? words.count - 1 }

    static func target(of code: Int) -> CapabilityTarget { words.indices.contains(code) ? words[code] : .general }
}

extension ExchangeStatus {
    var code: Int {
        switch self {
        case .ok: 0
        case .error: 1
        case .refused: 2
        }
    }

    init(code: Int) {
        self = [.ok, .error, .refused][min(max(code, 0), 2)]
    }
}
