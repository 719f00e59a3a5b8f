import Evidence

extension Evaluation {
    /// The usual number of beginnings of a log that are scored to see when an account is first flagged.
    public static let checkpoints = 8
}

extension Evaluation.TimeToFlag {
    /// Scores evenly spaced beginnings of the log; the whole log's findings are given.
    init(
        _ input: DetectionInput, detector: Detector, positives: Set<AccountID>, findings: Findings, checkpoints: Int
    ) {
        flagged = 0
        guard checkpoints > 0, let first = input.exchanges.map(\.at).min(), first < input.asOf, !positives.isEmpty
        else { return }
        let last = min(input.exchanges.map(\.at).max() ?? input.asOf, input.asOf)
        let step = max(1, (last - first) / Int64(checkpoints))
        var waiting = positives
        var exchanges: [Double] = []
        var hours: [Double] = []
        for number in 1...checkpoints {
            var beginning = input
            let isWhole = number == checkpoints
            beginning.asOf = isWhole ? input.asOf : first + Int64(number) * step
            for account in (isWhole ? findings : detector.findings(in: beginning)).accounts
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
