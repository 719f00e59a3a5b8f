import Foundation

extension LabelFile {
    /// Reads one JSON object a line. Empty lines are passed over.
    public init(jsonLines text: String) {
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        self.init(
            lines.enumerated().compactMap { index, line in
                let piece = line.trimmingCharacters(in: .whitespaces.union(CharacterSet(charactersIn: "\u{FEFF}")))
                return piece.isEmpty ? nil : LabelFile.object(piece, line: index + 1)
            })
    }

    /// Reads comma-separated values with a line of names first. A leading `'` before `= + - @` is taken off again.
    public init(csv text: String) {
        let records = CSVRecord.all(in: text)
        guard let head = records.first else {
            self.init([])
            return
        }
        self.init(
            records.dropFirst().map { record in
                guard record.cells.count == head.cells.count else {
                    let counts = "has \(record.cells.count) cells; the line of names has \(head.cells.count)"
                    return .failure(LabelLineProblem(line: record.line, field: "", counts))
                }
                let pairs = zip(head.cells, record.cells).map { ($0, LabelFieldValue.text($1)) }
                return .success((record.line, Dictionary(pairs) { first, _ in first }))
            })
    }

    /// Reads tasks of Label Studio: each annotation that chose a label is a line, numbered by its task.
    public init(labelStudio text: String) {
        guard let tasks = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]] else {
            self.init([.failure(LabelLineProblem(line: 1, field: "", "is no array of tasks"))])
            return
        }
        self.init(
            tasks.enumerated().flatMap { index, task in
                let annotations = task["annotations"] as? [[String: Any]] ?? []
                return annotations.map { annotation in LabelFile.row(of: annotation, in: task, line: index + 1) }
            })
    }

    private typealias Row = Result<(line: Int, fields: [String: LabelFieldValue]), LabelLineProblem>

    private static func row(of annotation: [String: Any], in task: [String: Any], line: Int) -> Row {
        let results = annotation["result"] as? [[String: Any]] ?? []
        let choices = results.lazy.compactMap { ($0["value"] as? [String: Any])?["choices"] as? [String] }.first
        guard let choice = choices?.first else {
            return .failure(LabelLineProblem(line: line, field: "annotations", "has no choice of a label"))
        }
        var fields = (task["data"] as? [String: Any] ?? [:]).mapValues(LabelFieldValue.init)
        fields["label"] = .text(choice)
        if let name = annotation["completed_by"] as? String { fields["analyst"] = .text(name) }
        return .success((line, fields))
    }

    private static func object(_ text: String, line: Int) -> Row {
        guard let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
            return .failure(LabelLineProblem(line: line, field: "", "is no JSON object"))
        }
        return .success((line, object.mapValues(LabelFieldValue.init)))
    }
}

extension LabelFieldValue {
    /// A value of JSON.
    init(_ json: Any) {
        switch json {
        case let text as String: self = .text(text)
        case let words as [String]: self = .list(words)
        case let number as NSNumber where CFGetTypeIDIsFlag(number): self = .flag(number.boolValue)
        case let number as NSNumber: self = .number(number.doubleValue)
        default: self = .none
        }
    }
}

/// Whether a number of JSON was written `true` or `false`.
private func CFGetTypeIDIsFlag(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c"
}
