import Evidence
import Feed
import HostileText

extension Fixture {
    /// Adds what the detector asserts: flags, signals, clusters, edges, indicators, templates, a release.
    mutating func addFindings() throws {
        for member in Member.all where member.isFlagged {
            try add(.flag, "flag-\(member.number)", flag(on: member))
            for signal in signals(of: member) { try add(.signal, FeedRecord.id(of: signal), signal) }
        }
        try addIndicators()
        try addTemplates()
        try addCluster("C-003", .coordinated, of: .injector, kinds: [.content, .timing, .infrastructure, .payment])
        try addCluster("C-007", .candidate, of: .grader, kinds: [.content])
        try add(
            .flag, "flag-c3",
            Flag(
                id: FlagID("flag-c3"), subject: .cluster(ClusterID("C-003")), score: 0.98, low: 0.95, high: 0.99,
                version: "v1", at: Fixture.now - 5 * Instant.day, confirmedAt: Fixture.now - Instant.day,
                targets: [TargetShare(target: .reasoningTrace, share: 0.88, lift: 61)],
                reasons: ["injected span", "shared payment"], exchanges: 264, cluster: ClusterID("C-003"), urgency: 12))
        try add(
            .release, "model-b",
            Release(model: UntrustedText("model-b"), releasedAt: Instant(day: Fixture.firstDay + 9)))
    }

    private func flag(on member: Member) -> Flag {
        Flag(
            id: FlagID("flag-\(member.number)"), subject: .account(member.id), score: member.score,
            low: member.score - 0.04, high: min(1, member.score + 0.02), version: "v1",
            at: Fixture.now - Int64(1 + member.number % 6) * Instant.day, confirmedAt: Fixture.now - Instant.day,
            targets: member.targets, reasons: member.reasons, exchanges: member.exchanges, cluster: member.cluster,
            urgency: 10 - Double(member.number) * 0.3)
    }

    private func signals(of member: Member) -> [Signal] {
        let subject = Subject.account(member.id)
        switch member.role {
        case .injector:
            return [
                Signal(
                    subject: subject, name: .injectedSpan, value: 0.998, unit: "share", ordinary: 0, percentile: 99.7,
                    contribution: 2.4,
                    evidence: [.indicator(IndicatorID("span:118")), .exchange(ExchangeID("ex-\(member.number)-20"))]),
                Signal(
                    subject: subject, name: .sharedPayment, value: member.number < 3 ? 3 : 5, unit: "accounts",
                    ordinary: 1, percentile: 99.8, contribution: 1.6,
                    evidence: [.indicator(IndicatorID("payment:\(member.payment)"))]),
                Signal(
                    subject: subject, name: .traceElicitation, value: 0.94, unit: "share", ordinary: 0.01,
                    percentile: 99.5, contribution: 1.5, evidence: [.template(TemplateID("T-118"))]),
                Signal(
                    subject: subject, name: .synchrony, value: 0.71, unit: "", ordinary: 0.08, percentile: 99.1,
                    contribution: 1.0, evidence: [.account(Member.all[(member.number + 1) % 8].id)]),
                Signal(
                    subject: subject, name: .circadian, value: 0.99, unit: "", ordinary: 0.72, percentile: 97,
                    contribution: 0.5),
                Signal(
                    subject: subject, name: .volumeRatio, value: 3.1, unit: "x", ordinary: 1, percentile: 91,
                    contribution: 0.2),
                Signal(
                    subject: subject, name: .windowMMD, value: nil, unit: "", contribution: 0,
                    note: "needs 200 exchanges, has \(member.exchanges)"),
            ]
        case .pivoter:
            return [
                Signal(
                    subject: subject, name: .releasePivot, value: 4.2, unit: "z", ordinary: 0.3, percentile: 99.2,
                    contribution: 1.8,
                    evidence: [
                        .period(from: Instant(day: Fixture.firstDay + 9), to: Instant(day: Fixture.firstDay + 10))
                    ])
            ]
        case .grader:
            return [
                Signal(
                    subject: subject, name: .graderShape, value: 0.97, unit: "share", ordinary: 0.02, percentile: 99.4,
                    contribution: 1.7, evidence: [.template(TemplateID("T-204"))])
            ]
        case .lookAlike, .ordinary:
            return [
                Signal(
                    subject: subject, name: .loadBalance, value: 0.9, unit: "", ordinary: 0.6, percentile: 93,
                    contribution: 0.6)
            ]
        }
    }
}
