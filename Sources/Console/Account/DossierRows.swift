import Evidence
import EvidenceCache
import HostileText
import TextUI

/// The rows of a dossier, section after section, and where each section begins.
struct DossierRows: Sendable {
    private(set) var rows: [DossierRow] = []
    private(set) var starts: [DossierSection: Int] = [:]

    /// How many values of a kind, and how many references of a signal, are listed.
    private static let most = 4

    /// - Parameter width: the columns of a row, by which notes of signals stand beside their names or below.
    init(_ facts: AccountFacts.Found, related: AccountRelations.Reply?, width: Int) {
        addSignals(of: facts, width: width)
        let isWide = width >= 76
        addOrigins(of: facts.dossier, isWide)
        addKeys(of: facts.dossier, isWide)
        addModels(of: facts, isWide)
        addRelated(related, isWide)
        addHistory(of: facts)
    }

    private mutating func addSignals(of facts: AccountFacts.Found, width: Int) {
        starts[.signals] = 0
        let signals = facts.dossier.signals
        rows.append(.signalHeading(signals.count))
        let most = signals.reduce(0.01) { max($0, $1.contribution) }
        for signal in signals {
            let room = width - DossierLine.numberColumns(width) - signal.name.words.width - 2
            let isShort = (signal.note ?? "").count <= room
            rows.append(.signal(signal, most: most, showsNote: isShort))
            if let note = signal.note, !isShort { rows.append(.note(UntrustedText(note))) }
            for reference in signal.evidence.prefix(Self.most) {
                switch reference {
                case .indicator(let id): rows.append(.evidence(reference, facts.indicators[id], nil))
                case .template(let id): rows.append(.evidence(reference, nil, facts.templates[id]))
                case .exchange, .account, .period: rows.append(.evidence(reference, nil, nil))
                }
            }
            if signal.evidence.count > Self.most { more(Self.most, of: signal.evidence.count, "references") }
        }
    }

    private mutating func addOrigins(of dossier: Dossier, _ isWide: Bool) {
        begin(
            .origins, isWide ? "WHERE FROM, WHO PAYS, WITH WHAT" : "ORIGINS",
            isWide ? "exchanges   accounts with it   ordinary" : "exch  accounts  ordinary")
        for facet in Facet.allCases where facet != .keyHash && facet != .model {
            let values = dossier.origins.top[facet] ?? []
            for (index, value) in values.prefix(Self.most).enumerated() {
                rows.append(.origin(facet, value, of: dossier.account.exchanges, isFirst: index == 0))
            }
            let all = dossier.origins.distinct[facet] ?? 0
            if all > Self.most { more(Self.most, of: all, "") }
        }
    }

    private mutating func addKeys(of dossier: Dossier, _ isWide: Bool) {
        begin(
            .keys, isWide ? "API KEYS, AS KEYED HASHES" : "API KEYS",
            isWide ? "exchanges     share   accounts with it" : "exch   share  accounts")
        let keys = dossier.origins.top[.keyHash] ?? []
        rows += keys.map { .key($0, of: dossier.account.exchanges) }
        let all = dossier.origins.distinct[.keyHash] ?? 0
        if keys.isEmpty { rows.append(.more("no log named one")) }
        if all > keys.count { more(keys.count, of: all, "keys") }
    }

    private mutating func addModels(of facts: AccountFacts.Found, _ isWide: Bool) {
        let dossier = facts.dossier
        begin(
            .models, "MODELS",
            isWide ? "exchanges     share   accounts with it   ordinary" : "exch   share  accounts  ordinary")
        let models = dossier.origins.top[.model] ?? []
        rows += models.map { .model($0, of: dossier.account.exchanges) }
        let all = dossier.origins.distinct[.model] ?? 0
        if all > models.count { more(models.count, of: all, "models") }
        guard !facts.habits.rows.isEmpty else { return }
        rows.append(.gap)
        let read = facts.habits.read
        let newest: SafeText =
            read < dossier.account.exchanges
            ? "in the newest \(Count.safe(read, of: dossier.account.exchanges)) exchanges" : ""
        rows.append(.heading("HOW IT ASKS", StyledText(newest)))
        var before: Habit.Kind?
        for kind in Habit.Kind.allCases {
            let habits = facts.habits.rows.filter { $0.kind == kind }
            for habit in habits.prefix(Self.most) {
                rows.append(.habit(habit, of: read, isFirst: before != kind))
                before = kind
            }
            if habits.count > Self.most { more(Self.most, of: habits.count, "") }
        }
    }

    private mutating func addRelated(_ related: AccountRelations.Reply?, _ isWide: Bool) {
        let shown = related.map { "\(Count.text($0.rows.count, of: $0.total)), B shows two in step" } ?? "…"
        begin(
            .related, isWide ? "RELATED ACCOUNTS, WHAT THEY SHARE AND HOW MANY ORDINARY ONES DO" : "RELATED ACCOUNTS",
            StyledText(SafeText(ours: shown)))
        if related?.total == 0 { rows.append(.more("none is linked to it")) }
        rows += (related?.rows ?? []).map { .related($0) }
    }

    /// What the analyst decided and what became of the account, newest first.
    private mutating func addHistory(of facts: AccountFacts.Found) {
        let count = Count.text(facts.history.count, "label") + ", " + Count.text(facts.outcomes.count, "outcome")
        begin(.labels, "YOUR LABELS, AND OUTCOMES", StyledText(SafeText(ours: count)))
        if facts.history.isEmpty { rows.append(.more("no label yet; a digit gives one")) }
        let events =
            facts.history.map { (at: $0.at, row: DossierRow.label($0)) }
            + facts.outcomes.map { (at: $0.at, row: .outcome($0)) }
        rows += events.sorted { $0.at > $1.at }.map(\.row)
    }

    private mutating func more(_ shown: Int, of all: Int, _ noun: String) {
        rows.append(.more(SafeText(ours: "\(Count.text(shown, of: all)) \(noun)")))
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
