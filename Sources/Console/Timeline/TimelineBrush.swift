import Evidence
import EvidenceCache

/// What is brushed.
enum TimelineBrush: Hashable, Sendable {
    /// Nothing.
    case none
    /// Being drawn, from a moment to wherever the cursor goes.
    case from(Instant)
    /// A stretch.
    case over(Brush)

    /// The stretch, once it is one.
    var ended: Brush? {
        if case .over(let brush) = self { return brush }
        return nil
    }

    /// The buckets that are brushed, given where the cursor is.
    func buckets(in window: TimeWindow, cursor: Instant?) -> Range<Int>? {
        switch self {
        case .none: return nil
        case .from(let start):
            let ends = [window.bucket(of: start), window.bucket(of: cursor ?? start)]
            return min(ends[0], ends[1])..<max(ends[0], ends[1]) + 1
        case .over(let brush):
            guard brush.to > window.from, brush.from < window.to else { return nil }
            return window.bucket(of: brush.from)..<window.bucket(of: brush.to - 1) + 1
        }
    }

    /// What `b` makes of it: begins, ends, and takes away.
    func pressed(at cursor: Instant, in window: TimeWindow) -> TimelineBrush {
        switch self {
        case .none: return .from(cursor)
        case .over: return .none
        case .from:
            guard let buckets = buckets(in: window, cursor: cursor) else { return .none }
            return .over(Brush(from: window.start(of: buckets.lowerBound), to: window.start(of: buckets.upperBound)))
        }
    }
}

extension Instant {
    /// As short as a state string allows: a date, or a time to the second.
    var stateText: String {
        milliseconds % Instant.day == 0 ? dateText : "\(dateText)T\(timeText)Z"
    }
}
