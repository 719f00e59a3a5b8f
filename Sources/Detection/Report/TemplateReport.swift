import Evidence
import HostileText

/// The templates, with their fixed text and what fills the slots.
enum TemplateReport {
    /// The texts that a template's fillings are taken from.
    static let samples = 5
    /// The longest piece shown, in bytes.
    static let longestPiece = 600

    /// All templates that some exchange was made from, by id; one found in both parts is listed once.
    static func templates(_ observed: Observations) -> [Template] {
        let system = templates(.span, observed.content.systemTemplates, observed.content.systems, observed)
        let prompts = templates(.template, observed.content.promptTemplates, observed.content.prompts, observed)
        let byID = Dictionary((prompts + system).map { ($0.id, $0) }) { first, _ in first }
        return byID.values.sorted { $0.id < $1.id }
    }

    private static func templates(
        _ kind: Indicator.Kind, _ miner: TemplateMiner, _ table: TextTable, _ observed: Observations
    ) -> [Template] {
        var accounts = Array(repeating: 0, count: miner.templates.count)
        var last = Array(repeating: -1, count: miner.templates.count)
        var targets = Array(repeating: [Int](), count: miner.templates.count)
        for place in observed.intake.exchanges.indices where table.textOf[place] >= 0 {
            let template = Int(miner.templateOf[Int(table.textOf[place])])
            guard template >= 0 else { continue }
            if targets[template].isEmpty {
                targets[template] = Array(repeating: 0, count: CapabilityTarget.allCases.count)
            }
            targets[template][observed.targets.top[place].place] += 1
            if last[template] != observed.intake.account(at: place) {
                last[template] = observed.intake.account(at: place)
                accounts[template] += 1
            }
        }
        return miner.templates.indices.filter { miner.templates[$0].uses > 0 }.map { number in
            let top = targets[number].indices.max { targets[number][$0] < targets[number][$1] }
            return Template(
                id: observed.content.templateID(Int32(number), kind: kind),
                pieces: pieces(Int32(number), miner, table, observed.intake.exchanges), accounts: accounts[number],
                exchanges: miner.templates[number].uses, target: top.map { CapabilityTarget.allCases[$0] } ?? .general)
        }
    }

    /// The pieces, by one text picked by hash, with the fillings of a few others that have as many slots.
    private static func pieces(
        _ number: Int32, _ miner: TemplateMiner, _ table: TextTable, _ exchanges: CanonicalExchanges
    ) -> [Template.Piece] {
        let texts = miner.templates[Int(number)].texts.sorted { table.hashes[$0] < table.hashes[$1] }.prefix(samples)
        let split = texts.map { text in
            let whole = table.text(text, in: exchanges)
            return FixedText(whole, covers: miner.covers[text], template: number).parts(of: whole)
        }
        guard let first = split.first else { return [] }
        let alike = split.filter { $0.map(\.isFixed) == first.map(\.isFixed) }
        return first.indices.map { place in
            if first[place].isFixed { return .fixed(cut(first[place].text)) }
            let fillings = Set(alike.map { $0[place].text }).sorted()
            return .slot(fillings.map(cut))
        }
    }

    private static func cut(_ text: String) -> UntrustedText {
        guard text.utf8.count > longestPiece else { return UntrustedText(text) }
        return UntrustedText(decoding: Array(text.utf8.prefix(longestPiece)))
    }
}
