import Foundation

/// Probabilities and log-odds.
enum Logistic {
    /// The probability with these log-odds.
    static func probability(logOdds: Double) -> Double {
        1 / (1 + exp(-logOdds))
    }

    /// The log-odds of a probability, which is kept a millionth away from 0 and 1.
    static func logOdds(_ probability: Double) -> Double {
        let inner = min(max(probability, 1e-6), 1 - 1e-6)
        return log(inner / (1 - inner))
    }
}
