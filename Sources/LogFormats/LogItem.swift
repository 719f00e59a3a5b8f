public import Evidence
public import HostileText

/// What a reader finds in a log, one by one.
public enum LogItem: Sendable {
    /// An exchange.
    case exchange(LoggedExchange, at: LogPlace)
    /// The release of a model.
    case release(Release, at: LogPlace)
    /// A record that could not be taken.
    case refused(Refusal)
}

/// A place in a log.
public struct LogPlace: Hashable, Codable, Sendable {
    /// What the log is called.
    public var source: UntrustedText
    /// The line, from 1; in a document or an array, the number of the value among its like, from 1.
    public var record: Int
    /// Which span or element inside that record, from 1, where a record holds several.
    public var part: Int?
    /// Where the record begins, in bytes after inflating.
    public var offset: Int

    /// Makes a place.
    public init(source: UntrustedText, record: Int, part: Int? = nil, offset: Int) {
        self.source = source
        self.record = record
        self.part = part
        self.offset = offset
    }
}
