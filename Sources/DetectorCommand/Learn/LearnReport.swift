import Detection
import Evidence
import Invocation

/// What learning came to, as a person reads it.
struct LearnReport {
    private let report: Learning.Report

    init(_ report: Learning.Report) {
        self.report = report
    }

    /// The report, and whether the model was kept.
    struct JSON: Encodable {
        var report: Learning.Report
        var isKept: Bool

        enum CodingKeys: String, CodingKey {
            case kept
        }

        func encode(to encoder: any Encoder) throws {
            try report.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(isKept, forKey: .kept)
        }
    }

    /// All of it.
    var text: String {
        [labels, figures, weights, gold].joined(separator: "\n\n")
    }

    private var labels: String {
        let unused = UnusedLabel.allCases.compactMap { reason in
            report.unused[reason].map { "  \($0) \(reason.words)" }
        }
        let used =
            "\(Count.text(report.used)) of \(Count.text(report.labels)) labels are used: "
            + "\(Count.text(report.harvesting)) accounts that harvest, \(Count.text(report.ordinary)) that do not, "
            + "\(Count.text(report.sampled)) of them picked with a known probability; they say as much as "
            + "\(Count.decimal(report.effectiveSize, 0)) of equal weight"
        return ([used] + (unused.isEmpty ? [] : ["not used:"] + unused)).joined(separator: "\n")
    }

    private var figures: String {
        func row(_ title: String, _ figures: ThresholdFigures) -> [String] {
            [title, Count.decimal(figures.threshold, 3)]
                + [figures.precision, figures.recall, figures.falsePositiveRate].map(LearnReport.rate)
        }
        return Output.table([
            ["", "threshold", "precision", "recall", "false positives"],
            row("before, \(report.modelBefore)", report.before), row("after, \(report.modelAfter)", report.after),
        ]) + "\nin brackets 95 % intervals; after: each account by a model that was learned without its cluster"
    }

    private static func rate(_ rate: ThresholdFigures.Rate) -> String {
        guard let value = rate.value, let low = rate.low, let high = rate.high else { return "–" }
        return "\(Count.decimal(value, 3)) [\(Count.decimal(low, 3)), \(Count.decimal(high, 3))]"
    }

    private var weights: String {
        let changes = [report.base] + report.weights.filter { abs($0.after - $0.before) >= 0.005 }.prefix(10)
        return Output.table(
            [["log-odds", "before", "after"]]
                + changes.map { [$0.name, Count.decimal($0.before, 2), Count.decimal($0.after, 2)] })
    }

    private var gold: String {
        let gold = report.gold
        guard gold.ordinary + gold.harvesting > 0 else {
            return "No gold items are known: false positives on them could not be checked. Name some with --gold."
        }
        return "gold items: of \(Count.text(gold.ordinary)) ordinary ones \(gold.falsePositivesBefore) were flagged, "
            + "\(gold.falsePositivesAfter) would be; of \(Count.text(gold.harvesting)) that harvest "
            + "\(gold.foundBefore) were found, \(gold.foundAfter) would be"
    }

    /// Why a model was not taken.
    static func goldLoss(_ gold: Learning.Gold) -> String {
        "The new model flags \(gold.falsePositivesAfter) of \(gold.ordinary) ordinary gold items, the one in use "
            + "\(gold.falsePositivesBefore). Nothing was changed. Look at the labels, or say --accept-gold-loss."
    }

    /// Why nothing was learned.
    static func sentence(_ problem: Learning.Problem, labels: Int) -> String {
        switch problem {
        case .tooFew(let harvesting, let ordinary):
            "Of \(labels) labels, those on \(harvesting) accounts that harvest and \(ordinary) that do not can be used; "
                + "\(Learning.fewest) accounts are needed, \(Learning.fewestOfAKind) of each. Nothing was changed."
        }
    }
}
