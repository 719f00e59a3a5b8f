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

    /// Compares every signal of every account with the ordinary ones. Signals do not depend on each other.
    init(_ measures: AccountMeasures, _ observed: Observations, model: ScoreModel) {
        let signals = AccountSignals.all
        let isOrdinary = observed.ordinary.isOrdinary
        let columns = Parallel.map(signals.count) { number in
            Self.column(signals[number], measures.ofAccount.map { $0[number] }, observed, isOrdinary, model)
        }
        let names = signals.map { $0.name.rawValue }
        scored = Parallel.map(observed.intake.accounts.count) { Self.scored(columns, names, $0, model) }
    }

    private typealias Cell = (signal: Signal, sample: Int, reason: String?)

    private static func column(
        _ signal: any AccountSignal.Type, _ measured: [Measurement], _ observed: Observations, _ isOrdinary: [Bool],
        _ model: ScoreModel
    ) -> [Cell] {
        let ordinary = Distribution(zip(measured, isOrdinary).compactMap { $0.1 ? $0.0.value : nil })
        let name = signal.name
        let unit = signal.unit
        let median = ordinary.median
        return measured.enumerated().map { account, one in
            let signal = Signal(
                subject: .account(observed.intake.accounts[account]), name: name, value: one.value, unit: unit,
                ordinary: median, percentile: one.value.flatMap { ordinary.percentile(of: $0) },
                contribution: model.contribution(of: name, value: one.value), evidence: one.evidence, note: one.note)
            return (signal, one.sample, one.reason)
        }
    }

    private static func scored(
        _ columns: [[Cell]], _ names: [String], _ account: Int, _ model: ScoreModel
    ) -> Scored {
        let contributions = columns.map { $0[account].signal.contribution }
        let sorted = columns.indices.sorted { (contributions[$1], names[$0]) < (contributions[$0], names[$1]) }
        let logOdds = model.base + sorted.reduce(0) { $0 + contributions[$1] }
        let reach = ScoreInterval.halfWidth(sorted.map { (contributions[$0], columns[$0][account].sample) })
        return Scored(
            signals: sorted.map { columns[$0][account].signal },
            reasons: sorted.filter { contributions[$0] >= 0.1 }.compactMap { columns[$0][account].reason },
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
