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

    /// Sorts and numbers. O(n), and O(m log m) within each account's m exchanges.
    init(_ input: DetectionInput) {
        asOf = input.asOf
        var placeOfID: [ExchangeID: Int] = [:]
        placeOfID.reserveCapacity(input.exchanges.count)
        placeOfInput = Array(repeating: nil, count: input.exchanges.count)
        exchanges = []
        exchanges.reserveCapacity(input.exchanges.count)
        for index in Self.order(of: input) {
            let id = input.exchanges[index].id
            if let place = placeOfID[id] {
                placeOfInput[index] = place
                continue
            }
            placeOfID[id] = exchanges.count
            placeOfInput[index] = exchanges.count
            exchanges.append(input.exchanges[index])
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

    /// The exchanges that count, by account, time and id. Each account's are sorted by themselves, and whole exchanges
    /// are never compared.
    private static func order(of input: DetectionInput) -> [Int] {
        var numbers: [AccountID: Int] = [:]
        var accounts: [(id: AccountID, exchanges: [(at: Instant, index: Int)])] = []
        for index in input.exchanges.indices {
            let at = input.exchanges[index].at
            guard at <= input.asOf else { continue }
            let id = input.exchanges[index].account
            if let number = numbers[id] {
                accounts[number].exchanges.append((at, index))
            } else {
                numbers[id] = accounts.count
                accounts.append((id, [(at, index)]))
            }
        }
        accounts.sort { $0.id < $1.id }
        var order: [Int] = []
        order.reserveCapacity(input.exchanges.count)
        for account in accounts {
            let sorted = account.exchanges.sorted { left, right in
                if left.at != right.at { return left.at < right.at }
                return input.exchanges[left.index].id < input.exchanges[right.index].id
            }
            order.append(contentsOf: sorted.lazy.map(\.index))
        }
        return order
    }
}
