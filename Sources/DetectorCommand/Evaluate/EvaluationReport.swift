import Detection
import Evidence
import HostileText
import Invocation

/// An evaluation as a person reads it.
struct EvaluationReport {
    private let evaluation: Evaluation

    init(_ evaluation: Evaluation) {
        self.evaluation = evaluation
    }

    /// All of it, in paragraphs with a heading each.
    var text: String {
        let clusters = [("all", evaluation.clusters), ("coordinated", evaluation.coordinatedClusters)]
        let time = evaluation.timeToFlag
        return [
            "model \(evaluation.modelVersion), threshold \(Count.decimal(evaluation.threshold, 2))",
            rankings("accounts", [("all", evaluation.accounts)]),
            rankings("by regime", sorted(evaluation.byRegime)),
            rankings("by attacker share", sorted(evaluation.byAttackerShare)),
            table(
                "look-alikes", ["n", "flagged", "rate"],
                (sorted(evaluation.lookalikes) + [("relays", evaluation.relays)]).map { name, rate in
                    [name, "\(rate.n)", "\(rate.flagged)", number(rate.fpr)]
                }),
            table(
                "clusters", ["precision", "recall", "f1", "ari"],
                clusters.map { [$0] + [$1.precision, $1.recall, $1.f1, $1.adjustedRandIndex].map(number) }),
            table(
                "capability, macro F1 \(number(evaluation.capability.macroF1))", ["n", "precision", "recall", "f1"],
                sorted(evaluation.capability.perTarget).map { name, target in
                    [name, "\(target.n)"] + [target.precision, target.recall, target.f1].map(number)
                }),
            "time to first flag: \(time.flagged) flagged, median \(number(time.exchangesMedian)) exchanges, "
                + "\(number(time.hoursMedian)) h (measured every \(number(time.stepHours)) h)",
            rankings("baselines", sorted(evaluation.baselines)),
            table(
                "signals, AUPRC", ["without it", "alone"],
                sorted(evaluation.ablation).map { name, value in
                    [name, number(value), number(evaluation.singleSignal[name] ?? nil)]
                }),
            table(
                "calibration", ["n", "mean score", "positive"],
                evaluation.reliability.map {
                    ["from \(Count.decimal($0.from, 1))", "\($0.n)", number($0.meanScore), number($0.positiveShare)]
                }),
        ].joined(separator: "\n\n")
    }

    private func rankings(_ title: String, _ rows: [(String, Evaluation.Ranking)]) -> String {
        table(
            title, ["n", "positive", "AUPRC", "TPR at 0.1 %", "TPR at 1 %", "Brier"],
            rows.map { name, ranking in
                [name, "\(ranking.n)", "\(ranking.positives)"]
                    + [
                        ranking.auprc, ranking.truePositiveRateAt0001, ranking.truePositiveRateAt001, ranking.brier,
                    ].map(number)
            })
    }

    private func table(_ title: String, _ columns: [String], _ rows: [[String]]) -> String {
        Output.table([[title] + columns] + rows.map { [Output.safe(UntrustedText("  " + $0[0]))] + $0.dropFirst() })
    }

    private func sorted<Value>(_ values: [String: Value]) -> [(String, Value)] {
        values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func number(_ value: Double?) -> String {
        value.map { Count.decimal($0, 3) } ?? "–"
    }
}
