public import Evidence
import Foundation

/// A moment in the past of a cache: how far the feed had been read, and when.
public struct AsOf: Hashable, Sendable {
    /// The last sequence of the feed that had come.
    public var sequence: Int64
    /// When that was so; labels given later are not shown.
    public var time: Instant

    /// Makes a moment.
    public init(sequence: Int64, time: Instant) {
        self.sequence = sequence
        self.time = time
    }

    /// How a moment is asked for.
    public enum Wish: Hashable, Sendable {
        /// By a sequence of the feed.
        case sequence(Int64)
        /// By a time.
        case time(Instant)

        /// Reads a sequence such as `8123`, a time such as `2026-05-21T06:00:00Z`, or a day, which means its end.
        public init?(_ text: String) {
            if let number = Int64(text), number >= 0 {
                self = .sequence(number)
            } else if let time = Instant(text) {
                self = .time(time)
            } else if let day = Instant(text + "T23:59:59Z") {
                self = .time(day)
            } else {
                return nil
            }
        }
    }
}

extension EvidenceCache {
    /// The moment that is meant: what a sync's line in the activity log says of time and sequence.
    ///
    /// - Throws: ``CacheProblem/notFound(kind:id:)`` where the time lies before the first sync that noted its place.
    public func moment(_ wish: AsOf.Wish, now: Instant) throws -> AsOf {
        let lines = try activity(actor: nil, action: .synced, limit: 10_000)
        // Newest first; lines written before places were noted say nothing.
        let places = lines.compactMap { line in EvidenceCache.place(in: line).map { (line.at, $0) } }
        switch wish {
        case .sequence(let sequence):
            let first = places.last { $0.1 >= sequence }
            return AsOf(sequence: sequence, time: first?.0 ?? now)
        case .time(let time):
            guard let last = places.first(where: { $0.0 <= time }) else {
                throw CacheProblem.notFound(kind: "sync before", id: time.text)
            }
            return AsOf(sequence: last.1, time: time)
        }
    }

    private static func place(in line: Activity) -> Int64? {
        struct Details: Decodable { var sequence: Int64? }
        // The line may be another program's and hold something else.
        return (try? JSONDecoder().decode(Details.self, from: Data(line.details.utf8)))?.sequence
    }
}
