import Evidence
import Testing

@testable import Detection

@Suite("Score model")
struct ScoreModelTests {
    private let model = ScoreModel.shipped
    private let shared: [SignalName] = [.sharedTemplate, .sharedPayment, .sharedInfrastructure, .synchrony]
    /// What an account does, whatever others do; all but how evenly its cluster's load is spread.
    private var behaviour: [SignalName] {
        SignalName.allCases.filter { !shared.contains($0) && $0 != .loadBalance }
    }

    private func strongest(_ names: [SignalName]) -> Double {
        names.reduce(0) { sum, name in
            sum + max(model.contribution(of: name, value: -1e9), model.contribution(of: name, value: 1e9))
        }
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
        #expect(model.score(contributions: strongest(behaviour) + content) < model.threshold)
    }

    @Test(arguments: [SignalName.sharedPayment, .sharedInfrastructure, .synchrony])
    func `content and another kind of shared evidence at their strongest reach the threshold`(_ name: SignalName) {
        #expect(model.score(contributions: strongest([.sharedTemplate, name])) >= model.threshold)
    }

    @Test func `a curve rises, but for parameters, of which little rigidity speaks for a harvest`() {
        for (name, curve) in model.curves {
            #expect(curve.weight > 0)
            #expect(curve.falls == (name == .parameterRigidity))
            for (left, right) in zip(curve.knots, curve.knots.dropFirst()) {
                #expect(left.value < right.value)
                #expect(name == .parameterRigidity ? left.strength >= right.strength : left.strength <= right.strength)
            }
        }
    }

    @Test func `one setting adds nothing, several do, and an account of unknown settings is not judged by them`() {
        #expect(model.contribution(of: .parameterRigidity, value: 1) == 0)
        #expect(model.contribution(of: .parameterRigidity, value: 0.8) > 0)
        #expect(model.contribution(of: .parameterRigidity, value: nil) == 0)
    }
}
