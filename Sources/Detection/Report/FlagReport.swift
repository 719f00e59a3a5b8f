import Evidence
import HostileText

/// Which accounts and clusters deserve a look.
struct FlagReport {
    private let previous: [Subject: PreviousRun.PastFlag]
    private let model: ScoreModel
    private let asOf: Instant

    /// Prepares to raise flags, with the ids and times of those raised before.
    init(_ input: DetectionInput, model: ScoreModel) {
        previous = Dictionary((input.previous?.flags ?? []).map { ($0.subject, $0) }) { first, other in
            first.at <= other.at ? first : other
        }
        self.model = model
        asOf = input.asOf
    }

    /// The flag of an account at or above the threshold.
    func flag(_ account: Account, _ scored: AccountScores.Scored, targets: [TargetShare]) -> Flag? {
        guard scored.score >= model.threshold else { return nil }
        return flag(
            .account(account.id), score: scored.score, low: scored.low, high: scored.high, targets: targets,
            reasons: Array(scored.reasons.prefix(3)), exchanges: account.exchanges, lastAt: account.lastAt,
            cluster: account.cluster)
    }

    /// The flag of a coordinated cluster.
    func flag(_ cluster: Cluster) -> Flag? {
        guard cluster.status == .coordinated else { return nil }
        let logOdds = Logistic.logOdds(cluster.score)
        let reach = ScoreInterval.halfWidth([(logOdds - ClusterScore.base, cluster.size)])
        return flag(
            .cluster(cluster.id), score: cluster.score, low: Logistic.probability(logOdds: logOdds - reach),
            high: Logistic.probability(logOdds: logOdds + reach), targets: cluster.targets,
            reasons: Array(cluster.reasons.prefix(3)), exchanges: cluster.exchanges, lastAt: cluster.lastAt,
            cluster: nil)
    }

    private func flag(
        _ subject: Subject, score: Double, low: Double, high: Double, targets: [TargetShare], reasons: [String],
        exchanges: Int, lastAt: Instant, cluster: ClusterID?
    ) -> Flag {
        let known = previous[subject]
        let id = known?.id ?? FlagID("flag:\(subject.kind.rawValue):" + subject.text.verbatim)
        return Flag(
            id: id, subject: subject, score: score, low: low, high: high, version: model.title, at: known?.at ?? asOf,
            confirmedAt: asOf, targets: targets, reasons: reasons, exchanges: exchanges, cluster: cluster,
            urgency: Urgency.of(score: score, exchanges: exchanges, lastAt: lastAt, asOf: asOf))
    }
}
