import EvidenceCache
public import Feed

/// How far a sync is.
public struct SyncProgress: Hashable, Sendable {
    /// Records since it began.
    public var records: Int
    /// Records a second since it began.
    public var rate: Double
    /// How long it has taken, in milliseconds.
    public var milliseconds: Int64
    /// Where the feed is read to.
    public var cursor: FeedCursor?
    /// Whether nothing more was ready at the last page.
    public var isCaughtUp: Bool
    /// Whether a new cache is being built beside the old one.
    public var isRebuilding: Bool
}

/// What a sync did.
public struct SyncSummary: Hashable, Sendable {
    /// Records that came.
    public var records = 0
    /// Those that changed the cache.
    public var applied = 0
    /// Those that this version does not know.
    public var unknown = 0
    /// Pages that came.
    public var pages = 0
    /// Records that the detector withheld.
    public var withheld = 0
    /// Requests that were made again after a failure.
    public var retries = 0
    /// Events that the detector took.
    public var sent = 0
    /// Events that it refused.
    public var refused = 0
    /// Why the outbox could not be sent, if it could not.
    public var outboxProblem: SyncProblem?
    /// Whether more was ready at the end.
    public var hasMore = false
    /// Where the feed is read to.
    public var cursor: FeedCursor?
    /// How long it took, in milliseconds.
    public var milliseconds: Int64 = 0
    /// Whether it was stopped before its end.
    public var wasStopped = false

    /// Nothing was done yet.
    public init() {}

    mutating func add(_ outcome: PageOutcome, _ page: FeedPage) {
        records += outcome.records
        applied += outcome.applied
        unknown += outcome.unknown
        pages += 1
        withheld = max(withheld, page.withheld)
        hasMore = page.hasMore
        cursor = page.next
    }
}
