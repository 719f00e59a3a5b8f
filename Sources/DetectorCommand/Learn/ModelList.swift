import Detection
import DetectorEngine
import Evidence
import Invocation

/// The models of a state, in the order in which they came.
struct ModelList {
    /// One of them.
    struct Row: Encodable {
        var model: String
        var threshold: Double
        var isCurrent: Bool
        var learnedAt: Instant?
        var labels: Int?
        var after: ThresholdFigures?

        enum CodingKeys: String, CodingKey {
            case model, threshold, labels, after
            case isCurrent = "current"
            case learnedAt = "learned_at"
        }
    }

    private let rows: [Row]

    init(_ shelf: ModelShelf) throws {
        let current = try shelf.current().title
        let shipped = shelf.shipped
        rows =
            [Row(model: shipped.title, threshold: shipped.threshold, isCurrent: current == shipped.title)]
            + (try shelf.learned().map { known in
                Row(
                    model: known.model.title, threshold: known.model.threshold,
                    isCurrent: current == known.model.title, learnedAt: known.at, labels: known.report.used,
                    after: known.report.after)
            })
    }

    func print(asJSON: Bool) throws {
        if asJSON { return try Output.print(json: rows) }
        func number(_ value: Double?) -> String { value.map { Count.decimal($0, 3) } ?? "–" }
        Output.print(
            Output.table(
                [["", "model", "learned", "labels", "threshold", "precision", "recall", "false positives"]]
                    + rows.map { row in
                        [
                            row.isCurrent ? "in use" : "", row.model, row.learnedAt?.text ?? "shipped",
                            row.labels.map { Count.text($0) } ?? "–", number(row.threshold),
                            number(row.after?.precision.value), number(row.after?.recall.value),
                            number(row.after?.falsePositiveRate.value),
                        ]
                    }))
    }
}
