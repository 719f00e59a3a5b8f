/// What every signal says of every account, before it is compared with the ordinary ones.
struct AccountMeasures {
    /// By account, and within it as ``AccountSignals/all`` lists them.
    private(set) var ofAccount: [[Measurement]]

    /// Measures everything. An account's exchanges lie scattered, so that all signals look at them while they are at hand.
    init(_ observed: Observations) {
        self.init(observed) { _ in true }
    }

    /// Measures what depends on no cluster, which can be done while clusters are sought; ``follow(_:)`` adds the rest.
    init(beforeClusters observed: Observations) {
        self.init(observed) { !$0.dependsOnClusters }
    }

    private init(_ observed: Observations, where isDue: (any AccountSignal.Type) -> Bool) {
        let signals = AccountSignals.all.map { (signal: $0, isDue: isDue($0)) }
        ofAccount = Parallel.map(observed.intake.accounts.count) { account in
            signals.map { $0.isDue ? $0.signal.measure(account, in: observed) : .notAvailable("not measured yet") }
        }
    }

    /// Measures what depends on clusters, once they are settled, or others are.
    mutating func follow(_ observed: Observations) {
        let dependent = AccountSignals.all.enumerated().filter { $0.element.dependsOnClusters }
        let anew = Parallel.map(ofAccount.count) { account in
            dependent.map { $0.element.measure(account, in: observed) }
        }
        for (account, measurements) in anew.enumerated() {
            for (signal, measurement) in zip(dependent, measurements) {
                ofAccount[account][signal.offset] = measurement
            }
        }
    }

    /// The probability that an account harvests.
    func score(of account: Int, by model: ScoreModel) -> Double {
        let contributions = zip(AccountSignals.all, ofAccount[account]).map {
            model.contribution(of: $0.name, value: $1.value)
        }
        return Logistic.probability(logOdds: contributions.sorted(by: >).reduce(model.base, +))
    }
}
