/// What the feed says of an exchange so far, in so far as a score must know it. 24 bytes: there is one for each exchange.
struct ExchangeRow: Sendable {
    /// Where the feed says it; 0 before the exchange's first score.
    var sequence: Int64 = 0
    /// Stands for all that is said.
    private var fingerprint = Fingerprint.none
    private var row: UInt32
    private var revisionAndExemplar: UInt32 = 0

    /// Nothing is said yet.
    init(number: Int64) {
        row = UInt32(truncatingIfNeeded: number)
    }

    /// What a record of the feed says.
    init(_ saying: ExchangeSaying, at sequence: Int64) {
        row = UInt32(truncatingIfNeeded: saying.number)
        self.sequence = sequence
        fingerprint = saying.fingerprint
        revisionAndExemplar = UInt32(truncatingIfNeeded: saying.revision) << 1 | (saying.isExemplar ? 1 : 0)
    }

    /// The exchange's number.
    var number: Int64 { Int64(row) }
    /// 0 before the exchange's first score.
    var revision: Int64 { Int64(revisionAndExemplar >> 1) }
    /// Whether its text is in the feed.
    var isExemplar: Bool { revisionAndExemplar & 1 == 1 }
    /// Stands for all that is said; `nil` before the exchange's first score.
    var said: Fingerprint? { revision == 0 ? nil : fingerprint }
}
