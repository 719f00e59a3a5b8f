/// A page of the feed that came whole: its first line, its records and its last line agree with its hash.
public struct FeedPage: Hashable, Sendable {
    /// The epoch. When it changes, a cache starts again.
    public var epoch: String
    /// The records, in order of sequence.
    public var records: [FeedRecord]
    /// Where to go on.
    public var next: FeedCursor
    /// Whether more is ready now.
    public var hasMore: Bool
    /// How many records this token may not see, or that the server no longer has.
    public var withheld: Int

    /// Makes a page.
    public init(epoch: String, records: [FeedRecord], next: FeedCursor, hasMore: Bool, withheld: Int = 0) {
        self.epoch = epoch
        self.records = records
        self.next = next
        self.hasMore = hasMore
        self.withheld = withheld
    }
}

/// A place in the feed. Opaque to whoever reads it; the detector makes and understands it.
public struct FeedCursor: Hashable, Sendable, Codable {
    /// The text that stands in a URL: letters, digits, `-`, `_` and `.` only.
    public let text: String

    /// Wraps a cursor as the detector gave it.
    public init(_ text: String) {
        self.text = text
    }
}
