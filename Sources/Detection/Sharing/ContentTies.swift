import Evidence

/// Which accounts say the same: for each account, the accounts of other customers with which it shares templates and fixed
/// instructions, and how much sharing all of them together says. One phrase in common says little; the many wordings of one
/// paraphrased instruction add up. Each value counts as far as both accounts hold it firmly.
struct ContentTies {
    /// The accounts looked at, a shared value. They are picked by hash, the same for every value of an account.
    static let companions = 64

    /// What a value must say to be looked at.
    private static let leastWeight = 0.01

    /// A tie to another account.
    struct Tie {
        var other: Int
        /// The sum of what each shared value says.
        var weight: Double
    }

    /// The ties of each account, by the other account.
    let ties: [[Tie]]
    private let weights: [Double]
    private let least: Double

    /// Adds up what accounts share. Linear in shared values times the companions looked at.
    init(_ shared: SharedValues, atLeast least: Double, weight: (SharedValue) -> Double) {
        let weights = shared.values.map { value in
            value.evidence == .content && !value.isSoftware ? weight(value) : 0
        }
        self.weights = weights
        self.least = least
        ties = Parallel.map(shared.ofAccount.count) { account in
            var sums: [Int: Double] = [:]
            for number in shared.ofAccount[account] where weights[number] > Self.leastWeight {
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

    /// Whether two accounts say the same, also where they are not among those looked at. O(values of both).
    func areTied(_ one: Int, _ other: Int, _ shared: SharedValues) -> Bool {
        let sum = shared.common(one, other).reduce(0.0) { sum, number in
            guard weights[number] > Self.leastWeight else { return sum }
            return sum + weights[number] * shared.values[number].hold(of: one) * shared.values[number].hold(of: other)
        }
        return sum >= least
    }
}
