/// What the feed says of an exchange so far, in so far as a score must know it.
struct ExchangeRow: Sendable {
    /// The exchange's number.
    var number: Int64
    /// Where the feed says it; 0 before the exchange's first score.
    var sequence: Int64 = 0
    /// Stands for all that is said.
    var said: Fingerprint?
    /// 0 before the exchange's first score.
    var revision: Int32 = 0
    var isExemplar = false

    /// Nothing is said yet.
    init(number: Int64) {
        self.number = number
    }

    /// What a record of the feed says.
    init(_ saying: ExchangeSaying, at sequence: Int64) {
        number = saying.number
        self.sequence = sequence
        said = saying.fingerprint
        revision = Int32(truncatingIfNeeded: saying.revision)
        isExemplar = saying.isExemplar
    }
}
