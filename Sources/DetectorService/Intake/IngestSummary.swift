public import HostileText
import LogFormats

/// What became of the records of one source, or of several.
public struct IngestSummary: Hashable, Codable, Sendable {
    /// Exchanges found, those among them that could not be taken included: `new + known + quarantined`.
    public var read = 0
    /// Exchanges that were stored.
    public var new = 0
    /// Exchanges that were stored before.
    public var known = 0
    /// Exchanges that could not be taken.
    public var quarantined = 0
    /// Models' releases that were new.
    public var releases = 0
    /// Spans that are no exchanges themselves, such as tool calls.
    public var contextSpans = 0
    /// Spans that report an exchange which another span of their trace reports too.
    public var mergedSpans = 0
    /// How often an optional field had a value that cannot be used, by field. The exchange was taken, and the field counts as
    /// not available.
    public var unusableFields: [String: Int] = [:]
    /// The first record of each source that could not be taken, in words: where, why, and what to do.
    public var firstRefusals: [UntrustedText] = []
    /// Where the records went that could not be taken.
    public var quarantineFiles: [String] = []

    /// Has read nothing yet.
    public init() {}

    /// Adds what became of another source.
    public mutating func add(_ other: IngestSummary) {
        read += other.read
        new += other.new
        known += other.known
        quarantined += other.quarantined
        releases += other.releases
        contextSpans += other.contextSpans
        mergedSpans += other.mergedSpans
        unusableFields.merge(other.unusableFields, uniquingKeysWith: +)
        firstRefusals += other.firstRefusals
        quarantineFiles += other.quarantineFiles
    }

    mutating func add(_ summary: ReadSummary) {
        contextSpans += summary.contextSpans
        mergedSpans += summary.mergedSpans
        unusableFields.merge(summary.unusableFields, uniquingKeysWith: +)
    }
}
