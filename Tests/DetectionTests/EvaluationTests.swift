import Evidence
import Testing

@testable import Detection

@Suite("Evaluation")
struct EvaluationTests {
    @Test func `average precision takes tied scores as one step`() {
        let ranking = Evaluation.Ranking(
            [
                Evaluation.Ranked(score: 0.9, isPositive: true),
                Evaluation.Ranked(score: 0.5, isPositive: true),
                Evaluation.Ranked(score: 0.5, isPositive: false),
                Evaluation.Ranked(score: 0.1, isPositive: false),
            ], areProbabilities: false)
        #expect(ranking.auprc == 0.5 * 1 + 0.5 * (2.0 / 3))
        #expect(ranking.truePositiveRateAt0001 == 0.5)
    }

    @Test func `pairs are counted once and unclustered accounts form none`() {
        let pairing = Evaluation.Pairing(asserted: [0, 0, 0, nil, nil], actual: [0, 0, nil, 0, nil])
        #expect(pairing.precision == 1.0 / 3)
        #expect(pairing.recall == 1.0 / 3)
    }

    @Test func `the same partition has an adjusted Rand index of one`() {
        #expect(Evaluation.Pairing(asserted: [4, 4, 2, nil], actual: [1, 1, 0, nil]).adjustedRandIndex == 1)
    }

    @Test func `a target's mean counts only targets with fifty exchanges`() {
        let many = Array(repeating: (asserted: CapabilityTarget.vision, actual: CapabilityTarget.vision), count: 50)
        let few = [(asserted: CapabilityTarget.general, actual: CapabilityTarget.probing)]
        #expect(Evaluation.Capability(many + few).macroF1 == 1)
    }

    @Test func `a signal alone ranks in the direction in which the model counts it`() {
        var findings = Findings(modelVersion: "m-1")
        for (name, value) in [("harvester", 0.6), ("customer", 1.0)] {
            let id = AccountID(name)
            findings.accounts.append(
                Account(
                    id: id, exchanges: 1, conversations: 1, keys: 1, firstAt: SmallWorld.start, lastAt: SmallWorld.start
                ))
            for signal in [SignalName.parameterRigidity, .loadBalance] {
                findings.signals.append(
                    Signal(subject: .account(id), name: signal, value: value, unit: "share", contribution: 0))
            }
        }
        let truth = Truth(
            accounts: [
                "harvester": AccountTruth(label: .distillation, className: "harvester"),
                "customer": AccountTruth(label: .benign, className: "ordinary"),
            ], exchanges: nil)
        let alone = Ablation.alone(
            findings, model: .shipped, yardstick: Yardstick(findings.accounts, truth: truth))
        #expect(alone["parameter_rigidity"] == 1.0)
        #expect(alone["load_balance"] == 0.5)
    }
}
