public import Evidence
import HostileText

extension Evaluation {
    /// Measures findings against the truth.
    ///
    /// - Parameters:
    ///   - findings: What `detector` found in `input`.
    ///   - input: The exchanges, which the baselines and the time to the first flag are computed on.
    ///   - detector: The detector. It runs again on `checkpoints` beginnings of the log, one of them the whole.
    ///   - truth: What each account is. Accounts that it does not name are not measured.
    ///   - exchangeTruth: What each exchange is; may be empty.
    ///   - checkpoints: How finely the time to the first flag is measured; 0 leaves it out.
    public static func of(
        _ findings: Findings, in input: DetectionInput, by detector: Detector, truth: Truth,
        exchangeTruth: [ExchangeTruth], checkpoints: Int = Evaluation.checkpoints
    ) -> Evaluation {
        let yardstick = Yardstick(findings.accounts, truth: truth)
        let scores = findings.accounts.map { $0.score ?? 0 }
        return Evaluation(
            accounts: yardstick.ranking(scores, areProbabilities: true),
            byRegime: yardstick.rankings(scores) { $0.regime },
            byAttackerShare: yardstick.rankings(scores) { $0.attackerShare.map(Yardstick.percentage) },
            lookalikes: yardstick.lookalikes(findings.accounts),
            relays: yardstick.flagRate(findings.accounts) { $0.label == .relay },
            clusters: yardstick.pairing(findings) { _ in true },
            coordinatedClusters: yardstick.pairing(findings) { $0.status == .coordinated },
            capability: capability(findings.annotations, truth: exchangeTruth),
            timeToFlag: TimeToFlag(
                input, detector: detector, positives: yardstick.positives, findings: findings, checkpoints: checkpoints),
            baselines: input.exchanges.isEmpty ? [:] : Baselines.rankings(input, yardstick: yardstick),
            ablation: Ablation.leavingOut(findings, model: detector.model, yardstick: yardstick),
            singleSignal: Ablation.alone(findings, model: detector.model, yardstick: yardstick),
            reliability: yardstick.reliability(scores), threshold: detector.model.threshold,
            modelVersion: findings.modelVersion)
    }

    private static func capability(_ annotations: Derived<ExchangeAnnotation>, truth: [ExchangeTruth]) -> Capability {
        let asserted = Dictionary(annotations.map { ($0.exchange.text, $0.target) }) { first, _ in first }
        return Capability(
            truth.compactMap { row in asserted[row.id].map { (asserted: $0, actual: row.target) } })
    }
}
