import Evidence
import EvidenceCache
import HostileText

/// What of the labels is wanted, apart from which part.
struct LabelOrder: Hashable, Sendable {
    var filter: Filter = .everything
    var sort = LabelSort.time
    var isDescending = true
    var scope = LabelScope.holding
    /// Whose history it is; `nil` lists all subjects.
    var subject: Subject?
    var analyst: UntrustedText
    /// Whose labels are asked for; everybody's only after the look was written down.
    var sight = LabelSight.own

    func viewer(_ now: Instant) -> Viewer { Viewer(analyst: analyst, sight: sight, now: now) }

    func request(_ start: PageStart, limit: Int) -> PageRequest<LabelSort> {
        PageRequest(filter: filter, sort: sort, isDescending: isDescending, start: start, limit: limit)
    }
}

/// A part of the list of labels.
struct LabelPage: Question {
    var order: LabelOrder
    var start: PageStart
    var limit: Int
    /// The event from which to read, in place of `start`, if it is in the list.
    var from: String?

    struct Reply: Sendable {
        var page: Page<LabelRow>
        /// How many events stand before the page.
        var before: Int
    }

    func answer(from cache: EvidenceCache, now: Instant) throws -> Reply {
        let viewer = order.viewer(now)
        var start = start
        var before = 0
        let whole = order.request(.first, limit: 1)
        if let from,
            let found = try cache.place(ofLabel: from, in: whole, order.scope, of: order.subject, for: viewer)
        {
            start = .from(found.place)
            before = found.before
        }
        let request = order.request(start, limit: limit)
        return Reply(page: try cache.labels(request, order.scope, of: order.subject, for: viewer), before: before)
    }
}

/// How many labels there are: of the filter, of all, and of each that hold.
struct LabelCount: Question {
    var order: LabelOrder

    struct Reply: Sendable {
        var matching: Int
        var all: Int
        var holding: [Label: Int]
    }

    func answer(from cache: EvidenceCache, now: Instant) throws -> Reply {
        let viewer = order.viewer(now)
        return Reply(
            matching: try cache.countLabels(order.filter, order.scope, of: order.subject, for: viewer),
            all: try cache.countLabels(.everything, for: viewer), holding: try cache.labelTally(for: viewer))
    }
}

/// What was said of a subject, oldest first.
struct LabelHistory: Question {
    var subject: Subject
    var analyst: UntrustedText
    var sight: LabelSight

    func answer(from cache: EvidenceCache, now: Instant) throws -> [LabelEvent] {
        try cache.labelHistory(of: subject, for: Viewer(analyst: analyst, sight: sight, now: now))
    }
}

/// How far all analysts agree: asked only once others' labels may be seen.
struct AgreementWanted: Question {
    var analyst: UntrustedText
    var sight: LabelSight

    func answer(from cache: EvidenceCache, now: Instant) throws -> Agreement {
        Agreement(try cache.ratings(for: Viewer(analyst: analyst, sight: sight, now: now)))
    }
}
