/// Why a page cannot be used. The whole page is discarded, the cursor stays, and it may be asked for again.
public enum FeedPageFault: Error, Hashable, Sendable {
    /// It has no last line: the answer broke off after so many bytes.
    case truncated(bytes: Int)
    /// Its first line does not name a feed.
    case notAFeed
    /// A line, counted from 1, is not a record.
    case notARecord(line: Int)
    /// A record's sequence is not above the one before it.
    case outOfOrder(line: Int)
    /// More is said to be ready, but not where.
    case moreWithoutNext
    /// The lines are not those that the detector wrote.
    case hashDiffers(stated: String, computed: String)
}

extension FeedPageFault: CustomStringConvertible {
    /// What happened, in a sentence.
    public var description: String {
        switch self {
        case .truncated(let bytes):
            "The page broke off after \(bytes) bytes; it is discarded and can be asked for again."
        case .notAFeed: "The answer's first line does not name a feed; is this the address of a detector?"
        case .notARecord(let line): "Line \(line) of the page is not a record of the feed; the page is discarded."
        case .outOfOrder(let line): "Line \(line) of the page is out of order; the page is discarded."
        case .moreWithoutNext: "The page promises more but does not say where; the page is discarded."
        case .hashDiffers: "The page's hash differs from its lines; it was changed on the way and is discarded."
        }
    }
}
