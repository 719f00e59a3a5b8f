/// What every signal says of every account, before it is compared with the ordinary ones.
struct AccountMeasures {
    /// By account, and within it as ``AccountSignals/all`` lists them.
    private(set) var ofAccount: [[Measurement]]

    /// Measures everything. An account's exchanges lie scattered, so that all signals look at them while they are at hand.
    init(_ observed: Observations) {
        let signals = AccountSignals.all
        ofAccount = Parallel.map(observed.intake.accounts.count) { account in
            signals.map { $0.measure(account, in: observed) }
        }
    }

    /// Measures what depends on clusters anew, once others are settled.
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
