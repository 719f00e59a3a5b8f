/// A network from which clients come: an autonomous system with its address ranges.
struct Network: Sendable {
    /// The number, from those set aside for documentation.
    var asn: Int
    /// Where it is.
    var country: String
    /// The hours ahead of UTC there.
    var zone: Int
    /// What it is.
    var kind: Kind
    /// The number of its ranges in use.
    var ranges: Int
    /// The first three bytes of its IPv4 range, which all its customers share.
    var shared: String?

    /// A kind of network.
    enum Kind: Sendable { case home, mobile, cloud, hosting, campus, office }

    /// All networks.
    static let all: [Network] = [
        Network(asn: 64_496, country: "DE", zone: 2, kind: .home, ranges: 220),
        Network(asn: 64_497, country: "US", zone: -5, kind: .home, ranges: 250),
        Network(asn: 64_498, country: "JP", zone: 9, kind: .home, ranges: 200),
        Network(asn: 64_499, country: "BR", zone: -3, kind: .home, ranges: 230),
        Network(asn: 64_500, country: "SG", zone: 8, kind: .home, ranges: 90),
        Network(asn: 64_501, country: "IN", zone: 5, kind: .home, ranges: 240),
        Network(asn: 64_502, country: "FR", zone: 2, kind: .home, ranges: 210),
        Network(asn: 64_503, country: "US", zone: -8, kind: .home, ranges: 240),
        Network(asn: 64_504, country: "KR", zone: 9, kind: .home, ranges: 120),
        Network(asn: 64_505, country: "NG", zone: 1, kind: .mobile, ranges: 12, shared: "192.0.2"),
        Network(asn: 64_506, country: "ID", zone: 7, kind: .mobile, ranges: 10, shared: "192.0.2"),
        Network(asn: 64_507, country: "US", zone: -6, kind: .mobile, ranges: 16, shared: "192.0.2"),
        Network(asn: 65_536, country: "US", zone: -5, kind: .cloud, ranges: 60, shared: "198.51.100"),
        Network(asn: 65_537, country: "IE", zone: 1, kind: .cloud, ranges: 48, shared: "198.51.100"),
        Network(asn: 65_538, country: "SG", zone: 8, kind: .cloud, ranges: 40),
        Network(asn: 65_539, country: "DE", zone: 2, kind: .cloud, ranges: 36),
        Network(asn: 65_540, country: "NL", zone: 2, kind: .hosting, ranges: 40, shared: "203.0.113"),
        Network(asn: 65_541, country: "HK", zone: 8, kind: .hosting, ranges: 36),
        Network(asn: 65_542, country: "US", zone: -8, kind: .hosting, ranges: 44, shared: "203.0.113"),
        Network(asn: 65_543, country: "RO", zone: 3, kind: .hosting, ranges: 24),
        Network(asn: 65_544, country: "CA", zone: -5, kind: .campus, ranges: 14),
        Network(asn: 65_545, country: "SE", zone: 2, kind: .campus, ranges: 12),
        Network(asn: 65_546, country: "AU", zone: 10, kind: .campus, ranges: 10),
        Network(asn: 65_547, country: "GB", zone: 1, kind: .office, ranges: 120),
        Network(asn: 65_548, country: "US", zone: -5, kind: .office, ranges: 140),
        Network(asn: 65_549, country: "PL", zone: 2, kind: .office, ranges: 60),
    ]

    /// The networks of a kind.
    static func of(_ kind: Kind) -> [Network] { all.filter { $0.kind == kind } }
}

/// A place on a network from which an account comes.
struct Place: Sendable {
    /// The network.
    var network: Network
    /// The range: a number below the network's, or `nil` for its shared IPv4 range.
    var range: Int?
    /// What decides the address within the range.
    var seed: UInt64
    /// How many days an address lasts; 0 for one that never changes.
    var lease: Int

    /// A place on one of the networks of a kind; few ranges of a cloud or host hold most customers.
    init(_ kind: Network.Kind, _ random: inout SeededRandom) {
        let network = random.pick(Network.of(kind))
        let isCrowded = network.kind != .home && network.kind != .office
        let range = isCrowded ? random.zipf(below: network.ranges, exponent: 0.6) : random.below(network.ranges)
        let usesShared = network.shared != nil && random.chance(network.kind == .mobile ? 0.7 : 0.25)
        self.network = network
        self.range = usesShared ? nil : range
        seed = random.next()
        let leases: [Int] =
            switch kind {
            case .home: [1, 7, 30]
            case .mobile: [1]
            case .campus, .office: [7, 0]
            case .cloud, .hosting: [0, 0, 7]
            }
        lease = random.pick(leases)
    }

    /// A neighbour in the same range.
    func neighbour(_ random: inout SeededRandom) -> Place {
        var place = self
        place.seed = random.next()
        return place
    }

    /// The address on a day.
    func address(day: Int) -> String {
        var random = SeededRandom(seed: seed, lease == 0 ? 0 : day / lease)
        guard let range else { return "\(network.shared ?? "192.0.2").\(random.int(1...254))" }
        let block = Network.all.firstIndex { $0.asn == network.asn } ?? 0
        let groups = [(block + 1) * 256 + range, random.below(4_096), random.below(65_536), random.below(65_536)]
        let hex = groups.map { String($0, radix: 16) }
        return "2001:db8:\(hex[0]):\(hex[1])::\(hex[2]):\(hex[3])"
    }
}
