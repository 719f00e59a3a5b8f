import Evidence
import HostileText

/// The exchanges of a run in canonical order, by account, time and id, each id once, with ids replaced by small numbers.
struct Intake {
    /// The exchanges that count, by account, time and id.
    let exchanges: CanonicalExchanges
    /// For each of the input's exchanges, its place in `exchanges`; −1 if it lies after `asOf`.
    private let places: [Int32]
    /// The accounts, by id.
    let accounts: [AccountID]
    /// Each account's places in `exchanges`.
    let ranges: [Range<Int>]
    /// The account's number, for each of `exchanges`.
    private let accountOf: [Int32]
    /// What each account's exchanges have alike.
    let settings: [[Setting]]
    /// The time that the findings are for.
    let asOf: Instant

    /// Circumstances of an account, which some of its exchanges have.
    struct Setting {
        /// The places of the first and the last exchange that has them.
        var first: Int32, last: Int32
        /// How many exchanges have them.
        var uses: Int32

        /// The circumstances of exchanges at places, by the first that has them. Those that are equal and not shared count apart.
        fileprivate static func settings(of circumstances: ArraySlice<ObjectIdentifier>) -> [Setting] {
            var settings: [Setting] = []
            var numbers: [ObjectIdentifier: Int] = [:]
            var newest: (id: ObjectIdentifier, number: Int)?
            for (place, id) in zip(circumstances.indices, circumstances) {
                let place = Int32(truncatingIfNeeded: place)
                let number = (newest?.id == id ? newest?.number : numbers[id]) ?? settings.count
                newest = (id, number)
                if number < settings.count {
                    settings[number].uses += 1
                    settings[number].last = place
                } else {
                    numbers[id] = number
                    settings.append(Setting(first: place, last: place, uses: 1))
                }
            }
            return settings
        }
    }

    /// Sorts and numbers. O(n), and O(m log m) within each account's m exchanges that did not come in order.
    init(_ input: DetectionInput) {
        asOf = input.asOf
        let numbered = AccountNumbers(input)
        var (order, ranges) = numbered.order(of: input)
        if !input.idsAreDistinct {
            let first = FirstPlaces(order, of: input)
            places = first.places
            (order, ranges) = first.distinct(order, ranges)
        } else {
            var places = [Int32](repeating: -1, count: input.exchanges.count)
            for (place, index) in order.enumerated() { places[Int(index)] = Int32(truncatingIfNeeded: place) }
            self.places = places
        }
        // Of an account all of whose exchanges are known by another's id, nothing is left.
        let left = ranges.indices.filter { !ranges[$0].isEmpty }
        accounts = left.map { numbered.ids[$0] }
        self.ranges = left.map { ranges[$0] }
        accountOf = self.ranges.enumerated().flatMap { number, range in
            repeatElement(Int32(truncatingIfNeeded: number), count: range.count)
        }
        let exchanges = CanonicalExchanges(input.exchanges, order: order)
        self.exchanges = exchanges
        // Read first of all, and side by side: the exchanges lie scattered, and nothing else is waited for meanwhile.
        let circumstances = Parallel.map(exchanges.count) { exchanges[$0].circumstancesID }
        settings = Parallel.map(self.ranges.count) { [ranges = self.ranges] in
            Setting.settings(of: circumstances[ranges[$0]])
        }
    }

    /// How many exchanges the input has.
    var inputCount: Int { places.count }

    /// The place in `exchanges` of one of the input's; `nil` if it lies after `asOf`.
    func place(ofInput index: Int) -> Int? {
        places[index] < 0 ? nil : Int(places[index])
    }

    /// The account of the exchange at a place, by number.
    func account(at place: Int) -> Int { Int(accountOf[place]) }

    /// An exchange of an account that has such circumstances.
    func exchange(_ setting: Setting) -> Exchange { exchanges[Int(setting.last)] }

    /// The latest known value of what the log says of an account at different times. O(settings).
    func latest<Value>(of account: Int, _ read: (Exchange) -> Value?) -> Value? {
        var latest: (place: Int32, value: Value)?
        for setting in settings[account] where setting.last >= latest?.place ?? 0 {
            if let value = read(exchange(setting)) { latest = (setting.last, value) }
        }
        return latest?.value
    }

    /// The earliest known value of what the log says of an account at different times. O(settings).
    func earliest<Value>(of account: Int, _ read: (Exchange) -> Value?) -> Value? {
        var earliest: (place: Int32, value: Value)?
        for setting in settings[account] where setting.first < earliest?.place ?? .max {
            if let value = read(exchange(setting)) { earliest = (setting.first, value) }
        }
        return earliest?.value
    }

    /// The distinct values of what an account's exchanges have alike, numbered, and the number for each of the exchanges. Each
    /// copy of their circumstances is read once.
    func numbered<Value: Hashable>(
        _ account: Int, _ read: (Exchange) -> Value
    ) -> (values: [Value], numbers: [Int32]) {
        var values: [Value: Int32] = [:]
        var known: [ObjectIdentifier: Int32] = [:]
        let numbers = ranges[account].map { place in
            let id = exchanges[place].circumstancesID
            if let number = known[id] { return number }
            let value = read(exchanges[place])
            let number = values[value] ?? Int32(truncatingIfNeeded: values.count)
            values[value] = number
            known[id] = number
            return number
        }
        return (values.sorted { $0.value < $1.value }.map(\.key), numbers)
    }

    /// Whether any exchange of an account has such circumstances. O(settings).
    func contains(_ account: Int, where isSo: (Exchange) -> Bool) -> Bool {
        settings[account].contains { isSo(exchange($0)) }
    }
}
