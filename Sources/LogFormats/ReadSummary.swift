/// What reading a log came to.
public struct ReadSummary: Hashable, Sendable {
    /// Exchanges that were read.
    public var exchanges = 0
    /// Releases that were read.
    public var releases = 0
    /// Records that were refused.
    public var refused = 0
    /// Spans that are context and no exchange of their own.
    public var contextSpans = 0
    /// Spans that were merged into another of the same trace and response.
    public var mergedSpans = 0
    /// How often an optional field had a value that cannot be used and counts as not available, by field.
    public var unusableFields: [String: Int] = [:]

    /// Nothing was read.
    public init() {}

    /// Adds another log's figures.
    public mutating func add(_ other: ReadSummary) {
        exchanges += other.exchanges
        releases += other.releases
        refused += other.refused
        contextSpans += other.contextSpans
        mergedSpans += other.mergedSpans
        unusableFields.merge(other.unusableFields) { $0 + $1 }
    }
}
