import Evidence

/// Which accounts say the same: for each account, the accounts of other customers with which it shares templates and fixed
/// instructions, and how much sharing all of them together says. One phrase in common says little; the many wordings of one
/// paraphrased instruction add up. Each value counts as far as both accounts hold it firmly.
struct ContentTies {
    /// The accounts looked at, a shared value. They are picked by hash, the same for every value of an account.
    static let companions = 64

    /// A tie to another account.
    struct Tie {
        var other: Int
        /// The sum of what each shared value says.
        var weight: Double
    }

    /// The ties of each account, by the other account.
    let ties: [[Tie]]

    /// Adds up what accounts share. Linear in shared values times the companions looked at.
    init(_ shared: SharedValues, atLeast least: Double, weight: (SharedValue) -> Double) {
        let weights = shared.values.map { value in
            value.evidence == .content && !value.isSoftware ? weight(value) : 0
        }
        ties = Parallel.map(shared.ofAccount.count) { account in
            var sums: [Int: Double] = [:]
            for number in shared.ofAccount[account] where weights[number] > 0.01 {
                let value = shared.values[number]
                let own = weights[number] * value.hold(of: account)
                for other in shared.companions(of: account, through: number, atMost: Self.companions) {
                    sums[other, default: 0] += own * value.hold(of: other)
                }
            }
            return sums.filter { $0.value >= least }.sorted { $0.key < $1.key }
                .map { Tie(other: $0.key, weight: $0.value) }
        }
    }
}
