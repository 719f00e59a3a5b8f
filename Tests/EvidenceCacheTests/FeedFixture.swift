import Evidence
import EvidenceCache
import Feed
import Foundation
import HostileText

/// A small feed, made by hand: three accounts, of which two share a payment and are a cluster.
struct FeedFixture {
    static let start = Instant("2026-05-18T00:00:00Z") ?? Instant(milliseconds: 0)
    static let now = start + 10 * Instant.day
    static let analyst = UntrustedText("kim")
    static let viewer = Viewer(analyst: analyst, now: now)

    var records: [FeedRecord] = []
    private var sequence: Int64 = 0

    mutating func add(_ kind: FeedKind, _ id: String, _ thing: some Encodable, revision: Int64 = 1) throws {
        sequence += 1
        records.append(
            FeedRecord(
                sequence: sequence, kind: kind, id: id, revision: revision, document: try FeedDocument.encode(thing)))
    }

    mutating func end(_ kind: FeedKind, _ id: String, revision: Int64) {
        sequence += 1
        records.append(FeedRecord(sequence: sequence, kind: kind, id: id, revision: revision, isDeleted: true))
    }

    func page(_ epoch: String = "epoch-1", more: Bool = false) -> FeedPage {
        FeedPage(epoch: epoch, records: records, next: FeedCursor("c\(sequence)"), hasMore: more)
    }

    static func exchange(
        _ id: String, of account: String, at: Instant, target: CapabilityTarget = .general, text: String? = nil,
        template: String? = nil, model: String? = "model-a"
    ) -> ExchangeDocument {
        var exchange = Exchange(id: ExchangeID(id), account: AccountID(account), at: at)
        exchange.conversation = ConversationID("conv-\(id)")
        exchange.model = model.map { UntrustedText($0) }
        exchange.usage.input = 100
        exchange.usage.output = 40
        exchange.status = .ok
        exchange.origin.addressRange = account == "acct-c" ? "198.51.100.0/24" : "203.0.113.0/24"
        exchange.origin.asn = 64500
        exchange.origin.country = UntrustedText("SG")
        exchange.origin.userAgent = UntrustedText("python-httpx/0.27.0")
        exchange.standing.paymentHash = account == "acct-c" ? "pay-2" : "pay-1"
        exchange.text = text.map { ExchangeText(messages: [Message(role: .user, content: UntrustedText($0))]) }
        return ExchangeDocument(exchange: exchange, target: target, template: template.map { TemplateID($0) })
    }

    static func conversation(of document: ExchangeDocument) -> Conversation {
        Conversation(
            id: document.exchange.conversation ?? ConversationID("none"), account: document.exchange.account,
            firstAt: document.exchange.at, lastAt: document.exchange.at, turns: 1, isInferred: false)
    }

    static func flag(_ id: String, on subject: Subject, score: Double, urgency: Double) -> Flag {
        Flag(
            id: FlagID(id), subject: subject, score: score, low: score - 0.1, high: min(1, score + 0.1), version: "v1",
            at: start, confirmedAt: start + Instant.day, targets: [TargetShare(target: .rewardGrading, share: 0.8)],
            reasons: ["shared payment, 2 accounts"], exchanges: 4, cluster: ClusterID("C-001"), urgency: urgency)
    }

    mutating func add(_ document: ExchangeDocument, revision: Int64 = 1) throws {
        try add(.exchange, document.exchange.id.text.verbatim, document, revision: revision)
        if revision == 1 {
            let conversation = FeedFixture.conversation(of: document)
            try add(.conversation, conversation.id.text.verbatim, conversation)
        }
    }

