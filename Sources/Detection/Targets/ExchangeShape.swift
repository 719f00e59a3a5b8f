import Evidence
import HostileText

/// What the shape of an exchange says about capability targets: tools, images, lengths, how it ended.
struct ExchangeShape {
    private let exchange: Exchange
    private var coding = 0
    private var screen = 0
    private var data = 0
    private var other = 0

    /// Looks at one exchange; remembers what each tool name was taken for.
    init(_ exchange: Exchange, kinds: inout [UntrustedText: ToolKind]) {
        self.exchange = exchange
        let offered = (exchange.tools ?? []).map(\.name)
        let called = (exchange.text?.messages ?? []).compactMap(\.tool)
        for name in offered + called {
            let kind = kinds[name] ?? ToolKind(name)
            kinds[name] = kind
            switch kind {
            case .coding: coding += 1
            case .screen: screen += 1
            case .data: data += 1
            case .other: other += 1
            }
        }
    }

    /// Lowers the silence of each target that the shape speaks for.
    func weigh(_ silence: inout [Double]) {
        weighTools(&silence)
        if let images = exchange.images, images > 0 {
            lower(&silence, screen > 0 ? .computerUse : .vision, by: 0.6)
        }
        guard let output = exchange.usage.output else { return }
        let grading = 1 - silence[CapabilityTarget.rewardGrading.place]
        if output <= 16 && grading > 0.15 { lower(&silence, .rewardGrading, by: 0.5) }
        if let reasoning = exchange.usage.reasoning, output >= 400, reasoning * 10 >= output * 6 {
            lower(&silence, .reasoningTrace, by: 0.2)
        }
        if exchange.status == .refused { lower(&silence, .probing, by: 0.2) }
    }

    private func weighTools(_ silence: inout [Double]) {
        if screen > 0 { lower(&silence, .computerUse, by: 0.75) }
        if coding > 0 { lower(&silence, .agenticCoding, by: coding > 1 ? 0.7 : 0.45) }
        if data > 0 { lower(&silence, .dataAnalysis, by: 0.45) }
        if other > 0 && screen == 0 { lower(&silence, .toolOrchestration, by: other >= 3 ? 0.6 : 0.4) }
    }

    private func lower(_ silence: inout [Double], _ target: CapabilityTarget, by weight: Double) {
        silence[target.place] *= 1 - weight
    }
}
