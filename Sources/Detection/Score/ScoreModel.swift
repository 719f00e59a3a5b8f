public import Evidence

/// How signal values become a probability: a sum of log-odds, one monotone curve a signal.
///
/// A signal that is not available adds nothing. The score is `1 / (1 + exp(-(base + Σ contributions)))`, so that the
/// contributions shown to an analyst are the whole of the reasoning.
public struct ScoreModel: Hashable, Codable, Sendable {
    /// The model's name.
    public var name: String
    /// The version, which changes with every number below.
    public var version: String
    /// The log-odds of an account of which no signal says anything.
    public var base: Double
    /// The score from which on an account is flagged, 0 to 1.
    public var threshold: Double
    /// One curve a signal; a signal without one adds nothing.
    public var curves: [SignalName: Curve]

    /// Makes a model.
    public init(name: String, version: String, base: Double, threshold: Double, curves: [SignalName: Curve]) {
        self.name = name
        self.version = version
        self.base = base
        self.threshold = threshold
        self.curves = curves
    }

    /// The name and version in one word, as flags carry it.
    public var title: String { "\(name)-\(version)" }

    /// What a signal's value adds, in log-odds; 0 where the value is not available.
    public func contribution(of signal: SignalName, value: Double?) -> Double {
        guard let value, let curve = curves[signal] else { return 0 }
        return curve.weight * curve.strength(at: value)
    }

    /// The probability for a sum of contributions.
    public func score(contributions: Double) -> Double {
        Logistic.probability(logOdds: base + contributions)
    }
}

extension ScoreModel {
    /// A signal's curve: its value, squashed to a strength between 0 and 1, times a weight in log-odds.
    public struct Curve: Hashable, Codable, Sendable {
        /// What full strength adds, in log-odds.
        public var weight: Double
        /// Points of the curve by rising value; straight lines between, flat outside.
        public var knots: [Knot]

        /// Makes a curve.
        public init(weight: Double, knots: [Knot]) {
            self.weight = weight
            self.knots = knots
        }

        /// Makes a curve that rises in a straight line from `none` (strength 0) to `full` (strength 1).
        public init(weight: Double, none: Double, full: Double) {
            self.init(weight: weight, knots: [Knot(value: none, strength: 0), Knot(value: full, strength: 1)])
        }

        /// Whether small values are those that speak for a harvest.
        public var falls: Bool { (knots.first?.strength ?? 0) > (knots.last?.strength ?? 0) }

        /// The strength at a value, 0 to 1.
        public func strength(at value: Double) -> Double {
            guard let first = knots.first, let last = knots.last else { return 0 }
            if value <= first.value { return first.strength }
            if value >= last.value { return last.strength }
            for (left, right) in zip(knots, knots.dropFirst()) where value <= right.value {
                let share = (value - left.value) / (right.value - left.value)
                return left.strength + share * (right.strength - left.strength)
            }
            return last.strength
        }
    }

    /// One point of a curve.
    public struct Knot: Hashable, Codable, Sendable {
        /// The signal's value, in its unit.
        public var value: Double
        /// The strength there, 0 to 1.
        public var strength: Double

        /// Makes a point.
        public init(value: Double, strength: Double) {
            self.value = value
            self.strength = strength
        }
    }
}
