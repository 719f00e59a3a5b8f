import Evidence
import LogFormats

/// Items of a source, told apart as they come.
struct SortedItems: Sendable {
    private(set) var exchanges: [LoggedExchange] = []
    /// Where the exchanges stood.
    private(set) var places: [LogPlace] = []
    private(set) var releases: [Release] = []
    private(set) var refusals: [Refusal] = []

    /// - Parameter count: how many will come, about.
    init(room count: Int = 0) {
        exchanges.reserveCapacity(count)
        places.reserveCapacity(count)
    }

    /// How many items there are.
    var count: Int { exchanges.count + releases.count + refusals.count }

    /// Gives the exchanges away.
    mutating func takeExchanges() -> [LoggedExchange] {
        defer { exchanges = [] }
        return exchanges
    }

    /// Takes the next item.
    mutating func add(_ item: LogItem) {
        switch item {
        case .exchange(let exchange, let place):
            exchanges.append(exchange)
            places.append(place)
        case .release(let release, _): releases.append(release)
        case .refused(let refusal): refusals.append(refusal)
        }
    }
}
