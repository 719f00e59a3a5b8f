import Evidence

/// Who begins something in which bin, in so far as the bin is no crowd.
struct Company {
    /// For each account the runs of `accounts` that are its bins' companies after itself.
    private var runs: [[Range<Int32>]]
    /// The accounts of each bin, in rising order, one bin after the other.
    private var accounts: [Int32] = []
    /// How many bins of each account are crowds.
    private(set) var crowded: [Int]

    init(_ profiles: [StartProfile]) {
        let starts = Self.starts(profiles)
        let crowd = Self.crowd(starts)
        runs = Array(repeating: [], count: profiles.count)
        crowded = Array(repeating: 0, count: profiles.count)
        var start = 0
        while start < starts.count {
            var end = start + 1
            while end < starts.count, starts[end].bin == starts[start].bin { end += 1 }
            if end - start <= crowd {
                let base = accounts.count
                for place in start..<end { accounts.append(starts[place].account) }
                for place in start..<(end - 1) {
                    let next = Int32(base + place - start + 1)
                    runs[Int(starts[place].account)].append(next..<Int32(accounts.count))
                }
            } else {
                for place in start..<end { crowded[Int(starts[place].account)] += 1 }
            }
            start = end
        }
    }

    /// The most accounts of a bin that is no crowd: as many as can be counted, since in a log of few accounts that do much all
    /// bins are full.
    private static func crowd(_ starts: [(bin: Int32, account: Int32)]) -> Int {
        var sizes: [Int: Int] = [:]
        var start = 0
        while start < starts.count {
            var end = start + 1
            while end < starts.count, starts[end].bin == starts[start].bin { end += 1 }
            sizes[end - start, default: 0] += 1
            start = end
        }
        var crowd = Synchrony.crowd
        var pairs = 0
        for (size, bins) in sizes.sorted(by: { $0.key < $1.key }) {
            pairs += bins * size * (size - 1) / 2
            guard pairs <= min(starts.count * Synchrony.companyOfStart, Synchrony.mostCompany) else { break }
            crowd = max(crowd, size)
        }
        return crowd
    }

    /// Who begins something, by bin and account. O(starts) where they are as near in time as those of a log are.
    private static func starts(_ profiles: [StartProfile]) -> [(bin: Int32, account: Int32)] {
        let count = profiles.reduce(0) { $0 + $1.bins.count }
        guard let first = profiles.lazy.compactMap(\.bins.first).min(),
            let last = profiles.lazy.compactMap(\.bins.last).max()
        else { return [] }
        var starts = [(bin: Int32, account: Int32)](repeating: (0, 0), count: count)
        // Accounts come in rising order, so that each bin's are in order once they are by bin.
        let bins = Int(last) - Int(first) + 1
        guard bins <= max(1 << 20, 4 * count) else {
            starts = profiles.enumerated().flatMap { account, profile in profile.bins.map { ($0, Int32(account)) } }
            starts.sort { $0 < $1 }
            return starts
        }
        var next = [Int](repeating: 0, count: bins + 1)
        for profile in profiles { for bin in profile.bins { next[Int(bin - first) + 1] += 1 } }
        for bin in 0..<bins { next[bin + 1] += next[bin] }
        for (account, profile) in profiles.enumerated() {
            for bin in profile.bins {
                starts[next[Int(bin - first)]] = (bin, Int32(account))
                next[Int(bin - first)] += 1
            }
        }
        return starts
    }

    /// The accounts of other customers after this one that begin in some bin of it; `counts` says in how many.
    func others(after account: Int, _ customerOf: [Int], _ counts: inout [Int32]) -> [Int] {
        var others: [Int] = []
        for run in runs[account] {
            for place in run {
                let other = Int(accounts[Int(place)])
                if counts[other] == 0 {
                    guard customerOf[other] != customerOf[account] else { continue }
                    others.append(other)
                }
                counts[other] += 1
            }
        }
        return others
    }
}
