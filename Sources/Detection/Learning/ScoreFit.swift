import Evidence

/// Refits a model's weights and base to labelled accounts. The curves keep their shapes and the weights stay above zero, so
/// that every signal still speaks in one direction only.
///
/// Logistic regression, drawn by L2 towards the weights that it starts from: the loss is
/// `Σ w · log(1 + exp(−y·z)) + ½·Σ strength·(θ − θ₀)²`, minimised by coordinate descent on its quadratic upper bound
/// (Böhning and Lindsay 1988), which never overshoots.
enum ScoreFit {
    /// How strongly a weight is held: one label moves it by a sixtieth of its log-odds at most. So twenty labels move it by a
    /// third at the very most, and some two thousand outweigh what it was.
    static let weightStrength = 60.0
    /// How strongly the base is held, which every label moves.
    static let baseStrength = 100.0
    private static let mostRounds = 400
    private static let enough = 1e-5

    /// The model with refitted weights and base. O(rounds × examples × signals).
    static func fit(_ model: ScoreModel, to examples: [LearningExample]) -> ScoreModel {
        let names = model.curves.keys.sorted { $0.rawValue < $1.rawValue }
        let sorted = examples.levelled.sorted { $0.account < $1.account }
        let columns = names.map { name in
            sorted.map { example in
                example.values[name].flatMap { model.curves[name]?.strength(at: $0) } ?? 0
            }
        }
        var problem = Problem(
            columns: columns, isHarvest: sorted.map(\.isHarvest), weights: sorted.map(\.weight),
            start: names.map { model.curves[$0]?.weight ?? 0 }, base: model.base)
        problem.descend()
        var fitted = model
        fitted.base = problem.base
        for (name, weight) in zip(names, problem.values) { fitted.curves[name]?.weight = weight }
        return fitted
    }

    /// The numbers of one fit.
    private struct Problem {
        let columns: [[Double]]
        let isHarvest: [Bool]
        let weights: [Double]
        let start: [Double]
        let startBase: Double
        var values: [Double]
        var base: Double
        private var logOdds: [Double]

        init(columns: [[Double]], isHarvest: [Bool], weights: [Double], start: [Double], base: Double) {
            self.columns = columns
            self.isHarvest = isHarvest
            self.weights = weights
            self.start = start
            startBase = base
            values = start
            self.base = base
            logOdds = Array(repeating: base, count: weights.count)
            for (column, value) in zip(columns, start) {
                for row in logOdds.indices { logOdds[row] += value * column[row] }
            }
        }

        mutating func descend() {
            for _ in 0..<mostRounds {
                var largest = abs(stepBase())
                for place in values.indices { largest = max(largest, abs(step(place))) }
                if largest < enough { return }
            }
        }

        private func residual(_ row: Int) -> Double {
            weights[row] * (Logistic.probability(logOdds: logOdds[row]) - (isHarvest[row] ? 1 : 0))
        }

        private mutating func stepBase() -> Double {
            var slope = baseStrength * (base - startBase)
            var bound = baseStrength
            for row in weights.indices {
                slope += residual(row)
                bound += 0.25 * weights[row]
            }
            let move = -slope / bound
            base += move
            for row in logOdds.indices { logOdds[row] += move }
            return move
        }

        private mutating func step(_ place: Int) -> Double {
            let column = columns[place]
            var slope = weightStrength * (values[place] - start[place])
            var bound = weightStrength
            for row in weights.indices where column[row] != 0 {
                slope += residual(row) * column[row]
                bound += 0.25 * weights[row] * column[row] * column[row]
            }
            let new = max(0, values[place] - slope / bound)
            let move = new - values[place]
            values[place] = new
            for row in logOdds.indices where column[row] != 0 { logOdds[row] += move * column[row] }
            return move
        }
    }
}
