import Evidence

/// Which strangers meet: sit on one address range, or pay with one payment. Accounts of one customer meet nobody in each other, and those of
/// organisations with several accounts nobody at all: they rent where others do.
struct Meetings {
    /// The most accounts of a range or a payment by which anybody meets: more are a carrier's, a university's or a marketplace's.
    static let most = 30

    /// The ranges and payments by which each account may meet somebody, by the numbers of their values.
    let places: [[Int]]
    private let shared: SharedValues
    /// How many others each account meets, and the sum.
    private let met: [Double]
    private let all: Double

    /// Looks at all ranges and payments. O(members²) of each, of 30 at most.
    init(_ shared: SharedValues) {
        self.shared = shared
        let places = shared.ofAccount.indices.map { account in
            shared.isEstablished[account] ? [] : shared.ofAccount[account].filter { Self.isPlace(shared.values[$0]) }
        }
        let met = Parallel.map(places.count) { Double(Self.others(than: $0, at: places[$0], shared).count) }
        self.places = places
        self.met = met
        all = met.reduce(0, +)
    }

    private static func isPlace(_ value: SharedValue) -> Bool {
        (value.kind == .addressRange || value.kind == .payment) && value.members.count <= most
    }

    /// The accounts that one meets, in rising order.
    private static func others(than account: Int, at places: [Int], _ shared: SharedValues) -> [Int] {
        Set(places.flatMap { shared.values[$0].members })
            .filter { !shared.isEstablished[$0] && shared.customerOf[$0] != shared.customerOf[account] }.sorted()
    }

    /// The accounts among some that an account meets, in rising order.
    func met(by account: Int, amid accounts: Set<Int>) -> [Int] {
        Self.others(than: account, at: places[account], shared).filter(accounts.contains)
    }

    /// The members of a group that each member meets, in rising order.
    func inside(_ members: [Int]) -> [[Int]] {
        let inside = Set(members)
        return members.map { met(by: $0, amid: inside) }
    }

    /// Where two accounts meet.
    func places(of one: Int, and other: Int) -> [Int] {
        shared.customerOf[one] == shared.customerOf[other] ? [] : places[one].filter(Set(places[other]).contains)
    }

    /// Who of a group is where members of several customers meet, by place.
    func rooms(of members: [Int]) -> [Int: [Int]] {
        var rooms: [Int: [Int]] = [:]
        for member in members { for place in places[member] { rooms[place, default: []].append(member) } }
        return rooms.filter { Set($0.value.map { shared.customerOf[$0] }).count > 1 }
    }

    /// What every account is taken to meet besides, so that who meets nobody else is not taken for somebody who never would.
    private static let unmet = 0.5

    /// The surprise, in nats, of how many pairs of members meet: where it is chance who meets whom, two meet the oftener the more others
    /// each of them meets outside of the group.
    ///
    /// - Parameter inside: whom each member meets of the group.
    func surprise(of members: [Int], meeting inside: [[Int]]) -> Double {
        let ends = inside.reduce(0) { $0 + $1.count }
        let outside = zip(members, inside).map { met[$0] - Double($1.count) + Self.unmet }
        let (sum, squares) = outside.reduce((0, 0)) { ($0.0 + $1, $0.1 + $1 * $1) }
        let all = self.all - Double(ends) + Self.unmet * Double(met.count)
        return Synchrony.surprise(ends / 2, expected: (sum * sum - squares) / 2 / all)
    }
}
