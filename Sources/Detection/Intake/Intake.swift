import Evidence
import HostileText

/// The exchanges of a run in canonical order, by account, time and id, each id once, with ids replaced by small numbers.
struct Intake {
    /// The exchanges that count, by account, time and id.
    var exchanges: [Exchange]
    /// For each of the input's exchanges, its place in `exchanges`; `nil` if it lies after `asOf`.
    var placeOfInput: [Int?]
    /// The accounts, by id.
    var accounts: [AccountID]
    /// Each account's places in `exchanges`.
    var ranges: [Range<Int>]
    /// The account's number, for each of `exchanges`.
    var accountOf: [Int]
    /// The time that the findings are for.
    var asOf: Instant

    /// Sorts and numbers. O(n log n).
    init(_ input: DetectionInput) {
        asOf = input.asOf
        let counted = input.exchanges.indices.filter { input.exchanges[$0].at <= input.asOf }
        let order = counted.sorted { Self.precedes(input.exchanges[$0], input.exchanges[$1]) }
        var placeOfID: [ExchangeID: Int] = [:]
        placeOfID.reserveCapacity(order.count)
        placeOfInput = Array(repeating: nil, count: input.exchanges.count)
        exchanges = []
        exchanges.reserveCapacity(order.count)
        for index in order {
            let exchange = input.exchanges[index]
            if let place = placeOfID[exchange.id] {
                placeOfInput[index] = place
                continue
            }
            placeOfID[exchange.id] = exchanges.count
            placeOfInput[index] = exchanges.count
            exchanges.append(exchange)
        }
        accounts = []
        ranges = []
        accountOf = []
        accountOf.reserveCapacity(exchanges.count)
        for (place, exchange) in exchanges.enumerated() {
            if accounts.last != exchange.account {
                accounts.append(exchange.account)
                ranges.append(place..<place)
            }
            ranges[ranges.count - 1] = ranges[ranges.count - 1].lowerBound..<(place + 1)
            accountOf.append(accounts.count - 1)
        }
    }

    private static func precedes(_ left: Exchange, _ right: Exchange) -> Bool {
        if left.account != right.account { return left.account < right.account }
        if left.at != right.at { return left.at < right.at }
        return left.id < right.id
    }
}
