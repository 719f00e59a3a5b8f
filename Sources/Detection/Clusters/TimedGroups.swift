import Evidence

/// Groups of accounts that are nearer to each other in time than to anybody else, whatever they say.
///
/// Two accounts of a pool need not be in step for each to be among the other's nearest: a few nats a pair, which strangers have
/// now and then, are a pattern where they have all the same strangers. What a group is, its members' evidence must say.
enum TimedGroups {
    /// The least mean weight of a pair inside a group.
    static let resolution = 0.12
    /// The surprise, in nats, of a pair of full weight.
    static let fullSurprise = 12.0

    /// The groups of at least so many, each in rising order.
    static func groups(_ synchrony: Synchrony, atLeast fewest: Int) -> [[Int]] {
        let accounts = Set(synchrony.near.flatMap { [$0.one, $0.other] }).sorted()
        guard accounts.count >= fewest else { return [] }
        let place = Dictionary(uniqueKeysWithValues: accounts.enumerated().map { ($1, $0) })
        var links = Array(repeating: [(node: Int, weight: Double)](), count: accounts.count)
        for pair in synchrony.near {
            guard let one = place[pair.one], let other = place[pair.other] else { continue }
            let weight = min(1, pair.surprise / fullSurprise)
            links[one].append((other, weight))
            links[other].append((one, weight))
        }
        let network = Network(
            sizes: Array(repeating: 1, count: accounts.count), valueWeights: [],
            values: Array(repeating: [], count: accounts.count), links: links)
        let communities = Leiden(resolution: resolution).communities(of: network)
        return Dictionary(grouping: accounts.indices) { communities[$0] }.values.filter { $0.count >= fewest }
            .map { $0.map { accounts[$0] }.sorted() }.sorted { $0[0] < $1[0] }
    }
}
