import Evidence
import EvidenceCache
import HostileText

/// Everything about an account but its relations.
struct AccountFacts: Question {
    var account: AccountID
    var analyst: UntrustedText

    struct Found: Sendable {
        var dossier: Dossier
        var flag: FlagRow?
        /// What it extracted on each of the fourteen days.
        var days: Timeline
        /// The viewer's labels, oldest first.
        var history: [LabelEvent]
        /// What became of it, oldest first.
        var outcomes: [Outcome]
        /// How it asks.
        var habits: Habits
        /// The shared values and templates that signals point at.
        var indicators: [IndicatorID: IndicatorRow] = [:]
        var templates: [TemplateID: Template] = [:]
    }

    func answer(from cache: EvidenceCache, now: Instant) throws -> Found? {
        let viewer = Viewer(analyst: analyst, now: now)
        guard let dossier = try cache.dossier(of: account, for: viewer) else { return nil }
        // The days that end with its own last exchange: one that fell silent still shows what it did.
        let first = Instant(day: dossier.account.lastAt.day - 13)
        var found = Found(
            dossier: dossier, flag: try cache.flag(on: .account(account), for: viewer),
            days: try cache.timeline(
                of: .account(account), from: first, to: first + 14 * Instant.day, width: Instant.day),
            history: try cache.labelHistory(of: .account(account), for: viewer),
            outcomes: try cache.outcomes(of: account), habits: try cache.habits(of: account))
        for reference in dossier.signals.flatMap(\.evidence) {
            switch reference {
            case .indicator(let id): found.indicators[id] = try cache.indicator(id)
            case .template(let id): found.templates[id] = try cache.template(id)
            case .exchange, .account, .period: break
            }
        }
        return found
    }
}

/// The accounts linked to an account, strongest first.
struct AccountRelations: Question {
    var account: AccountID
    var analyst: UntrustedText

    struct Reply: Sendable {
        var rows: [RelatedAccount]
        var total: Int
    }

    func answer(from cache: EvidenceCache, now: Instant) throws -> Reply {
        let (rows, total) = try cache.related(
            to: account, limit: 50, for: Viewer(analyst: analyst, now: now))
        return Reply(rows: rows, total: total)
    }
}
