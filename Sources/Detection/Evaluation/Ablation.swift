import Evidence

/// What each signal is worth: the ranking without it, and the ranking by it alone.
enum Ablation {
    /// AUPRC of the score without each signal's contribution.
    static func leavingOut(_ findings: Findings, model: ScoreModel, yardstick: Yardstick) -> [String: Double?] {
        let contributions = perAccount(findings) { $0.contribution }
        return measured(model.curves.keys) { name in
            zip(findings.accounts, contributions).map { account, own in
                guard let score = account.score else { return -Double.infinity }
                return Logistic.logOdds(score) - (own[name] ?? 0)
            }
        } by: {
            yardstick.ranking($0).auprc
        }
    }

    /// AUPRC of each signal's value alone, in the direction in which the model counts it; those without one last.
    static func alone(_ findings: Findings, model: ScoreModel, yardstick: Yardstick) -> [String: Double?] {
        let values = perAccount(findings) { $0.value }
        return measured(SignalName.allCases) { name in
            let sign = model.curves[name]?.falls == true ? -1.0 : 1
            return values.map { own in own[name].map { sign * $0 } ?? -Double.infinity }
        } by: {
            yardstick.ranking($0).auprc
        }
    }

    private static func measured(
        _ names: some Sequence<SignalName>, scores: (SignalName) -> [Double], by auprc: ([Double]) -> Double?
    ) -> [String: Double?] {
        Dictionary(uniqueKeysWithValues: names.map { ($0.rawValue, auprc(scores($0))) })
    }

    private static func perAccount(
        _ findings: Findings, _ number: (Signal) -> Double?
    ) -> [[SignalName: Double]] {
        var numbers: [AccountID: [SignalName: Double]] = [:]
        for signal in findings.signals {
            if case .account(let id) = signal.subject, let value = number(signal) {
                numbers[id, default: [:]][signal.name] = value
            }
        }
        return findings.accounts.map { numbers[$0.id] ?? [:] }
    }
}
