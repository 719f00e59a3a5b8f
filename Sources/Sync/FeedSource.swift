public import Feed

/// Where pages of the feed come from, and events go to.
public protocol FeedSource: Sendable {
    /// The page after a cursor, verified; waits up to `wait` seconds for records if there are none.
    func page(after cursor: FeedCursor?, limit: Int, wait: Int) async throws(SyncProblem) -> FeedPage

    /// Sends events, and returns what became of each.
    func send(_ events: [Event]) async throws(SyncProblem) -> EventReceipt
}
