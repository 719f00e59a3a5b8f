import Evidence
import EvidenceCache
import HostileText

/// What a timeline shows: one side, or two in step.
struct TimelineFacts: Sendable {
    /// Whom it is about, now that the cache was asked.
    var whose: Whose
    /// From the first exchange to the last, by whole days, of both sides together.
    var whole: TimeRange
    /// What is shown of it.
    var window: TimeWindow
    /// Whose exchanges are shown; the second is the account beside the first.
    var sides: [TimelineSide]
    /// Releases of models, oldest first.
    var releases: [Release]
    /// Records that the detector withheld: there was more.
    var withheld: Int

    /// The exchanges of each bucket of a side.
    func totals(of side: Int = 0) -> [Int] { sides[side].totals(window.count) }

    /// How many buckets hold exchanges of both sides, and of either; `nil` with one side.
    var inStep: (both: Int, either: Int)? {
        guard sides.count == 2 else { return nil }
        let pairs = Array(zip(totals(of: 0), totals(of: 1)))
        return (pairs.count { $0 > 0 && $1 > 0 }, pairs.count { $0 > 0 || $1 > 0 })
    }
}

/// The exchanges of one side of a timeline, in its window.
struct TimelineSide: Sendable {
    /// By capability target.
    var byTarget: Timeline
    /// By model.
    var byModel: Timeline
    /// How much of its history is cached; `nil` where everybody is meant.
    var kept: KeptHistory?

    func totals(_ count: Int) -> [Int] {
        var totals = Array(repeating: 0, count: count)
        for series in byTarget.series {
            for (index, count) in series.counts.prefix(totals.count).enumerated() { totals[index] += count }
        }
        return totals
    }
}

/// Asks for a timeline.
struct TimelineQuestion: Question {
    var whose: Whose
    /// The account beside it.
    var beside: Subject?
    /// What is to be shown; `nil` is all.
    var range: TimeRange?
    /// The columns that the buckets have.
    var columns: Int
    var analyst: UntrustedText

    /// The exchanges that may be counted one by one.
    static let most = 400_000

    func answer(from cache: EvidenceCache, now: Instant) throws -> TimelineFacts? {
        let viewer = Viewer(analyst: analyst, now: now)
        let whose = try whose.resolved(in: cache, for: viewer)
        let scopes = [try whose.scope(for: viewer)] + (beside.map { [Scope($0)] } ?? [])
        let spans = try scopes.compactMap { try cache.span(of: $0) }
        guard let first = spans.map(\.first).min(), let last = spans.map(\.last).max() else { return nil }
        let whole = TimeRange(from: Instant(day: first.day), to: Instant(day: last.day + 1))
        let shown = (range ?? whole).held(within: whole)
        let window = TimeWindow(
            from: shown.from, to: shown.to, columns: columns, least: try least(for: shown, scopes, in: cache))
        let sides = try scopes.map { scope in
            let both = try cache.timelines(of: scope, from: window.from, to: window.to, width: window.width)
            return TimelineSide(
                byTarget: both.byTarget, byModel: both.byModel,
                kept: scope == .everything ? nil : try cache.keptHistory(of: scope))
        }
        return TimelineFacts(
            whose: whose, whole: whole, window: window, sides: sides, releases: try cache.releases(),
            withheld: try cache.syncStatus(now: now).withheld)
    }

    /// Days are read from counts that the sync keeps; what is finer is counted exchange by exchange, which takes too
    /// long for very many.
    private func least(for range: TimeRange, _ scopes: [Scope], in cache: EvidenceCache) throws -> Int64 {
        if range.length <= 2 * Instant.day { return Instant.second }
        if whose == .everybody { return Instant.day }
        let count = try scopes.reduce(0) { try $0 + cache.countExchanges(of: $1, from: range.from, to: range.to) }
        return count <= Self.most ? Instant.second : Instant.day
    }
}

/// Asks which account is linked most strongly to one: the one to be seen beside it.
struct StrongestLink: Question {
    var account: AccountID
    var analyst: UntrustedText

    func answer(from cache: EvidenceCache, now: Instant) throws -> AccountID? {
        try cache.related(to: account, limit: 1, for: Viewer(analyst: analyst, now: now)).rows.first?.id
    }
}
