import Evidence
import Foundation

/// The probability that a cluster harvests, and what each kind of evidence adds to it.
///
/// `noisy-or over kinds of (strength × coverage) × focus × volume`, where coverage is the share of members that a kind ties
/// to others, focus grows from 0.7 to 1 with the share of traffic that is not general, and volume from 0.8 to 1 with
/// the members' exchanges. A candidate's is halved.
struct ClusterScore {
    /// How strongly each kind speaks when it ties every member.
    static let strengths: [EvidenceKind: Double] = [
        .content: 0.75, .payment: 0.85, .infrastructure: 0.6, .timing: 0.75,
    ]
    /// The log-odds of a cluster of which nothing is known.
    static let base = -3.0

    /// The probability.
    let score: Double
    /// What each kind adds, in log-odds; all of them and `base` sum up to the score's.
    let contributions: [EvidenceKind: Double]

    /// Scores a cluster.
    init(_ cluster: ClusterFinder.Found, focus: Double, exchanges: Int) {
        let silences = cluster.kinds.map { kind in
            log(1 - (Self.strengths[kind] ?? 0) * min(1, cluster.coverage[kind] ?? 0))
        }
        let total = silences.reduce(0, +)
        let volume = 0.8 + 0.2 * min(1, log10(1 + Double(exchanges)) / 4)
        let status = cluster.status == .coordinated ? 1 : 0.5
        score = (1 - exp(total)) * (0.7 + 0.3 * focus) * volume * status
        let logOdds = Logistic.logOdds(score)
        contributions = Dictionary(
            uniqueKeysWithValues: zip(cluster.kinds, silences).map { kind, silence in
                (kind, total == 0 ? 0 : (logOdds - Self.base) * silence / total)
            })
    }
}
