import Detection
import Feed

/// Makes records of the feed in runs on all processors, while those before are written down.
enum FeedRuns {
    /// The runs that are made before any of them is written down, so that never many are in memory.
    private static let portion = 16

    /// Calls with each run of so many things, in order.
    ///
    /// - Parameters:
    ///   - make: makes the run of the things in a range.
    ///   - take: takes a run; on the caller's thread.
    static func each<Run: Sendable>(
        of count: Int, _ make: @Sendable (Range<Int>) throws -> Run, _ take: (Run) throws -> Void
    ) throws {
        let starts = Array(stride(from: 0, to: count, by: FeedBlock.most))
        var rest = starts[...]
        var made: [Result<Run, any Error>] = []
        while !rest.isEmpty || !made.isEmpty {
            let next = rest.prefix(portion)
            rest = rest.dropFirst(portion)
            let ready = made
            var taken = Result<Void, any Error>.success(())
            made = Parallel.map(next.count) { place in
                let start = next[next.startIndex + place]
                return Result { try make(start..<min(start + FeedBlock.most, count)) }
            } meanwhile: {
                taken = Result { for run in ready { try take(run.get()) } }
            }
            try taken.get()
        }
    }
}
