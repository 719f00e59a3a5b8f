import Evidence
import HostileText

extension ReportStory {
    /// What people decided.
    var judged: [Report.Block] {
        var blocks: [Report.Block] = [
            .paragraph([
                .quiet(
                    "What analysts decided, with how sure they were. A label is about use; it names nobody. Labels that were hidden from the exporting analyst are not in this bundle."
                )
            ])
        ]
        if contents.labels.isEmpty {
            blocks.append(.paragraph([.plain("There is no label yet.")]))
        } else {
            blocks += [.heading("Labels"), .table(labels)]
        }
        blocks.append(.heading("Attribution"))
        blocks.append(
            .paragraph([
                .plain(
                    "None. Naming who is behind these accounts would be an analyst's signed act, and this case holds none."
                )
            ]))
        return blocks
    }

    private var labels: Report.Table {
        let superseded = Set(contents.labels.compactMap(\.supersedes))
        return Report.Table(
            columns: [
                .init(title: "subject"), .init(title: "label"), .init(title: "confidence"), .init(title: "analyst"),
                .init(title: "when"), .init(title: "reasons and note"), .init(title: "stands"),
            ],
            rows: contents.labels.map { event in
                let reasons = event.reasons.map { line(UntrustedText($0), 40) }.joined(separator: ", ")
                let note = event.note.map { line($0, 600) } ?? ""
                let gap: SafeText = reasons.isEmpty || note.isEmpty ? "" : " – "
                let blind: SafeText = event.isBlind ? ", blind" : ""
                return [
                    .code(line(event.subject.text)), .text(event.label.map { words($0.rawValue) } ?? "taken back"),
                    .text("\(SafeText(ours: event.confidence.word))\(blind)"), .text(line(event.analyst)),
                    .text(time(event.at)),
                    .text(reasons + gap + note), .text(superseded.contains(event.id) ? "replaced later" : "stands"),
                ]
            })
    }
}
