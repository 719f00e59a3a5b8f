public import Detection
public import Evidence

/// What computes findings. A value of its own so that the engine's tests need no real detector.
public typealias FindingsSource = @Sendable (DetectionInput) throws -> Findings

/// What computes findings again and again, and keeps what it read of texts.
public typealias ResumedFindingsSource = @Sendable (DetectionInput, inout Readings) throws -> Findings

/// What a score changed in the feed.
public struct ScoreReport: Hashable, Codable, Sendable {
    /// The time that it is for.
    public var asOf: Instant
    /// Exchanges that were looked at.
    public var exchanges: Int
    /// The version of the score's model.
    public var modelVersion: String
    /// What changed, by kind of record, in the order of the feed.
    public var changes: [Change]
    /// Why something was not concluded.
    public var notes: [String]
    /// How far each signal has moved since the model came into use, the most moved first.
    public var drift: [SignalDrift]?

    /// What changed in one kind of record.
    public struct Change: Hashable, Codable, Sendable {
        /// The kind, as the feed names it.
        public var kind: String
        /// How many there are now.
        public var total: Int
        /// Records that were not there before.
        public var new: Int
        /// Records that say something else than before.
        public var changed: Int
        /// Records that ended.
        public var ended: Int
    }
}
