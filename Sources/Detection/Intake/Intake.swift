import Evidence
import HostileText

/// The exchanges of a run in canonical order, by account, time and id, each id once, with ids replaced by small numbers.
struct Intake {
    /// The exchanges that count, by account, time and id.
    let exchanges: CanonicalExchanges
    /// For each of the input's exchanges, its place in `exchanges`; −1 if it lies after `asOf`.
    private let places: [Int32]
    /// The accounts, by id.
    private(set) var accounts: [AccountID]
    /// Each account's places in `exchanges`.
    private(set) var ranges: [Range<Int>]
    /// The account's number, for each of `exchanges`.
    private(set) var accountOf: [Int]
    /// The time that the findings are for.
    let asOf: Instant

    /// Sorts and numbers. O(n), and O(m log m) within each account's m exchanges.
    init(_ input: DetectionInput) {
        asOf = input.asOf
        var known = FirstPlaces(room: input.exchanges.count)
        var places = [Int32](repeating: -1, count: input.exchanges.count)
        var order: [Int32] = []
        order.reserveCapacity(input.exchanges.count)
        accounts = []
        ranges = []
        accountOf = []
        accountOf.reserveCapacity(input.exchanges.count)
        for account in Self.order(of: input) {
            let start = order.count
            for index in account.indices {
                let place = Int32(order.count)
                let id = input.exchanges[Int(index)].id
                let first = known.first(of: id, at: place) { input.exchanges[Int(order[Int($0)])].id == id }
                places[Int(index)] = first
                if first == place { order.append(index) }
            }
            guard order.count > start else { continue }
            accountOf += repeatElement(accounts.count, count: order.count - start)
            accounts.append(account.id)
            ranges.append(start..<order.count)
        }
        self.places = places
        exchanges = CanonicalExchanges(input.exchanges, order: order)
    }

    /// The place in `exchanges` of one of the input's; `nil` if it lies after `asOf`.
    func place(ofInput index: Int) -> Int? {
        places[index] < 0 ? nil : Int(places[index])
    }

    /// The input's exchanges that count, by account, time and id. Each account's are sorted by themselves, and whole
    /// exchanges are never compared.
    private static func order(of input: DetectionInput) -> [(id: AccountID, indices: [Int32])] {
        var numbers: [AccountID: Int] = [:]
        var accounts: [(id: AccountID, exchanges: [(at: Instant, index: Int32)])] = []
        for index in input.exchanges.indices {
            let at = input.exchanges[index].at
            guard at <= input.asOf else { continue }
            let id = input.exchanges[index].account
            if let number = numbers[id] {
                accounts[number].exchanges.append((at, Int32(index)))
            } else {
                numbers[id] = accounts.count
                accounts.append((id, [(at, Int32(index))]))
            }
        }
        accounts.sort { $0.id < $1.id }
        return Parallel.map(accounts.count) { [accounts] number in
            let sorted = accounts[number].exchanges.sorted { left, right in
                if left.at != right.at { return left.at < right.at }
                return input.exchanges[Int(left.index)].id < input.exchanges[Int(right.index)].id
            }
            return (accounts[number].id, sorted.map(\.index))
        }
    }
}

/// The first place of each id, without a copy of the ids.
private struct FirstPlaces {
    /// A place, or −1; an id's is looked for from its hash on.
    private var slots: [Int32]

    /// - Parameter count: how many ids will come at most.
    init(room count: Int) {
        slots = Array(repeating: -1, count: 1 << (Int.bitWidth - (count * 2).leadingZeroBitCount))
    }

    /// The first place that was given to an id, this one if there was none.
    ///
    /// - Parameter isIt: whether the id at a place is the same.
    mutating func first(of id: ExchangeID, at place: Int32, _ isIt: (Int32) -> Bool) -> Int32 {
        var slot = id.hashValue & (slots.count - 1)
        while slots[slot] >= 0 {
            if isIt(slots[slot]) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = place
        return place
    }
}
