/// What a score says of some exchanges, as far as the feed does not say it yet.
struct SayingRun: Sendable {
    private(set) var new = 0, changed = 0
    /// Where the feed said something else of them.
    private(set) var ended: [Int64] = []
    /// What it says from now on.
    let records: FeedRun
    /// The same as a score must know it, each at its place among the records, for a caller who keeps that.
    private(set) var rows: [ExchangeRow] = []

    /// Compares what is said with what was.
    ///
    /// - Parameter saying: what is said now of the exchange at a place, as the revision after what was said before.
    init(
        _ places: Range<Int>, _ before: [ExchangeRow], keepsRows: Bool, _ saying: (Int, ExchangeRow) -> ExchangeSaying
    ) {
        var records: [ExchangeSaying] = []
        for place in places {
            let before = before[place]
            let saying = saying(place, before)
            if before.revision == 0 {
                new += 1
            } else {
                guard before.said != saying.fingerprint else { continue }
                changed += 1
                ended.append(before.sequence)
            }
            if keepsRows { rows.append(ExchangeRow(saying, at: Int64(records.count))) }
            records.append(saying)
        }
        self.records = FeedRun(records)
    }
}
