extension HabitualWords {
    /// The accounts that use like words, without some: communities whose members are as like as this on average, of a cluster's size at least,
    /// each in rising order. About linear in words.
    func groups(asLikeAs least: Double, without settled: Set<Int> = [], passes: Int = 10) -> [[Int]] {
        let accounts = directions.indices.filter { !directions[$0].isEmpty && !settled.contains($0) }
        let network = Network(
            sizes: Array(repeating: 1, count: accounts.count), valueWeights: Array(repeating: 1, count: count),
            values: accounts.map { directions[$0].map { (value: $0.word, count: $0.length) } },
            links: Array(repeating: [], count: accounts.count))
        var leiden = Leiden(resolution: least)
        leiden.passes = passes
        let communities = leiden.communities(of: network)
        return Dictionary(grouping: accounts.indices) { communities[$0] }.values
            .filter { $0.count >= Support.fewestCoordinated }.map { $0.map { accounts[$0] }.sorted() }
            .sorted { $0[0] < $1[0] }
    }
}