    /// Everything, each kind at least once.
    static func whole() throws -> FeedFixture {
        var feed = FeedFixture()
        for (index, name) in ["acct-a", "acct-b", "acct-c"].enumerated() {
            for turn in 0..<4 {
                let at = start + Int64(turn) * Instant.day + Int64(index) * Instant.hour
                try feed.add(
                    exchange(
                        "\(name)-\(turn)", of: name, at: at, target: index < 2 ? .rewardGrading : .general,
                        text: turn == 0 ? "Grade answer number \(index) for rigour" : nil,
                        template: index < 2 ? "T-1" : nil))
            }
            var account = Account(
                id: AccountID(name), exchanges: 4, conversations: 4, keys: 1,
                firstAt: start + Int64(index) * Instant.hour,
                lastAt: start + 3 * Instant.day + Int64(index) * Instant.hour)
            account.score = [0.97, 0.9, 0.1][index]
            account.isFlagged = index < 2
            account.organisation = OrganisationID("org-\(index)")
            account.createdAt = start - 14 * Instant.day
            account.pathway = index == 2 ? .education : .directAPI
            try feed.add(.account, name, account)
        }
        try feed.addFindings()
        return feed
    }

    private mutating func addFindings() throws {
        let (a, b) = (AccountID("acct-a"), AccountID("acct-b"))
        let payment = IndicatorID("payment:pay-1")
        try add(.organisation, "org-0", Organisation(id: OrganisationID("org-0"), accounts: 1))
        try add(
            .template, "T-1",
            Template(
                id: TemplateID("T-1"),
                pieces: [.fixed(UntrustedText("Grade answer number ")), .slot([UntrustedText("0")])],
                accounts: 2, exchanges: 8, target: .rewardGrading))
        try add(
            .indicator, "payment:pay-1",
            Indicator(
                id: payment, kind: .payment, value: UntrustedText("pay-1"), accounts: 2, ordinaryAccounts: 0, rarity: 1)
        )
        try add(.flag, "flag-a", FeedFixture.flag("flag-a", on: .account(a), score: 0.97, urgency: 9))
        try add(.flag, "flag-b", FeedFixture.flag("flag-b", on: .account(b), score: 0.9, urgency: 5))
        try add(.flag, "flag-c", FeedFixture.flag("flag-c", on: .cluster(ClusterID("C-001")), score: 0.95, urgency: 7))
        let signal = Signal(
            subject: .account(a), name: .sharedPayment, value: 2, unit: "accounts", ordinary: 1, percentile: 99.8,
            contribution: 2.5, evidence: [.indicator(payment)])
        try add(.signal, FeedRecord.id(of: signal), signal)
        try add(
            .cluster, "C-001",
            Cluster(
                id: ClusterID("C-001"), status: .coordinated, size: 2, kinds: [.content, .payment], score: 0.95,
                exchanges: 8, firstAt: FeedFixture.start, lastAt: FeedFixture.start + 3 * Instant.day,
                targets: [TargetShare(target: .rewardGrading, share: 1)], indicators: [payment],
                reasons: ["shared payment"]))
        for account in [a, b] {
            let membership = Membership(
                cluster: ClusterID("C-001"), account: account, weight: 0.9, kinds: [.payment], indicators: [payment])
            try add(.membership, FeedRecord.id(of: membership), membership)
        }
        let edge = Edge(
            a, b, weight: 3, reasons: [.init(kind: .payment, signal: .sharedPayment, indicator: payment, weight: 3)])
        try add(.edge, FeedRecord.id(of: edge), edge)
        try add(.release, "model-b", Release(model: UntrustedText("model-b"), releasedAt: FeedFixture.start))
    }

    static func filled() throws -> EvidenceCache {
        let cache = try EvidenceCache.inMemory()
        try cache.apply(try whole().page(), at: now)
        return cache
    }

    static func label(
        _ id: String, _ label: Label?, on account: String = "acct-a", by analyst: String = "kim",
        after seconds: Int64 = 0,
        supersedes: String? = nil
    ) -> LabelEvent {
        LabelEvent(
            id: id, subject: .account(AccountID(account)), label: label, analyst: UntrustedText(analyst),
            at: now + seconds * Instant.second, supersedes: supersedes, guideline: "g1")
    }
}
