import Evidence
import EvidenceCache
import HostileText

/// What a timeline shows.
struct TimelineFacts: Sendable {
    /// From the first exchange to the last, by whole days.
    var whole: TimeRange
    /// What is shown of it.
    var window: TimeWindow
    /// The exchanges by capability target.
    var byTarget: Timeline
    /// The exchanges by model.
    var byModel: Timeline
    /// Releases of models, oldest first.
    var releases: [Release]
    /// Records that the detector withheld: there was more.
    var withheld: Int
}

/// Asks for a timeline.
struct TimelineQuestion: Question {
    var scope: Scope
    /// What is to be shown; `nil` is all.
    var range: TimeRange?
    /// The columns that the buckets have.
    var columns: Int

    func answer(from cache: EvidenceCache, now: Instant) throws -> TimelineFacts? {
        guard let span = try cache.span(of: scope) else { return nil }
        let whole = TimeRange(from: Instant(day: span.first.day), to: Instant(day: span.last.day + 1))
        let shown = (range ?? whole).held(within: whole)
        let window = TimeWindow(from: shown.from, to: shown.to, columns: columns, least: least(for: shown))
        func timeline(_ stacking: Timeline.Stacking) throws -> Timeline {
            try cache.timeline(of: scope, from: window.from, to: window.to, width: window.width, by: stacking)
        }
        return TimelineFacts(
            whole: whole, window: window, byTarget: try timeline(.target), byModel: try timeline(.model),
            releases: try cache.releases(), withheld: try cache.syncStatus(now: now).withheld)
    }

    /// Days are read from counts that the sync keeps; what is finer is counted exchange by exchange, which takes too
    /// long for many accounts and a long time.
    private func least(for range: TimeRange) -> Int64 {
        switch scope {
        case .account: Instant.second
        case .cluster: range.length <= 15 * Instant.day ? Instant.second : Instant.day
        case .selection, .everything: range.length <= 2 * Instant.day ? Instant.minute : Instant.day
        }
    }
}
