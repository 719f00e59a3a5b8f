public import Evidence

/// What a model learns from labels, and how it does before and after.
public struct Learning: Sendable {
    /// How it went, for people and as JSON.
    public struct Report: Hashable, Codable, Sendable {
        /// How many labels there are, those taken back included.
        public var labels: Int
        /// How many of them are learned from.
        public var used: Int
        /// Labelled accounts that harvest, and that do not.
        public var harvesting: Int, ordinary: Int
        /// Accounts among them that were picked with a known probability.
        public var sampled: Int
        /// The size of a sample of equal weights that says as much.
        public var effectiveSize: Double
        /// Labels not used, by reason.
        public var unused: [UnusedLabel: Int]
        /// The model that was in use.
        public var modelBefore: String
        /// The model that was learned.
        public var modelAfter: String
        /// How the model in use does.
        public var before: ThresholdFigures
        /// How models learned alike do on accounts that they were not learned from.
        public var after: ThresholdFigures
        /// The base before and after.
        public var base: Change
        /// The weights that changed, the most changed first.
        public var weights: [Change]
        /// How both do on gold items.
        public var gold: Gold

        enum CodingKeys: String, CodingKey {
            case labels, used, harvesting, ordinary, sampled, unused, before, after, base, weights, gold
            case effectiveSize = "effective_size"
            case modelBefore = "model_before"
            case modelAfter = "model_after"
        }
    }

    /// A number of the model before and after.
    public struct Change: Hashable, Codable, Sendable {
        /// The signal, or `base`.
        public var name: String
        /// The number that was.
        public var before: Double
        /// The number that is.
        public var after: Double
    }

    /// How often gold items are flagged.
    public struct Gold: Hashable, Codable, Sendable {
        /// Ordinary gold items with signals.
        public var ordinary: Int
        /// Those flagged before and after.
        public var falsePositivesBefore: Int, falsePositivesAfter: Int
        /// Harvesting gold items with signals.
        public var harvesting: Int
        /// Those flagged before and after.
        public var foundBefore: Int, foundAfter: Int

        /// Whether more ordinary gold items are flagged than before.
        public var isLoss: Bool { falsePositivesAfter > falsePositivesBefore }

        enum CodingKeys: String, CodingKey {
            case ordinary, harvesting
            case falsePositivesBefore = "false_positives_before"
            case falsePositivesAfter = "false_positives_after"
            case foundBefore = "found_before"
            case foundAfter = "found_after"
        }
    }

    /// Why nothing can be learned.
    public enum Problem: Error, Hashable, Sendable {
        /// Too few usable labels, or too few of one kind.
        case tooFew(harvesting: Int, ordinary: Int)
    }

    /// The fewest labelled accounts, and the fewest of either kind.
    public static let fewest = 10, fewestOfAKind = 2
    /// How many parts labelled accounts are split into for measuring.
    static let folds = 5

    /// The learned model.
    public let model: ScoreModel
    /// How it went.
    public let report: Report
}

extension Learning {
    /// What is known of a labelled account.
    public typealias Known = (group: String, values: [SignalName: Double])

    /// Learns from labels. A pure function of the set of labels.
    ///
    /// - Parameters:
    ///   - labels: all that arrived.
    ///   - gold: gold items known otherwise; whether each harvests.
    ///   - known: the signals of the labelled accounts and gold items.
    ///   - shipped: the model whose curves are kept and to which weights are drawn.
    ///   - current: the model in use, against which is measured.
    ///   - version: the version of the new model.
    /// - Throws: ``Problem``.
    public init(
        from labels: [GivenLabel], gold: [AccountID: Bool] = [:], known: [AccountID: Known], shipped: ScoreModel,
        current: ScoreModel, version: String
    ) throws(Problem) {
        let reading = LabelReading(labels, gold: gold)
        var unused = reading.unused
        var examples: [LearningExample] = []
        for (account, verdict) in reading.verdicts.sorted(by: { $0.key < $1.key }) {
            guard let one = known[account] else {
                unused[.noSignals, default: 0] += verdict.labels
                continue
            }
            examples.append(
                LearningExample(
                    account: account, group: one.group, values: one.values, isHarvest: verdict.isHarvest,
                    weight: verdict.weight))
        }
        let harvesting = examples.count(where: \.isHarvest)
        let ordinary = examples.count - harvesting
        guard examples.count >= Self.fewest, min(harvesting, ordinary) >= Self.fewestOfAKind else {
            throw .tooFew(harvesting: harvesting, ordinary: ordinary)
        }
        let before = ThresholdFigures(
            examples.map { ($0, current.score(of: $0.values)) }, threshold: current.threshold)
        let held = Self.heldOut(examples, shipped: shipped)
        var model = ScoreFit.fit(shipped, to: examples)
        model.version = version
        model.threshold = ThresholdChoice.threshold(held, before: before)
        self.model = model
        let given = labels.count { $0.event.label != nil }
        report = Report(
            labels: given, used: given - unused.values.reduce(0, +), harvesting: harvesting, ordinary: ordinary,
            sampled: examples.count { reading.verdicts[$0.account]?.isSampled ?? false },
            effectiveSize: examples.effectiveSize, unused: unused, modelBefore: current.title,
            modelAfter: model.title, before: before,
            after: ThresholdFigures(held, threshold: model.threshold),
            base: Change(name: "base", before: current.base, after: model.base),
            weights: Self.changes(from: current, to: model),
            gold: Self.gold(reading.gold, known: known, before: current, after: model))
    }

    /// Each example with the score of a model that was fitted without its part. Parts are made of whole groups, by hash.
    private static func heldOut(
        _ examples: [LearningExample], shipped: ScoreModel
    ) -> [(example: LearningExample, score: Double)] {
        let parts = examples.map { Int(StableHash.mix(StableHash.of($0.group)) % UInt64(folds)) }
        return (0..<folds).flatMap { part -> [(example: LearningExample, score: Double)] in
            let inside = examples.indices.filter { parts[$0] == part }.map { examples[$0] }
            guard !inside.isEmpty else { return [] }
            let outside = examples.indices.filter { parts[$0] != part }.map { examples[$0] }
            let model = ScoreFit.fit(shipped, to: outside)
            return inside.map { ($0, model.score(of: $0.values)) }
        }
    }

    private static func changes(from before: ScoreModel, to after: ScoreModel) -> [Change] {
        Set(before.curves.keys).union(after.curves.keys).map { name in
            Change(
                name: name.rawValue, before: before.curves[name]?.weight ?? 0,
                after: after.curves[name]?.weight ?? 0)
        }.sorted { (abs($1.after - $1.before), $0.name) < (abs($0.after - $0.before), $1.name) }
    }

    private static func gold(
        _ gold: [AccountID: Bool], known: [AccountID: Known], before: ScoreModel, after: ScoreModel
    ) -> Gold {
        let items = gold.compactMap { account, isHarvest in known[account].map { (isHarvest, $0.values) } }
        func flagged(_ isHarvest: Bool, _ model: ScoreModel) -> Int {
            items.count { $0.0 == isHarvest && model.score(of: $0.1) >= model.threshold }
        }
        return Gold(
            ordinary: items.count { !$0.0 }, falsePositivesBefore: flagged(false, before),
            falsePositivesAfter: flagged(false, after), harvesting: items.count { $0.0 },
            foundBefore: flagged(true, before), foundAfter: flagged(true, after))
    }
}
