import Evidence
import HostileText

extension TimelineChart {
    /// The labels of the axis: dates at first, times of day where a column is short.
    var labels: [(bin: Int, text: SafeText)] {
        let window = facts.window
        let room = 10
        let step =
            Self.labelSteps.first { Int64(room) * window.width <= $0 * Int64(window.columnsEach) } ?? 364 * Instant.day
        var labels: [(bin: Int, text: SafeText)] = []
        var at = TimeWindow.aligned(window.from, to: step)
        while at < window.to, labels.count < 100 {
            if at >= window.from {
                labels.append(
                    (Int((at - window.from) / window.width) * window.columnsEach, label(at, step: step))
                )
            }
            at = at + step
        }
        return labels
    }

    private static let labelSteps: [Int64] =
        [10, 30].map { $0 * Instant.second } + [1, 2, 5, 10, 15, 30].map { $0 * Instant.minute }
        + [1, 2, 3, 6, 12].map { $0 * Instant.hour } + [1, 2, 7, 14, 28, 91].map { $0 * Instant.day }

    private func label(_ at: Instant, step: Int64) -> SafeText {
        // Days are those of UTC in every zone, and their columns bear its dates.
        if step >= Instant.day { return DisplayZone.utc.date(at) }
        if at.milliseconds % Instant.day == 0, context.zone == .utc { return context.zone.date(at) }
        return step < Instant.minute ? context.zone.time(at) : context.zone.minute(at)
    }
}
