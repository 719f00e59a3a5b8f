import Detection
import Evidence
import HostileText
import TestSupport
import Testing

/// A model with numbers of its own, so that those that ship may change.
private let shipped = ScoreModel(
    name: "test", version: "1", base: -4, threshold: 0.7,
    curves: [
        .sharedTemplate: .init(weight: 3, none: 0, full: 1), .sharedPayment: .init(weight: 2.5, none: 0, full: 1),
        .circadian: .init(weight: 0.1, none: 0, full: 1),
    ])

private func label(
    _ account: Int, _ label: Label?, by analyst: String = "ana", at: Int64 = 1, confidence: Confidence = .high,
    sampling: Double? = nil, gold: Label? = nil
) -> GivenLabel {
    GivenLabel(
        event: LabelEvent(
            id: "\(account)-\(analyst)-\(at)", subject: .account(AccountID("acct-\(account)")), label: label,
            analyst: UntrustedText(analyst), at: Instant(milliseconds: at), confidence: confidence, guideline: "g1"),
        sampling: sampling, gold: gold)
}

/// Accounts by turns harvesting and ordinary. Harvesting ones are also active at all hours, which the shipped model hardly
/// counts.
private func world(_ count: Int) -> (labels: [GivenLabel], known: [AccountID: Learning.Known]) {
    var mutation = Mutation(seed: 3)
    var known: [AccountID: Learning.Known] = [:]
    let labels = (0..<count).map { number in
        let harvests = number % 2 == 0
        let noise = Double(mutation.number(below: 100)) / 100
        known[AccountID("acct-\(number)")] = (
            "account \(number)",
            [
                .sharedTemplate: harvests ? 0.4 + noise / 2 : noise / 2, .sharedPayment: harvests ? noise : noise / 3,
                .circadian: harvests ? 0.6 + noise / 3 : noise / 3,
            ]
        )
        return label(number, harvests ? .distillation : .benign)
    }
    return (labels, known)
}

private func learn(
    _ labels: [GivenLabel], _ known: [AccountID: Learning.Known], gold: [AccountID: Bool] = [:],
    current: ScoreModel = shipped
) throws -> Learning {
    try Learning(from: labels, gold: gold, known: known, shipped: shipped, current: current, version: "1.1")
}

struct LearningTests {
    @Test func `twenty labels change little and two thousand much`() throws {
        let (few, knownFew) = world(20)
        let (many, knownMany) = world(2_000)
        let little = try learn(few, knownFew).model
        let much = try learn(many, knownMany).model
        for (name, curve) in little.curves {
            #expect(abs(curve.weight - (shipped.curves[name]?.weight ?? 0)) < 0.34)
        }
        #expect(abs(little.base - shipped.base) < 0.2)
        #expect((much.curves[.circadian]?.weight ?? 0) > 1.5)
        #expect(much.title == "test-1.1")
    }

