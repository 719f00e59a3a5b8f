import Evidence

/// The stretch of time that a histogram shows, cut into buckets of one round length.
struct TimeWindow: Hashable, Sendable {
    /// Where the first bucket begins.
    var from: Instant
    /// How long a bucket is, in milliseconds.
    var width: Int64
    /// How many buckets there are.
    var count: Int

    /// The end of the last bucket.
    var to: Instant { from + width * Int64(count) }

    /// How many columns of the screen a bucket takes.
    var columnsEach: Int

    /// The lengths that a bucket can have.
    static let widths: [Int64] =
        [1, 2, 3, 5, 10, 15, 20, 30].map { $0 * Instant.second }
        + [1, 2, 3, 5, 10, 15, 20, 30, 40, 60, 80, 90].map { $0 * Instant.minute }
        + [2, 3, 4, 6, 8, 12].map { $0 * Instant.hour } + [1, 2, 3, 7, 14, 28, 91, 364].map { $0 * Instant.day }

    /// Cuts a stretch of time for so many columns, into the shortest buckets that there is room for.
    ///
    /// - Parameter least: no bucket is shorter, where finer counting would take too long.
    init(from: Instant, to: Instant, columns: Int, least: Int64 = Instant.second) {
        let columns = max(1, columns)
        let fits = Self.widths.filter { $0 >= least }.first { width in
            let start = Self.aligned(from, to: width)
            return (to - start + width - 1) / width <= Int64(columns)
        }
        width = fits ?? Self.widths[Self.widths.count - 1]
        self.from = Self.aligned(from, to: width)
        let needed = max(1, Int((to - self.from + width - 1) / width))
        columnsEach = max(1, columns / needed)
        count = max(1, columns / columnsEach)
    }

    /// The last start of a bucket that is not after a moment; weeks start on Monday.
    static func aligned(_ at: Instant, to width: Int64) -> Instant {
        let shift = width % (7 * Instant.day) == 0 ? 3 * Instant.day : 0
        let past = (at.milliseconds + shift) % width
        return at - (past < 0 ? past + width : past)
    }

    /// The bucket that a moment is in, held within the window.
    func bucket(of at: Instant) -> Int {
        min(max(0, Int((at - from) / width)), count - 1)
    }

    /// Where a bucket begins.
    func start(of bucket: Int) -> Instant { from + width * Int64(bucket) }

    /// The column at which a bucket is marked.
    func column(of bucket: Int) -> Int { bucket * columnsEach + columnsEach / 2 }

    /// The columns of some buckets.
    func columns(of buckets: Range<Int>) -> Range<Int> {
        buckets.lowerBound * columnsEach..<buckets.upperBound * columnsEach
    }

    /// The length of a bucket in words: `6 h`.
    var widthText: String {
        switch width {
        case 80 * Instant.minute, 90 * Instant.minute: "\(width / Instant.minute) min"
        case Instant.day: "day"
        case _ where width % (7 * Instant.day) == 0: "\(width / Instant.day / 7) wk"
        default: Age.text(milliseconds: width)
        }
    }
}

/// A stretch of time that is looked at, before it is cut into buckets.
struct TimeRange: Hashable, Sendable {
    var from: Instant
    var to: Instant

    var length: Int64 { to - from }

    /// Half the time, or double, with one moment where it was on the screen.
    func zoomed(by factor: Double, around at: Instant, within whole: TimeRange) -> TimeRange {
        let share = length > 0 ? Double(at - from) / Double(length) : 0.5
        let new = max(10 * Instant.second, Int64(Double(length) * factor))
        guard new < whole.length else { return whole }
        let start = at - Int64(Double(new) * min(1, max(0, share)))
        return TimeRange(from: start, to: start + new).held(within: whole)
    }

    /// The same length, moved so that it does not leave the whole.
    func held(within whole: TimeRange) -> TimeRange {
        if length >= whole.length { return whole }
        if from < whole.from { return TimeRange(from: whole.from, to: whole.from + length) }
        if to > whole.to { return TimeRange(from: whole.to - length, to: whole.to) }
        return self
    }

    /// Moved by milliseconds, but not out of the whole.
    func moved(by milliseconds: Int64, within whole: TimeRange) -> TimeRange {
        TimeRange(from: from + milliseconds, to: to + milliseconds).held(within: whole)
    }
}
