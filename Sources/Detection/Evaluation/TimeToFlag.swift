import Evidence

extension Evaluation {
    /// The number of beginnings of a log that are scored to see when an account is first flagged.
    public static let checkpoints = 8
}

extension Evaluation.TimeToFlag {
    /// Scores evenly spaced beginnings of the log.
    init(_ input: DetectionInput, detector: Detector, positives: Set<AccountID>) {
        flagged = 0
        guard let first = input.exchanges.map(\.at).min(), first < input.asOf, !positives.isEmpty else { return }
        let last = min(input.exchanges.map(\.at).max() ?? input.asOf, input.asOf)
        let step = max(1, (last - first) / Int64(Evaluation.checkpoints))
        var waiting = positives
        var exchanges: [Double] = []
        var hours: [Double] = []
        for number in 1...Evaluation.checkpoints {
            var beginning = input
            beginning.asOf = number == Evaluation.checkpoints ? input.asOf : first + Int64(number) * step
            for account in detector.findings(in: beginning).accounts
            where account.isFlagged && waiting.contains(account.id) {
                waiting.remove(account.id)
                exchanges.append(Double(account.exchanges))
                hours.append(Double(beginning.asOf - account.firstAt) / Double(Instant.hour))
            }
        }
        flagged = exchanges.count
        exchangesMedian = Quantile.median(exchanges)
        hoursMedian = Quantile.median(hours)
        stepHours = Double(step) / Double(Instant.hour)
    }
}
