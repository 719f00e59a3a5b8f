import Evidence
import HostileText

/// What an allow-list comes to in one run: the shared values that tie nobody, and the accounts that are not flagged.
struct Allowance {
    /// The entries that count at the time of the run.
    private let entries: [AllowList.Entry]
    /// Entries that no longer do.
    private let expired: [AllowList.Entry]
    /// The entry behind each shared value that ties nobody.
    private(set) var indicators: [IndicatorID: Int] = [:]
    /// The entries behind what each account shares, by the kind of evidence that it would be.
    private var shares: [Int: [EvidenceKind: Set<Int>]] = [:]
    /// The entry that permits each account.
    private(set) var permitted: [Int: Int] = [:]
    /// How many accounts each entry met.
    private var met: [Int: Int] = [:]

    /// Looks for what is listed. O(exchanges) where something is, else nothing.
    init(_ list: AllowList, in intake: Intake, content: Content) {
        entries = list.entries.filter { $0.until.map { intake.asOf < $0 } ?? true }
        expired = list.entries.filter { $0.until.map { intake.asOf >= $0 } ?? false }
        guard !entries.isEmpty else { return }
        findValues(in: intake, content)
        for account in intake.accounts.indices {
            guard let entry = permission(of: account, in: intake) else { continue }
            permitted[account] = entry
            met[entry, default: 0] += 1
        }
        for kinds in shares.values {
            let all = kinds.values.reduce(into: Set<Int>()) { $0.formUnion($1) }
            for entry in all { met[entry, default: 0] += 1 }
        }
    }

    private mutating func findValues(in intake: Intake, _ content: Content) {
        let ranges = numbered(.range).compactMap { number, value in AllowedRange(value).map { (number, $0) } }
        let clients = numbered(.client)
        let spans = allowedSpans(in: intake, content)
        guard !ranges.isEmpty || !clients.isEmpty || !spans.isEmpty else { return }
        var knownRanges: [String: Int?] = [:]
        var knownClients: [UntrustedText: Int?] = [:]
        for account in intake.accounts.indices {
            for origin in intake.settings[account].map({ intake.exchange($0).origin }) {
                if let range = origin.addressRange {
                    let entry = knownRanges[range] ?? ranges.first { $0.1.holds(range) }?.0
                    knownRanges[range] = .some(entry)
                    if let entry { note(entry, .addressRange, UntrustedText(range), account) }
                }
                if let client = Gathering.client(origin) {
                    let entry = knownClients[client] ?? clients.first { Self.names($0.1, origin) }?.0
                    knownClients[client] = .some(entry)
                    if let entry { note(entry, .client, client, account) }
                }
            }
            for system in Set(content.systems.textOf[intake.ranges[account]]) where system >= 0 {
                for template in content.systemTemplates.templatesOf[Int(system)] {
                    guard let entry = spans[template] else { continue }
                    indicators[content.name(of: template, kind: .span).id] = entry
                    shares[account, default: [:]][.content, default: []].insert(entry)
                }
            }
        }
    }

    private func numbered(_ kind: AllowList.Kind) -> [(Int, String)] {
        entries.enumerated().filter { $0.element.kind == kind }.map { ($0.offset, $0.element.value.verbatim) }
    }

    private mutating func note(_ entry: Int, _ kind: Indicator.Kind, _ value: UntrustedText, _ account: Int) {
        indicators[Gathering.id(Gathering.Key(kind: kind, value: value))] = entry
        shares[account, default: [:]][kind.evidence, default: []].insert(entry)
    }

    private static func names(_ value: String, _ origin: Exchange.Origin) -> Bool {
        origin.userAgent?.verbatim.hasPrefix(value) ?? false || origin.tlsFingerprint?.verbatim == value
    }

