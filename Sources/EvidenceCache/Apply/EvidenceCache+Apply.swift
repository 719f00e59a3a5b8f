public import Evidence
public import Feed

/// What applying a page of the feed did.
public struct PageOutcome: Hashable, Sendable {
    /// The records of the page.
    public var records = 0
    /// Those that changed the cache.
    public var applied = 0
    /// Those that the cache had already, in this revision or a later one.
    public var known = 0
    /// Those of a kind or form that this version does not know; they are kept.
    public var unknown = 0
    /// The highest sequence in the page; 0 for an empty one.
    public var lastSequence: Int64 = 0
}

extension EvidenceCache {
    /// Applies a page and stores its cursor, in one transaction: killed at any moment, the cache is at the end of a page.
    ///
    /// A lower revision never overwrites a higher one, so a page may come twice. About 30 ms for 1,000 records without text.
    /// - Parameter now: when the page came; the age of the data counts from here.
    /// - Throws: ``CacheProblem/otherEpoch(known:came:)`` if the page belongs to another feed; see ``beginRebuild(at:)``.
    @discardableResult
    public func apply(_ page: FeedPage, at now: Instant) throws -> PageOutcome {
        try write { db in
            let known = try db.row("SELECT epoch FROM feedState WHERE id = 1") { $0.string(0) }
            if let known, known != page.epoch { throw CacheProblem.otherEpoch(known: known, came: page.epoch) }
            let writer = try PageWriter(db)
            for record in page.records { try writer.apply(record) }
            try writer.finish()
            try db.run(
                """
                INSERT INTO feedState(id, epoch, cursor, withheld, records, syncedAt, isCaughtUp) VALUES (1, ?, ?, ?, ?, ?, ?)
                ON CONFLICT(id) DO UPDATE SET cursor = excluded.cursor, records = records + excluded.records,
                    withheld = max(withheld, excluded.withheld), syncedAt = excluded.syncedAt, isCaughtUp = excluded.isCaughtUp
                """,
                [
                    SQLValue(page.epoch), SQLValue(page.next.text), SQLValue(page.withheld),
                    SQLValue(page.records.count),
                    SQLValue(now), SQLValue(!page.hasMore),
                ])
            writer.outcome.lastSequence = page.records.map(\.sequence).max() ?? 0
            return writer.outcome
        }
    }

    /// Where the feed is to be read on; `nil` at the beginning.
    public func cursor() throws -> FeedCursor? {
        try read { db in
            try db.row("SELECT cursor FROM feedState WHERE id = 1 AND cursor IS NOT NULL") { FeedCursor($0.string(0)) }
        }
    }

    /// The epoch of the feed that the cache holds; `nil` before the first page.
    public func epoch() throws -> String? {
        try read { db in try db.row("SELECT epoch FROM feedState WHERE id = 1") { $0.string(0) } }
    }
}
