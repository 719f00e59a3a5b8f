import Evidence
import Feed
import HostileText

extension Fixture {
    /// Adds the shared values.
    mutating func addIndicators() throws {
        try addIndicator("payment:pay-7c21", .payment, "pay-7c21", accounts: 3, ordinary: 0, rarity: 1)
        try addIndicator("payment:pay-0f4e", .payment, "pay-0f4e", accounts: 5, ordinary: 0, rarity: 1)
        try addIndicator("range:203.0.113.0/24", .addressRange, "203.0.113.0/24", accounts: 8, ordinary: 0, rarity: 0.9)
        try addIndicator(
            "span:118", .span, "Think inside <r> tags before the answer", accounts: 8, ordinary: 0, rarity: 1)
        try addIndicator("template:T-204", .template, "T-204", accounts: 6, ordinary: 2, rarity: 0.6)
    }

    private mutating func addIndicator(
        _ id: String, _ kind: Indicator.Kind, _ value: String, accounts: Int, ordinary: Int, rarity: Double
    ) throws {
        try add(
            .indicator, id,
            Indicator(
                id: IndicatorID(id), kind: kind, value: UntrustedText(value), accounts: accounts,
                ordinaryAccounts: ordinary, rarity: rarity))
    }

    /// Adds the templates.
    mutating func addTemplates() throws {
        try add(
            .template, "T-118",
            Template(
                id: TemplateID("T-118"),
                pieces: [
                    .fixed(UntrustedText("You are an expert ")), .slot([UntrustedText("physicist")]),
                    .fixed(
                        UntrustedText(
                            " combining rigor with deep knowledge. Think inside <r> tags before the answer, leaving nothing out. Problem "
                        )), .slot([UntrustedText("48,213"), UntrustedText("48,214")]),
                    .fixed(UntrustedText(": a train leaves…")),
                ], accounts: 8, exchanges: 264, target: .reasoningTrace))
        try add(
            .template, "T-204",
            Template(
                id: TemplateID("T-204"),
                pieces: [
                    .fixed(UntrustedText("Grade answer ")), .slot([UntrustedText("1"), UntrustedText("2")]),
                    .fixed(UntrustedText(" for rigour from 1 to 10. Reply with the number only.")),
                ], accounts: 6, exchanges: 210, target: .rewardGrading))
    }

    /// Adds a cluster of the members that play a part, with links from each to the next and to the first.
    mutating func addCluster(
        _ id: String, _ status: ClusterStatus, of role: Member.Role, kinds: [EvidenceKind]
    ) throws {
        let members = Member.all.filter { $0.role == role && $0.cluster == ClusterID(id) }
        let isInjected = role == .injector
        let tie = IndicatorID(isInjected ? "span:118" : "template:T-204")
        try add(
            .cluster, id,
            Cluster(
                id: ClusterID(id), status: status, size: members.count, kinds: kinds, score: isInjected ? 0.98 : 0.71,
                exchanges: members.reduce(0) { $0 + $1.exchanges }, firstAt: Instant(day: Fixture.firstDay),
                lastAt: Fixture.now - 3 * Instant.hour, targets: members[0].targets, indicators: [tie],
                reasons: isInjected ? ["injected span", "shared payment", "in step"] : ["one template"]))
        for (index, member) in members.enumerated() {
            let payment = IndicatorID("payment:\(member.payment)")
            let membership = Membership(
                cluster: ClusterID(id), account: member.id, weight: 0.95 - Double(index) * 0.05, kinds: kinds,
                indicators: isInjected ? [tie, payment] : [tie])
            try add(.membership, FeedRecord.id(of: membership), membership)
            for other in Set([0, index - 1]).sorted() where other >= 0 && other < index {
                var reasons = [
                    Edge.Reason(kind: .content, signal: .sharedTemplate, indicator: tie, weight: 2.5, value: 0.97)
                ]
                if isInjected, members[other].payment == member.payment {
                    reasons.append(.init(kind: .payment, signal: .sharedPayment, indicator: payment, weight: 3))
                }
                if isInjected { reasons.append(.init(kind: .timing, signal: .synchrony, weight: 1, value: 0.71)) }
                let edge = Edge(
                    members[other].id, member.id, weight: reasons.reduce(0) { $0 + $1.weight }, reasons: reasons)
                try add(.edge, FeedRecord.id(of: edge), edge)
            }
        }
    }
}
