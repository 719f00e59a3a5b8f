import Evidence
import HostileText

/// What labels come to: one verdict an account, with a weight, and why the others do not count.
struct LabelReading {
    /// What analysts hold an account to be.
    struct Verdict: Equatable {
        /// Whether they say that it harvests.
        var isHarvest: Bool
        /// What it counts: the mean over analysts of confidence over sampling probability.
        var weight: Double
        /// How many labels it is made of.
        var labels: Int
        /// Whether some sampling probability is known.
        var isSampled: Bool
    }

    /// The verdicts.
    private(set) var verdicts: [AccountID: Verdict] = [:]
    /// The gold items with what they are known to be.
    private(set) var gold: [AccountID: Bool] = [:]
    /// How many labels are not used, by reason.
    private(set) var unused: [UnusedLabel: Int] = [:]

    /// A label given on purpose counts as its confidence: suspected a half, likely four fifths.
    static let confidences: [Confidence: Double] = [.suspected: 0.5, .likely: 0.8, .high: 1]
    /// The most that a sampling weight may be, so that one rare pick does not outweigh all others (truncated importance
    /// weights, Ionides 2008).
    static let largestWeight = 50.0

    /// Reads labels in any order. Of one analyst's on one account the latest counts, whatever order they arrived in.
    init(_ labels: [GivenLabel], gold known: [AccountID: Bool] = [:]) {
        gold = known
        for label in labels {
            if let isHarvest = label.gold?.isHarvest, case .account(let account) = label.event.subject {
                gold[account] = isHarvest
            }
        }
        for (account, given) in latest(of: labels) { judge(account, given) }
    }

    /// The latest label of each analyst on each account.
    private mutating func latest(of labels: [GivenLabel]) -> [AccountID: [GivenLabel]] {
        var latest: [AccountID: [UntrustedText: GivenLabel]] = [:]
        let sorted = labels.sorted { ($0.event.at, $0.event.id) < ($1.event.at, $1.event.id) }
        for label in sorted {
            guard case .account(let account) = label.event.subject else {
                note(.onCluster)
                continue
            }
            if let before = latest[account]?[label.event.analyst], before.event.label != nil {
                note(label.event.label == nil ? .takenBack : .superseded)
            }
            latest[account, default: [:]][label.event.analyst] = label
        }
        return latest.mapValues { $0.values.filter { $0.event.label != nil } }
    }

    private mutating func judge(_ account: AccountID, _ given: [GivenLabel]) {
        guard !given.isEmpty else { return }
        if gold[account] != nil { return note(.gold, given.count) }
        var clear: [(isHarvest: Bool, label: GivenLabel)] = []
        for label in given {
            switch label.event.label {
            case .relay: note(.relay)
            case .compromisedKey: note(.compromisedKey)
            case .distillation, .mixed: clear.append((true, label))
            case .benign, .researchEval: clear.append((false, label))
            case .unsure, nil: note(.unsure)
            }
        }
        guard let first = clear.first else { return }
        guard clear.allSatisfy({ $0.isHarvest == first.isHarvest }) else { return note(.disputed, clear.count) }
        let weights = clear.map { Self.weight(of: $0.label) }.sorted()
        verdicts[account] = Verdict(
            isHarvest: first.isHarvest, weight: weights.reduce(0, +) / Double(weights.count), labels: clear.count,
            isSampled: clear.contains { $0.label.sampling != nil })
    }

    private static func weight(of label: GivenLabel) -> Double {
        let sampling = min(largestWeight, 1 / (label.sampling ?? 1))
        return sampling * (confidences[label.event.confidence] ?? 1)
    }

    private mutating func note(_ reason: UnusedLabel, _ count: Int = 1) {
        unused[reason, default: 0] += count
    }
}
