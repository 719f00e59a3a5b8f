import Evidence
import HostileText

/// The truth, aligned with the detector's accounts.
struct Yardstick {
    /// The truth of each account, in the findings' order; `nil` where the truth is silent.
    let truths: [AccountTruth?]
    /// The positive accounts.
    let positives: Set<AccountID>

    /// Looks up each account.
    init(_ accounts: [Account], truth: Truth) {
        truths = accounts.map { truth.accounts[$0.id.text.verbatim] }
        positives = Set(zip(accounts, truths).filter { $0.1.map(Self.isPositive) ?? false }.map(\.0.id))
    }

    /// Whether an account harvests.
    static func isPositive(_ truth: AccountTruth) -> Bool {
        truth.label == .distillation || truth.label == .mixed
    }

    /// The group of a share: the smallest of these percentages that it does not exceed.
    static func percentage(_ share: Double) -> String {
        let groups = [5, 10, 25, 50, 75]
        return "\(groups.first { share * 100 <= Double($0) + 1e-9 } ?? 100)%"
    }

    /// Ranks all accounts but relays by a number each.
    func ranking(_ scores: [Double], areProbabilities: Bool = false) -> Evaluation.Ranking {
        ranking(scores, areProbabilities: areProbabilities) { _ in true }
    }

    /// Ranks the positives of each group against all negatives.
    func rankings(_ scores: [Double], by group: (AccountTruth) -> String?) -> [String: Evaluation.Ranking] {
        let groups = Set(truths.compactMap { $0 }.filter(Self.isPositive).compactMap(group))
        return Dictionary(
            uniqueKeysWithValues: groups.map { name in
                (name, ranking(scores, areProbabilities: true) { group($0) == name })
            })
    }

    private func ranking(
        _ scores: [Double], areProbabilities: Bool, positives isIn: (AccountTruth) -> Bool
    ) -> Evaluation.Ranking {
        let ranked = zip(scores, truths).compactMap { score, truth -> Evaluation.Ranked? in
            guard let truth, truth.label != .relay else { return nil }
            let isPositive = Self.isPositive(truth)
            if isPositive && !isIn(truth) { return nil }
            return Evaluation.Ranked(score: score, isPositive: isPositive)
        }
        return Evaluation.Ranking(ranked, areProbabilities: areProbabilities)
    }

    /// The rate of flags in each class of negatives.
    func lookalikes(_ accounts: [Account]) -> [String: Evaluation.FlagRate] {
        let negatives = truths.compactMap { $0 }.filter { !Self.isPositive($0) && $0.label != .relay }
        return Dictionary(
            uniqueKeysWithValues: Set(negatives.map(\.className)).map { name in
                (
                    name,
                    flagRate(accounts) { $0.className == name && !Self.isPositive($0) && $0.label != .relay }
                )
            })
    }

    /// The rate of flags among the accounts that a condition picks.
    func flagRate(_ accounts: [Account], where condition: (AccountTruth) -> Bool) -> Evaluation.FlagRate {
        let picked = zip(accounts, truths).filter { $0.1.map(condition) ?? false }.map(\.0)
        let flagged = picked.count { $0.isFlagged }
        return Evaluation.FlagRate(
            n: picked.count, flagged: flagged, fpr: picked.isEmpty ? nil : Double(flagged) / Double(picked.count))
    }

    /// Compares an account's strongest cluster among those that count with its true one, relays included.
    func pairing(_ findings: Findings, counting counts: (Cluster) -> Bool) -> Evaluation.Pairing {
        let counted = Set(findings.clusters.filter(counts).map(\.id))
        var numbers: [ClusterID: Int] = [:]
        var names: [String: Int] = [:]
        let rows = zip(findings.accounts, truths).filter { $0.1 != nil }
        return Evaluation.Pairing(
            asserted: rows.map { account, _ in
                guard let id = account.cluster, counted.contains(id) else { return nil }
                numbers[id] = numbers[id] ?? numbers.count
                return numbers[id]
            },
            actual: rows.map { _, truth in
                guard let name = truth?.cluster else { return nil }
                names[name] = names[name] ?? names.count
                return names[name]
            })
    }

    /// The share of positives among accounts of like score.
    func reliability(_ scores: [Double]) -> [Evaluation.ReliabilityBin] {
        (0..<10).compactMap { tenth in
            let rows = zip(scores, truths).compactMap { score, truth -> (Double, Bool)? in
                guard let truth, truth.label != .relay, min(Int(score * 10), 9) == tenth else { return nil }
                return (score, Self.isPositive(truth))
            }
            guard !rows.isEmpty else { return nil }
            return Evaluation.ReliabilityBin(
                from: Double(tenth) / 10, n: rows.count,
                meanScore: rows.reduce(0) { $0 + $1.0 } / Double(rows.count),
                positiveShare: Double(rows.count { $0.1 }) / Double(rows.count))
        }
    }
}
