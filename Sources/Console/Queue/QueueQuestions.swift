import Evidence
import EvidenceCache
import HostileText

/// What of the queue is wanted, apart from which part.
struct QueueOrder: Hashable, Sendable {
    var filter: Filter = .everything
    var sort: FlagSort = .urgency
    var isDescending = true
    /// Whether a cluster's flag stands for those on its members.
    var isFolded = false
    var analyst: UntrustedText

    func viewer(_ now: Instant) -> Viewer { Viewer(analyst: analyst, now: now) }

    func request(_ start: PageStart, limit: Int) -> PageRequest<FlagSort> {
        PageRequest(
            filter: filter, sort: sort, isDescending: isDescending, start: start, limit: limit,
            isFolded: isFolded)
    }
}

/// A part of the queue.
struct QueuePage: Question {
    var order: QueueOrder
    var start: PageStart
    var limit: Int
    /// The flag from which to read, in place of `start`, if it is still in the list.
    var from: FlagID?

    struct Reply: Sendable {
        var page: Page<FlagRow>
        /// How many rows stand before the page, where it is one to begin with.
        var before: Int
    }

    func answer(from cache: EvidenceCache, now: Instant) throws -> Reply {
        let viewer = order.viewer(now)
        var start = start
        if let from, let place = try cache.place(of: from, in: order.request(.first, limit: 1), for: viewer) {
            start = .from(place)
        }
        let page = try cache.flags(order.request(start, limit: limit), for: viewer)
        var before = 0
        if case .from = start, let first = page.first {
            before = try cache.rank(of: first, in: order.request(.first, limit: 1), for: viewer)
        }
        return Reply(page: page, before: before)
    }
}

/// How many flags the filter lets through, and how many there are.
struct QueueCount: Question {
    var order: QueueOrder

    struct Reply: Sendable {
        var matching: Int
        var all: Int
    }

    func answer(from cache: EvidenceCache, now: Instant) throws -> Reply {
        Reply(
            matching: try cache.countFlags(order.filter, folded: order.isFolded, for: order.viewer(now)),
            all: try cache.countFlags(.everything, for: order.viewer(now)))
    }
}

/// The subjects of all flags that the filter lets through: what `*` marks.
struct QueueSubjects: Question {
    var order: QueueOrder

    func answer(from cache: EvidenceCache, now: Instant) throws -> [Subject] {
        try cache.subjects(ofFlags: order.filter, folded: order.isFolded, for: order.viewer(now))
    }
}
