import Evidence
import HostileText

extension ReportStory {
    /// Where this comes from, who handled it, and what was taken out.
    var custody: [Report.Block] {
        var facts: [[Report.Span]] = [
            [
                .strong("Written by "), .plain(line(UntrustedText(contents.tool))),
                .plain(" as \(SafeText(ours: export.identifier(contents)))"),
            ],
            [.strong("Evidence up to cursor "), .code(line(UntrustedText(contents.scope.cursor ?? "none")))],
            [
                .strong("Activity log: "), .plain("\(count(contents.audit.count, "line")), head "),
                .code(line(UntrustedText(contents.auditHead))),
            ],
        ]
        facts.append([.strong("Redaction: "), .plain(redaction)])
        let shown = redacted.audit.compactMap { line -> Activity? in
            if case .full(let activity) = line { activity } else { nil }
        }
        let last = shown.suffix(Self.logShown)
        let table = Report.Table(
            columns: [
                .init(title: "line", isNumber: true), .init(title: "when"), .init(title: "who"), .init(title: "did"),
                .init(title: "to"),
            ],
            rows: last.map { activity in
                [
                    .number(Count.text(activity.number)), .text(time(activity.at)), .text(line(activity.actor)),
                    .text(words(activity.action.rawValue)), activity.subject.map { .code(line($0)) } ?? .none,
                ]
            },
            note: self.shown(last.count, of: contents.audit.count, "lines of the log"))
        return [.list(facts), .heading("Activity"), .table(table)]
    }

    private var redaction: SafeText {
        switch export.redaction {
        case .none(let reason): return "none, because: \(line(UntrustedText(reason), 400))"
        case .standard:
            let total = redacted.counts.values.reduce(0, +)
            let withheld: SafeText =
                redacted.withheld > 0
                ? "; \(count(redacted.withheld, "line")) of the log about other matters withheld" : ""
            return
                "standard; \(count(total, "value")) replaced by [redacted:…], equal values by equal tokens\(withheld). Ids of accounts stand as they are."
        }
    }

    var verification: [Report.Block] {
        let name = SafeText(ours: export.name)
        return [
            .paragraph([.plain("From the directory that holds the bundle; each command says what it found:")]),
            .commands([
                "stillwatch verify \(name)",
                "bagit.py --validate \(name)",
                "ssh-keygen -Y check-novalidate -n stillwatch-case -s \(name)/signatures/tagmanifest-sha256.txt.sig < \(name)/tagmanifest-sha256.txt",
            ]),
            .paragraph([
                .quiet(
                    "A good signature says which key signed these bytes; it does not say when. The activity log's head ties this bundle to the log it came from: keep it apart from the bundle to notice a log that was rewritten."
                )
            ]),
        ]
    }
}
