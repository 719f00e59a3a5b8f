import Evidence
import EvidenceCache
import Feed
import HostileText

/// What the traffic of an account, a cluster, a campaign or everybody extracts.
struct TargetsFacts: Sendable {
    /// Whom it is about, now that the cache was asked.
    var whose: Whose
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

    /// How many days count as the last ones.
    static let lastDays = 7

    /// The share of a target in the last seven days and in those before; `nil` where there was no traffic.
    func trend(of target: CapabilityTarget) -> (last: Double?, before: Double?) {
        guard let days else { return (nil, nil) }
        func share(_ part: (ArraySlice<Int>) -> ArraySlice<Int>) -> Double? {
            let all = days.series.reduce(0) { $0 + part($1.counts[...]).reduce(0, +) }
            return all > 0 ? Double(part(self.days(of: target)[...]).reduce(0, +)) / Double(all) : nil
        }
        return (share { $0.suffix(Self.lastDays) }, share { $0.dropLast(Self.lastDays) })
    }

    /// The exchanges of a target, day by day.
    func days(of target: CapabilityTarget) -> [Int] {
        days?.series.first { $0.name == .target(target) }?.counts ?? []
    }
}

/// Asks what somebody's traffic extracts.
struct TargetsQuestion: Question {
    var whose: Whose
    var analyst: UntrustedText

    /// How many days the heat shows at most, up to the newest exchange.
    static let most = 60
    /// How many templates are read.
    static let templates = 200

    func answer(from cache: EvidenceCache, now: Instant) throws -> TargetsFacts {
        let viewer = Viewer(analyst: analyst, now: now)
        let whose = try whose.resolved(in: cache, for: viewer)
        let scope = try whose.scope(for: viewer)
        let uses = try cache.templates(of: scope, limit: Self.templates)
        var facts = TargetsFacts(
            whose: whose, targets: try cache.targets(of: scope), templates: uses.uses, templateTotal: uses.total)
        if let span = try cache.span(of: scope) {
            let end = span.last.day + 1
            let first = max(span.first.day, end - Self.most)
            facts.days = try cache.timeline(
                of: scope, from: Instant(day: first), to: Instant(day: end), width: Instant.day)
        }
        return facts
    }
}

/// Asks for an exchange of somebody that was made from a template.
struct TemplateExemplar: Question {
    var template: TemplateID
    var whose: Whose
    var analyst: UntrustedText

    func answer(from cache: EvidenceCache, now: Instant) throws -> ExchangeID? {
        let scope = try whose.scope(for: Viewer(analyst: analyst, now: now))
        return try cache.exchanges(from: template, of: scope, limit: 1).first
    }
}
