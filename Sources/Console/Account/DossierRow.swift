import Evidence
import EvidenceCache
import HostileText
import TextUI

/// One row of a dossier.
enum DossierRow: Sendable {
    case gap
    case heading(SafeText, StyledText)
    case signalHeading(Int)
    case signal(Signal, most: Double)
    case evidence(EvidenceReference)
    case more(SafeText)
    case origin(Facet, FacetCount, of: Int, isFirst: Bool)
    case related(RelatedAccount)
    case label(LabelEvent)

    /// Whether the cursor can stand on it.
    var isSelectable: Bool {
        switch self {
        case .gap, .heading, .signalHeading, .more: false
        case .signal, .evidence, .origin, .related, .label: true
        }
    }
}

/// The sections of a dossier, which Tab goes through.
enum DossierSection: String, CaseIterable, Hashable, Sendable {
    case signals, origins, related, labels
}

/// The rows of a dossier, section after section, and where each section begins.
struct DossierRows: Sendable {
    private(set) var rows: [DossierRow] = []
    private(set) var starts: [DossierSection: Int] = [:]

    init(_ facts: AccountFacts.Found, related: AccountRelations.Reply?) {
        let dossier = facts.dossier
        starts[.signals] = 0
        rows.append(.signalHeading(dossier.signals.count))
        let most = dossier.signals.reduce(0.01) { max($0, $1.contribution) }
        for signal in dossier.signals {
            rows.append(.signal(signal, most: most))
            rows += signal.evidence.prefix(4).map { .evidence($0) }
            if signal.evidence.count > 4 {
                rows.append(.more(SafeText(ours: "4 of \(signal.evidence.count) references")))
            }
        }
        begin(.origins, "WHERE FROM, WHO PAYS, WITH WHAT", "exchanges   accounts with it   ordinary")
        for facet in Facet.allCases {
            let values = dossier.origins.top[facet] ?? []
            for (index, value) in values.prefix(4).enumerated() {
                rows.append(.origin(facet, value, of: dossier.account.exchanges, isFirst: index == 0))
            }
            let all = dossier.origins.distinct[facet] ?? 0
            if all > min(4, values.count) { rows.append(.more(SafeText(ours: "\(min(4, values.count)) of \(all)"))) }
        }
        let total = related?.total ?? 0
        let shown = related.map { Count.text($0.rows.count, of: total) } ?? "…"
        begin(.related, "RELATED ACCOUNTS", StyledText(SafeText(ours: shown)))
        if total == 0 { rows.append(.more("none is linked to it")) }
        rows += (related?.rows ?? []).map { .related($0) }
        begin(.labels, "YOUR LABELS", StyledText(SafeText(ours: Count.text(facts.history.count, "event"))))
        if facts.history.isEmpty { rows.append(.more("none yet; a digit gives one")) }
        rows += facts.history.reversed().map { .label($0) }
    }

    private mutating func begin(_ section: DossierSection, _ title: SafeText, _ note: StyledText) {
        if !rows.isEmpty { rows.append(.gap) }
        starts[section] = rows.count
        rows.append(.heading(title, note))
    }

    /// The section that a row is in.
    func section(of row: Int) -> DossierSection {
        DossierSection.allCases.last { (starts[$0] ?? .max) <= row } ?? .signals
    }

    /// The first row of a section that the cursor can stand on; its heading if it has none.
    func firstRow(of section: DossierSection) -> Int {
        guard let start = starts[section] else { return 0 }
        return rows.indices.first { $0 > start && rows[$0].isSelectable && self.section(of: $0) == section } ?? start
    }

    /// The next row in a direction that the cursor can stand on; the same one if there is none.
    func next(from row: Int, by step: Int) -> Int {
        var place = row + step
        while rows.indices.contains(place) {
            if rows[place].isSelectable { return place }
            place += step
        }
        return row
    }
}
