import Evidence

/// The exchanges of a run in canonical order. They stay where the input has them; only their order is kept.
struct CanonicalExchanges: RandomAccessCollection {
    private let all: [Exchange]
    private let order: [Int32]
    /// The times of the exchanges: many ask for them and for nothing else, and they lie side by side here.
    let times: [Instant]
    /// Whether the log carries any text.
    let haveText: Bool

    /// Views some of the exchanges in an order.
    init(_ all: [Exchange], order: [Int32]) {
        self.all = all
        self.order = order
        times = Parallel.map(order.count) { all[Int(order[$0])].at }
        haveText = all.contains { $0.text != nil }
    }

    /// The first place, 0.
    var startIndex: Int { 0 }
    /// The place after the last.
    var endIndex: Int { order.count }

    /// The place in the input of the exchange at a place.
    func inputIndex(of place: Int) -> Int32 { order[place] }

    /// The exchange at a place; reading one of its fields copies no other. O(1).
    subscript(place: Int) -> Exchange {
        _read { yield all[Int(order[place])] }
    }
}