    /// The templates of fixed instructions all of whose fixed text stands in a listed prompt. What somebody adds to a listed
    /// prompt is a template of its own, and is not allowed with it.
    private func allowedSpans(in intake: Intake, _ content: Content) -> [Int32: Int] {
        let prompts = numbered(.systemPrompt).map { ($0, Words(UntrustedText($1)).hashes) }
        guard !prompts.isEmpty else { return [:] }
        var spans: [Int32: Int] = [:]
        let miner = content.systemTemplates
        for number in miner.templates.indices {
            guard
                let text = miner.templates[number].texts.min(by: {
                    content.systems.hashes[$0] < content.systems.hashes[$1]
                })
            else { continue }
            let whole = content.systems.text(Int(text), in: intake.exchanges)
            let fixed = FixedText(whole, covers: miner.covers[text], template: Int32(number)).parts(of: whole)
                .filter(\.isFixed).map { Words(UntrustedText($0.text)).hashes }
            let entry = prompts.first { prompt in fixed.allSatisfy { Self.holds(prompt.1, $0) } }
            if !fixed.isEmpty, let entry { spans[Int32(number)] = entry.0 }
        }
        return spans
    }

    private static func holds(_ words: [UInt64], _ run: [UInt64]) -> Bool {
        guard let first = run.first, run.count <= words.count else { return run.isEmpty }
        return (0...(words.count - run.count)).contains { start in
            words[start] == first && words[start..<(start + run.count)].elementsEqual(run)
        }
    }

    private func permission(of account: Int, in intake: Intake) -> Int? {
        let id = intake.accounts[account].text
        let organisation = intake.latest(of: account) { $0.organisation }?.text
        let plan = intake.latest(of: account) { $0.standing.plan }
        let pathway = intake.latest(of: account) { $0.standing.pathway }
        return entries.firstIndex { entry in
            switch entry.kind {
            case .account: entry.value == id
            case .organisation: entry.value == organisation
            case .programme: entry.value == plan || entry.value.verbatim == pathway?.rawValue
            case .client, .systemPrompt, .range: false
            }
        }
    }
}

extension Allowance {
    /// Why a signal of an account is what it is, in so far as the list has a part in it.
    private func citation(of signal: SignalName, on account: Int) -> String? {
        let kind: EvidenceKind
        switch signal {
        case .sharedInfrastructure: kind = .infrastructure
        case .injectedSpan, .sharedTemplate: kind = .content
        default: return nil
        }
        guard let entry = shares[account]?[kind]?.min() else { return nil }
        return entries[entry].citation
    }

    /// Takes flags back from who is permitted, and writes beside what is shown why.
    func apply(to findings: inout Findings, _ intake: Intake) {
        guard !entries.isEmpty || !expired.isEmpty else { return }
        let numbers = Dictionary(uniqueKeysWithValues: intake.accounts.enumerated().map { ($1, $0) })
        let isPermitted = { (id: AccountID) in numbers[id].map { permitted[$0] != nil } ?? false }
        var others: Set<ClusterID> = []
        for membership in findings.memberships where !isPermitted(membership.account) {
            others.insert(membership.cluster)
        }
        findings.flags.removeAll { flag in
            switch flag.subject {
            case .account(let id): isPermitted(id)
            case .cluster(let id): !permitted.isEmpty && !others.contains(id)
            }
        }
        for place in findings.accounts.indices where isPermitted(findings.accounts[place].id) {
            findings.accounts[place].isFlagged = false
        }
        cite(in: &findings, numbers)
        findings.notes = notes + findings.notes
    }

    private func cite(in findings: inout Findings, _ numbers: [AccountID: Int]) {
        var cited: Set<Int> = []
        for place in findings.signals.indices {
            guard case .account(let id) = findings.signals[place].subject, let account = numbers[id] else { continue }
            var citation = citation(of: findings.signals[place].name, on: account)
            // Signals come with the strongest first: that one says why the account is not flagged.
            if let entry = permitted[account], cited.insert(account).inserted { citation = entries[entry].citation }
            guard let citation else { continue }
            findings.signals[place].note = [citation, findings.signals[place].note].compactMap { $0 }
                .joined(separator: "; ")
        }
    }

    private var notes: [String] {
        entries.indices.map { number in
            let entry = entries[number]
            let effect =
                [.account, .organisation, .programme].contains(entry.kind) ? "not flagged" : "it ties nobody"
            let count = met[number] ?? 0
            return
                "\(entry.kind.rawValue) \(entry.value.verbatim.prefix(60)): \(entry.citation); \(Count.text(count, "account")), \(effect)"
        }
            + expired.map { entry in
                "\(entry.kind.rawValue) \(entry.value.verbatim.prefix(60)): \(entry.citation) has ended and does not count"
            }
    }
}
