import Evidence
import Foundation

/// The signals and scores of all accounts.
struct AccountScores {
    /// One account's score with what it rests on.
    struct Scored {
        /// The signals, the strongest contribution first.
        var signals: [Signal]
        /// A few words for each signal that adds to the score, strongest first.
        var reasons: [String]
        /// The calibrated probability.
        var score: Double
        /// The ends of its 90 % interval.
        var low: Double, high: Double
    }

    /// The scores, by account.
    let scored: [Scored]

    /// Measures every signal of every account, each against the ordinary ones.
    init(_ observed: Observations, model: ScoreModel) {
        let signals = AccountSignals.all.map { Self.column($0, observed, model) }
        scored = observed.intake.accounts.indices.map { account in
            Self.scored(signals.map { $0[account] }, model)
        }
    }

    private typealias Cell = (signal: Signal, sample: Int, reason: String?)

    private static func column(
        _ signal: any AccountSignal.Type, _ observed: Observations, _ model: ScoreModel
    ) -> [Cell] {
        let measured = observed.intake.accounts.indices.map { signal.measure($0, in: observed) }
        let ordinary = Distribution(
            zip(measured, observed.ordinary.isOrdinary).compactMap { $0.1 ? $0.0.value : nil })
        return measured.enumerated().map { account, one in
            let signal = Signal(
                subject: .account(observed.intake.accounts[account]), name: signal.name, value: one.value,
                unit: signal.unit, ordinary: ordinary.median,
                percentile: one.value.flatMap { ordinary.percentile(of: $0) },
                contribution: model.contribution(of: signal.name, value: one.value), evidence: one.evidence,
                note: one.note)
            return (signal, one.sample, one.reason)
        }
    }

    private static func scored(_ cells: [Cell], _ model: ScoreModel) -> Scored {
        let sorted = cells.sorted {
            ($1.signal.contribution, $0.signal.name.rawValue) < ($0.signal.contribution, $1.signal.name.rawValue)
        }
        let logOdds = model.base + sorted.reduce(0) { $0 + $1.signal.contribution }
        let reach = ScoreInterval.halfWidth(sorted.map { ($0.signal.contribution, $0.sample) })
        return Scored(
            signals: sorted.map(\.signal),
            reasons: sorted.filter { $0.signal.contribution >= 0.1 }.compactMap(\.reason),
            score: Logistic.probability(logOdds: logOdds), low: Logistic.probability(logOdds: logOdds - reach),
            high: Logistic.probability(logOdds: logOdds + reach))
    }
}

/// How far a score can be trusted.
enum ScoreInterval {
    /// Half the width of a 90 % interval, in log-odds: each contribution is taken to be uncertain by itself over the root of
    /// its sample, and the model by 0.4.
    static func halfWidth(_ contributions: [(value: Double, sample: Int)]) -> Double {
        let variance = contributions.reduce(0.16) { $0 + $1.value * $1.value / Double($1.sample + 1) }
        return 1.645 * variance.squareRoot()
    }
}
