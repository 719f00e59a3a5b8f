import Evidence
import HostileText

extension Report {
    /// Tells a case from contents that are redacted already.
    init(_ contents: BundleContents, _ export: ExportFacts, _ redacted: RedactedContents) {
        let story = ReportStory(contents: contents, export: export, redacted: redacted)
        title = story.line(contents.matter.title, 300)
        if title.isEmpty { title = "Untitled case" }
        subtitle =
            "Case \(story.line(contents.matter.id.text)), \(SafeText(ours: contents.matter.status.rawValue)); opened by \(story.line(contents.matter.analyst)) on \(story.time(contents.matter.createdAt)), exported by \(story.line(export.analyst)) on \(story.time(export.at))"
        sections = [
            Section(title: "Summary", blocks: story.summary),
            Section(title: "Observed", blocks: story.observed),
            Section(title: "Inferred", blocks: story.inferred),
            Section(title: "Judged and attributed", blocks: story.judged),
            Section(title: "Exchanges in their own words", blocks: story.exemplars),
            Section(title: "Chain of custody", blocks: story.custody),
            Section(title: "How to verify", blocks: story.verification),
        ]
    }
}

/// Makes the blocks of a report's sections. How much of each list is shown is fixed here, and said wherever it is less.
struct ReportStory {
    let contents: BundleContents
    let export: ExportFacts
    let redacted: RedactedContents

    static let accountsShown = 60
    static let subjectsShown = 20
    static let signalsShown = 5
    static let edgesShown = 20
    static let indicatorsShown = 40
    static let exemplarsShown = 12
    static let logShown = 40
    static let bytesShown = 1_500

    /// A text of traffic or of an analyst on one line, with an ellipsis where it is clipped.
    func line(_ text: UntrustedText, _ limit: Int = 120) -> SafeText {
        let line = SafeText(text, as: .line, limit: limit)
        return line.isClipped ? line + "…" : line
    }

    func time(_ time: Instant) -> SafeText {
        SafeText(ours: "\(time.dateText) \(time.timeText)Z")
    }

    func words(_ name: String) -> SafeText {
        SafeText(ours: name.replacing("_", with: " "))
    }

    func count(_ number: Int, _ one: String, _ many: String? = nil) -> SafeText {
        SafeText(ours: Count.text(number, one, many))
    }

    /// `60 of 412 accounts`, where not all are shown.
    func shown(_ part: Int, of whole: Int, _ noun: String) -> SafeText? {
        part < whole ? SafeText(ours: "\(Count.text(part, of: whole)) \(noun) shown.") : nil
    }

    func kinds(_ kinds: [EvidenceKind]) -> SafeText {
        let names = kinds.map(\.rawValue)
        guard let last = names.last else { return "–" }
        return SafeText(ours: names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " and " + last)
    }

    /// The accounts, highest score first.
    var ranked: [Account] {
        contents.accounts.sorted { ($0.score ?? -1, $1.id) > ($1.score ?? -1, $0.id) }
    }

    /// An indicator of the case, by id.
    func indicator(_ id: IndicatorID) -> SafeText {
        guard let indicator = contents.indicators.first(where: { $0.id == id }) else { return line(id.text) }
        return "\(words(indicator.kind.rawValue)) \(line(indicator.value, 60))"
    }
}
