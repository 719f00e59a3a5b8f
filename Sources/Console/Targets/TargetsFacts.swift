import Evidence
import EvidenceCache
import Feed
import HostileText

/// What the traffic of an account, a cluster or everybody extracts.
struct TargetsFacts: Sendable {
    /// The targets, largest first.
    var targets: [TargetBreakdown]
    /// The exchanges of each target on each day.
    var days: Timeline?
    /// The templates used most.
    var templates: [TemplateUse]
    /// How many templates there are.
    var templateTotal: Int

    /// The exchanges in all.
    var exchanges: Int { targets.reduce(0) { $0 + $1.exchanges } }

    /// The templates that mostly extract a target.
    func templates(of target: CapabilityTarget?) -> [TemplateUse] {
        guard let target else { return templates }
        return templates.filter { $0.template.target == target }
    }

    /// The exchanges of a target, day by day.
    func days(of target: CapabilityTarget) -> [Int] {
        days?.series.first { $0.name == .target(target) }?.counts ?? []
    }
}

/// Asks what the traffic of a scope extracts.
struct TargetsQuestion: Question {
    var scope: Scope

    /// How many days the heat shows at most, up to the newest exchange.
    static let most = 60
    /// How many templates are read.
    static let templates = 200

    func answer(from cache: EvidenceCache, now: Instant) throws -> TargetsFacts {
        let uses = try cache.templates(of: scope, limit: Self.templates)
        var facts = TargetsFacts(
            targets: try cache.targets(of: scope), templates: uses.uses, templateTotal: uses.total)
        if let span = try cache.span(of: scope) {
            let end = span.last.day + 1
            let first = max(span.first.day, end - Self.most)
            facts.days = try cache.timeline(
                of: scope, from: Instant(day: first), to: Instant(day: end), width: Instant.day)
        }
        return facts
    }
}

/// Asks for an exchange of a scope that was made from a template.
struct TemplateExemplar: Question {
    var template: TemplateID
    var subject: Subject?
    var analyst: UntrustedText

    func answer(from cache: EvidenceCache, now: Instant) throws -> ExchangeID? {
        if case .account(let account) = subject {
            return try cache.exemplars(of: account, template: template, limit: 1).first?.document.exchange.id
        }
        // A filter's text is written as a person would write it.
        guard let text = ViewState(view: "", id: template.text)["id"] else { return nil }
        let request = PageRequest(
            filter: .term(FilterTerm(.template, .matches(text))), sort: ConversationSort.time, limit: 20)
        let rows = try cache.conversations(
            of: Scope(of: subject), request, for: Viewer(analyst: analyst, now: now)
        ).rows
        guard let row = rows.first(where: { $0.texts > 0 }) ?? rows.first else { return nil }
        let turns = try cache.turns(of: row.conversation.id, limit: 50)
        return (turns.first { $0.document.template == template && $0.hasText } ?? turns.first)?.document.exchange.id
    }
}
