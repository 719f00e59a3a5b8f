/// What came for the queue since a place in the feed.
public struct FlagNews: Hashable, Sendable {
    /// Flags that were not there.
    public var new: Int
    /// Flags that were there and have changed.
    public var changed: Int
    /// The newest place.
    public var last: Int64
}

extension EvidenceCache {
    /// What came for the queue after a place in the feed. One pass over the flags.
    public func flagNews(since sequence: Int64) throws -> FlagNews {
        try read { db in
            let sql = """
                SELECT count(*) FILTER (WHERE sequence > ?1 AND revision = 1),
                    count(*) FILTER (WHERE sequence > ?1 AND revision > 1), ifnull(max(sequence), 0) FROM flagFact
                """
            return try db.row(sql, [.integer(sequence)]) {
                FlagNews(new: $0.int(0), changed: $0.int(1), last: $0.int64(2))
            } ?? FlagNews(new: 0, changed: 0, last: 0)
        }
    }
}
