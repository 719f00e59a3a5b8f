import Evidence

/// The capability targets of sets of exchanges, against ordinary traffic.
struct TargetShares {
    private let counts: [[Int]]
    private let ordinary: [Double]

    /// How many exchanges of each account have each top target.
    static func counts(_ observed: Observations) -> [[Int]] {
        let all = CapabilityTarget.allCases.count
        var counts = Array(repeating: Array(repeating: 0, count: all), count: observed.intake.accounts.count)
        for place in observed.intake.exchanges.indices {
            counts[observed.intake.account(at: place)][observed.targets.top[place].place] += 1
        }
        return counts
    }

    /// Compares accounts' counts with those of ordinary ones.
    init(_ counts: [[Int]], ordinary reference: OrdinaryReference) {
        var sums = Array(repeating: 0, count: CapabilityTarget.allCases.count)
        let isOrdinary = reference.isOrdinary
        for (account, own) in counts.enumerated() where isOrdinary[account] {
            for target in own.indices { sums[target] += own[target] }
        }
        self.counts = counts
        let total = sums.reduce(0, +)
        ordinary = sums.map { total == 0 ? 0 : Double($0) / Double(total) }
    }

    /// The shares of some accounts' exchanges, largest first; targets below one in a hundred are left out.
    func shares(of accounts: some Sequence<Int>) -> [TargetShare] {
        var sums = Array(repeating: 0, count: ordinary.count)
        for account in accounts { for target in sums.indices { sums[target] += counts[account][target] } }
        let total = sums.reduce(0, +)
        guard total > 0 else { return [] }
        return sums.indices.compactMap { target -> TargetShare? in
            let share = Double(sums[target]) / Double(total)
            guard share >= 0.01 else { return nil }
            return TargetShare(
                target: CapabilityTarget.allCases[target], share: share,
                lift: ordinary[target] > 0 ? share / ordinary[target] : nil)
        }.sorted { ($1.share, $0.target.place) < ($0.share, $1.target.place) }
    }
}
