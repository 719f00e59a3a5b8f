import DequeModule
import Evidence
import HostileText
import LogFormats

/// Items of a source, told apart as they come.
struct SortedItems: Sendable {
    private(set) var exchanges: Deque<LoggedExchange> = []
    /// Where the exchanges stood, without what the source is called, which is the same for all.
    private var spots: [(record: Int, part: Int?, offset: Int)] = []
    private var source = UntrustedText("")
    private(set) var releases: [Release] = []
    private(set) var refusals: [Refusal] = []

    /// - Parameter count: how many will come, about.
    init(room count: Int = 0) {
        exchanges.reserveCapacity(count)
        spots.reserveCapacity(count)
    }

    /// How many items there are.
    var count: Int { exchanges.count + releases.count + refusals.count }

    /// Where the exchange of a number stood.
    func place(_ number: Int) -> LogPlace {
        LogPlace(
            source: source, record: spots[number].record, part: spots[number].part, offset: spots[number].offset)
    }

    /// Gives the exchanges away.
    mutating func takeExchanges() -> Deque<LoggedExchange> {
        defer { exchanges = [] }
        return exchanges
    }

    /// Takes the next item.
    mutating func add(_ item: LogItem) {
        switch item {
        case .exchange(let exchange, let place):
            exchanges.append(exchange)
            if spots.isEmpty { source = place.source }
            spots.append((place.record, place.part, place.offset))
        case .release(let release, _): releases.append(release)
        case .refused(let refusal): refusals.append(refusal)
        }
    }
}
