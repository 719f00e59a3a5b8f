import Evidence
import EvidenceCache
import HostileText

/// A stretch of a histogram worth a word: nothing for long, or far more than usual.
struct Episode: Hashable, Sendable {
    /// What it is.
    var kind: Kind
    /// The buckets.
    var buckets: Range<Int>
    /// The exchanges in it.
    var exchanges: Int

    enum Kind: Hashable, Sendable {
        /// Nothing, between two times of traffic.
        case silence
        /// Several times the usual.
        case burst
    }

    /// The place that `[` and `]` go to: where a burst begins, where a silence ends.
    var focus: Int { kind == .silence ? buckets.upperBound : buckets.lowerBound }

    /// Finds silences and bursts in a row of counts, in order.
    ///
    /// A silence is a gap of at least `least` buckets, three times as long as the middle gap, and one of the three longest;
    /// a burst is a run of buckets each at least three times the middle busy bucket and eight exchanges.
    static func find(in counts: [Int], least: Int = 2) -> [Episode] {
        (silences(in: counts, least: least) + bursts(in: counts)).sorted { $0.focus < $1.focus }
    }

    private static func silences(in counts: [Int], least: Int) -> [Episode] {
        let gaps = runs(in: counts) { $0 == 0 }.filter { $0.lowerBound > 0 && $0.upperBound < counts.count }
        let lengths = gaps.map(\.count).sorted()
        guard !lengths.isEmpty else { return [] }
        let usual = lengths.count >= 4 ? lengths[lengths.count / 2] : 0
        let third = lengths[max(0, lengths.count - 3)]
        return gaps.filter { $0.count >= max(least, 3 * usual) && $0.count >= third }
            .map { Episode(kind: .silence, buckets: $0, exchanges: 0) }
    }

    private static func bursts(in counts: [Int]) -> [Episode] {
        let busy = counts.filter { $0 > 0 }.sorted()
        guard busy.count >= 4 else { return [] }
        let least = max(8, 3 * busy[busy.count / 2])
        return runs(in: counts) { $0 >= least }.map { buckets in
            Episode(kind: .burst, buckets: buckets, exchanges: counts[buckets].reduce(0, +))
        }
    }

    private static func runs(in counts: [Int], where holds: (Int) -> Bool) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start: Int?
        for (index, count) in counts.enumerated() {
            if holds(count) {
                start = start ?? index
            } else if let first = start {
                found.append(first..<index)
                start = nil
            }
        }
        if let first = start { found.append(first..<counts.count) }
        return found
    }
}

extension TimelineFacts {
    /// What is worth a word on a side. Over several days a night is none: silences then last at least 20 hours.
    func episodes(of side: Int = 0) -> [Episode] {
        let isLong = window.to - window.from >= 4 * Instant.day
        let least = isLong ? Int((20 * Instant.hour + window.width - 1) / window.width) : 2
        return Episode.find(in: totals(of: side), least: max(1, least))
    }

    /// An episode in words: `24 h silence, then 96 % on model-b`.
    func words(for episode: Episode, of side: Int = 0, _ context: ScreenContext) -> SafeText {
        let length = SafeText(ours: Age.text(milliseconds: Int64(episode.buckets.count) * window.width))
        switch episode.kind {
        case .burst: return "burst: \(Count.safe(episode.exchanges)) in \(length)"
        case .silence:
            guard let pivot = pivot(at: episode.buckets.upperBound, of: side) else { return "\(length) silence" }
            let share = SafeText(ours: Count.percent(pivot.share))
            return "\(length) silence, then \(share) on \(context.safe(pivot.model, limit: 24))"
        }
    }

    /// The model that the traffic of the day after a bucket is on, if it was not so in the days before.
    private func pivot(at bucket: Int, of side: Int) -> (model: UntrustedText, share: Double)? {
        let models = sides[side].byModel.series
        let day = max(1, Int(Instant.day / window.width))
        let after = bucket..<min(window.count, bucket + day)
        let before = max(0, bucket - 7 * day)..<bucket
        func sum(_ series: Timeline.Series, _ range: Range<Int>) -> Int {
            series.counts[range.clamped(to: 0..<series.counts.count)].reduce(0, +)
        }
        let all = (models.reduce(0) { $0 + sum($1, before) }, models.reduce(0) { $0 + sum($1, after) })
        guard all.1 >= 8, let top = models.max(by: { sum($0, after) < sum($1, after) }),
            case .model(let model?) = top.name
        else { return nil }
        let share = Double(sum(top, after)) / Double(all.1)
        let was = Double(sum(top, before)) / Double(max(1, all.0))
        return share >= 0.7 && share - was >= 0.25 ? (model, share) : nil
    }
}
