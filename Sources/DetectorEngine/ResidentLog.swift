import Detection
import Synchronization

/// What a process that scores one state again and again keeps in memory from score to score: the exchanges as they were
/// read, and what was read of their texts. A score then reads only what came since.
///
/// Memory is about 350 bytes an exchange, and four times the distinct texts. Past a limit nothing is kept, so that
/// the next score reads the whole log, as `score` does. One score at a time may use it.
public final class ResidentLog: Sendable {
    /// The most memory that is kept between scores, in bytes, about.
    public let limit: Int
    private let held = Mutex(Held())

    private struct Held {
        var log = LogReading()
        var readings = Readings()
        var rowsReadBefore = 0
        var textsReadBefore = 0
    }

    /// Keeps nothing yet, and later at most about so many bytes.
    public init(limit: Int = 2 << 30) {
        self.limit = limit
    }

    /// How many rows of exchanges were read so far.
    public var rowsRead: Int { held.withLock { $0.rowsReadBefore + $0.log.rowsRead } }
    /// How many distinct texts were read so far.
    public var textsRead: Int { held.withLock { $0.textsReadBefore + $0.readings.textsRead } }
    /// The memory that is kept, in bytes, about.
    public var byteCount: Int { held.withLock { $0.log.byteCount + $0.readings.byteCount } }

    /// Brings the exchanges up to date.
    func read<Result: Sendable>(_ body: (inout LogReading) throws -> Result) throws -> Result {
        try held.withLock { try body(&$0.log) }
    }

    /// Computes findings with what was read of texts.
    func find(in input: DetectionInput, by detect: ResumedFindingsSource) throws -> Findings {
        var readings = held.withLock { held in
            defer { held.readings = Readings() }
            return held.readings
        }
        defer { held.withLock { [readings] in $0.readings = readings } }
        return try detect(input, &readings)
    }

    /// Takes over what a score stored.
    func take(over rows: [ExchangeRow], sequence: Int64) {
        held.withLock { held in
            held.log.take(over: rows, sequence: sequence)
            guard held.log.byteCount + held.readings.byteCount > limit else { return }
            held.rowsReadBefore += held.log.rowsRead
            held.textsReadBefore += held.readings.textsRead
            held.log = LogReading()
            held.readings = Readings()
        }
    }
}
