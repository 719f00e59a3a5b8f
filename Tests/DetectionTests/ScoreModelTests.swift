import Evidence
import Testing

@testable import Detection

@Suite("Score model")
struct ScoreModelTests {
    private let model = ScoreModel.shipped
    private let behaviour: [SignalName] = [
        .targetFocus, .traceElicitation, .graderShape, .templateConcentration, .circadian, .periodicity, .releasePivot,
        .volumeRatio,
    ]

    private func strongest(_ names: [SignalName]) -> Double {
        names.reduce(0) { $0 + model.contribution(of: $1, value: 1e9) }
    }

    @Test(arguments: [SignalName.sharedTemplate, .sharedPayment, .sharedInfrastructure, .synchrony, .injectedSpan])
    func `one kind of shared evidence at its strongest does not reach the threshold`(_ name: SignalName) {
        #expect(model.score(contributions: strongest([name])) < model.threshold)
    }

    @Test func `nothing that an account does alone reaches the threshold`() {
        #expect(model.score(contributions: strongest(behaviour)) < model.threshold)
    }

    @Test func `behaviour with content that only a candidate shares does not reach the threshold`() {
        let content = model.contribution(of: .sharedTemplate, value: 3)
        let repeats = strongest([.injectedSpan, .nearDuplicates])
        #expect(model.score(contributions: strongest(behaviour) + content + repeats) < model.threshold)
    }

    @Test func `two kinds of shared evidence at their strongest reach the threshold`() {
        #expect(model.score(contributions: strongest([.sharedTemplate, .sharedPayment])) >= model.threshold)
    }
}
