import Foundation

/// Records of one kind that follow each other in the feed; where they are many, packed already, off the database's thread.
struct FeedRun: Sendable {
    /// How many records there are, and how many of them are no ends of things.
    let count: Int, live: Int
    /// The exchanges that they speak of, from and to.
    let low: Int64?, high: Int64?
    /// The records.
    let content: Content

    enum Content: Sendable {
        /// So few that they may share a block with others.
        case rows([FeedRow])
        case block(Data)
    }

    /// Fewer make no block of their own.
    private static let few = FeedBlock.most / 2

    /// Takes records, at most ``FeedBlock/most``.
    init(_ rows: [FeedRow]) {
        self.init(rows[...], packing: rows.count >= FeedRun.few)
    }

    /// Takes records for a block of their own, however few.
    init(block rows: ArraySlice<FeedRow>) {
        self.init(rows, packing: true)
    }

    private init(_ rows: ArraySlice<FeedRow>, packing isPacked: Bool) {
        count = rows.count
        live = rows.count { $0.isLive }
        let numbers = rows.lazy.compactMap { $0.number }
        low = numbers.min()
        high = numbers.max()
        content = isPacked ? .block(FeedRow.pack(rows)) : .rows(Array(rows))
    }
}
