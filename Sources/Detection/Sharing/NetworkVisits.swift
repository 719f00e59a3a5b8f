import Evidence
import HostileText

/// In how many networks each of some accounts meets others: one building, one campus or one host has several address ranges side by side,
/// so that who is on two of them has been in one place.
struct NetworkVisits {
    private let networks: [Int: Set<String>]

    /// Of those who sit in one place together, two who meet elsewhere too share a home.
    private static let fewestBeyondOnePlace = 3

    /// Takes the address ranges on which accounts meet, and who is on each. O(ranges and accounts).
    ///
    /// - Parameter inOnePlace: Whether most of them sit together.
    init(_ ranges: [Int: [Int]], inOnePlace: Bool, _ shared: SharedValues) {
        var networks: [Int: Set<String>] = [:]
        let fewest = inOnePlace ? Self.fewestBeyondOnePlace : 2
        for (number, accounts) in ranges where shared.values[number].kind == .addressRange && accounts.count >= fewest {
            let network = Self.network(around: shared.values[number].value.verbatim)
            for account in accounts { networks[account, default: []].insert(network) }
        }
        self.networks = networks
    }

    /// Whether an account meets others in several networks.
    func isInSeveral(_ account: Int) -> Bool {
        networks[account, default: []].count >= 2
    }

    /// Whether at least half of those who meet do so in several networks.
    var areOfMovers: Bool {
        2 * networks.values.count { $0.count >= 2 } >= networks.count
    }

    /// The network around a range as logs keep it: its first two numbers, which are a /16 of IPv4 and a /32 of IPv6.
    static func network(around range: String) -> String {
        let separator: Character = range.contains(":") ? ":" : "."
        return range.split(separator: separator, maxSplits: 2, omittingEmptySubsequences: false).prefix(2)
            .map { $0.isEmpty ? "0" : $0 }.joined(separator: String(separator))
    }
}