    @Test func `recall rises and the share of ordinary accounts flagged does not`() throws {
        let (labels, known) = world(1_000)
        let report = try learn(labels, known).report
        #expect(report.used == 1_000 && report.harvesting == 500 && report.ordinary == 500)
        let recall = try (before: #require(report.before.recall.value), after: #require(report.after.recall.value))
        #expect(recall.after > recall.before + 0.2)
        let rate = try (
            before: #require(report.before.falsePositiveRate.value),
            after: #require(report.after.falsePositiveRate.value)
        )
        #expect(rate.after <= rate.before)
        #expect(report.weights.first?.name == "circadian")
    }

    @Test func `weights stay above zero, whatever labels say`() throws {
        let (labels, known) = world(400)
        let turned = labels.map {
            label(Int($0.event.id.prefix { $0 != "-" }) ?? 0, $0.event.label == .benign ? .distillation : .benign)
        }
        let model = try learn(turned, known).model
        #expect(model.curves.values.allSatisfy { $0.weight >= 0 })
        for (name, curve) in model.curves { #expect(curve.knots == shipped.curves[name]?.knots) }
    }

    @Test func `the order of labels changes nothing`() throws {
        let (labels, known) = world(60)
        #expect(try learn(labels, known).report == learn(labels.reversed(), known).report)
        #expect(try learn(labels, known).model == learn(labels.reversed(), known).model)
    }

    @Test func `of one analyst the latest label counts, and what is unclear is left out with its reason`() throws {
        var (labels, known) = world(30)
        labels += [
            label(0, .benign, at: 0), label(1, nil, at: 2), label(2, .benign, by: "bob"), label(3, .unsure, at: 2),
            label(4, .relay, at: 2), label(5, .compromisedKey, at: 2), label(6, .mixed, by: "bob"),
            label(99, .benign), label(7, .benign, by: "bob", gold: .benign),
        ]
        let cluster = LabelEvent(
            id: "c", subject: .cluster(ClusterID("C-1")), label: .distillation, analyst: UntrustedText("ana"),
            at: Instant(milliseconds: 1), guideline: "g1")
        labels.append(GivenLabel(event: cluster))
        let report = try learn(labels, known).report
        #expect(
            report.unused == [
                .superseded: 4, .takenBack: 1, .disputed: 2, .unsure: 1, .relay: 1, .compromisedKey: 1, .noSignals: 1,
                .gold: 2, .onCluster: 1,
            ])
        #expect(report.labels == 39 && report.used == 25)
        #expect(report.harvesting + report.ordinary == 24)
    }

    @Test func `a rare pick counts for those that were not picked`() throws {
        var (labels, known) = world(40)
        let even = try learn(labels, known).report
        for place in labels.indices where labels[place].event.label == .benign { labels[place].sampling = 0.05 }
        let weighed = try learn(labels, known)
        #expect(even.sampled == 0 && even.effectiveSize == 40)
        #expect(weighed.report.sampled == 20)
        #expect(weighed.report.effectiveSize < 25)
        #expect(weighed.model.base < shipped.base)
    }

    @Test func `a threshold is not lowered where that finds nothing more`() throws {
        var (labels, known) = world(200)
        for (account, one) in known {
            let isFlagged = (one.values[.circadian] ?? 0) > 0.5
            known[account] = (one.group, isFlagged ? [.sharedTemplate: 1, .sharedPayment: 1, .circadian: 1] : [:])
        }
        var sure = shipped
        sure.base = -2
        sure.threshold = 0.9
        labels.append(label(1, .benign, at: 5))
        let learning = try Learning(from: labels, known: known, shipped: sure, current: sure, version: "1.1")
        #expect(learning.report.before.recall.value == 1)
        #expect(learning.model.threshold == 0.9)
    }

    @Test func `too few labels are refused`() throws {
        let (labels, known) = world(9)
        #expect(throws: Learning.Problem.tooFew(harvesting: 5, ordinary: 4)) { try learn(labels, known) }
        let ordinary = (0..<30).map { label($0, .benign) }
        #expect(throws: Learning.Problem.self) { try learn(ordinary, world(30).known) }
    }

    @Test func `gold items measure the model and do not make it`() throws {
        var (labels, known) = world(400)
        var gold: [AccountID: Bool] = [:]
        for number in 1_000..<1_010 {
            let account = AccountID("acct-\(number)")
            known[account] = ("gold \(number)", [.sharedTemplate: 0.9, .circadian: 0.95, .sharedPayment: 0.2])
            gold[account] = false
            labels.append(label(number, .distillation))
        }
        let report = try learn(labels, known, gold: gold).report
        #expect(report.unused == [.gold: 10])
        #expect(report.gold.ordinary == 10 && report.gold.falsePositivesBefore == 0)
        #expect(report.gold.falsePositivesAfter == 10 && report.gold.isLoss)
        #expect(try learn(labels, known, gold: gold).model == learn(Array(labels.prefix(400)), known).model)
    }

    @Test func `a rate's interval is Wilson's`() throws {
        // 8 of 10: 0.490 to 0.943.
        let (_, known) = world(10)
        let labels = (0..<10).map { label($0, $0 < 8 ? .distillation : .benign) }
        var flagging = shipped
        flagging.threshold = 0
        let precision = try learn(labels, known, current: flagging).report.before.precision
        let (low, high) = try (#require(precision.low), #require(precision.high))
        #expect(precision.value == 0.8)
        #expect(abs(low - 0.490) < 0.001)
        #expect(abs(high - 0.943) < 0.001)
    }
}
