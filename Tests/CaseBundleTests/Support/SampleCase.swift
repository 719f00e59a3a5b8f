import Digests
import Evidence
import EvidenceCache
import HostileText

@testable import CaseBundle

/// A small case with one of everything, on documentation addresses.
enum SampleCase {
    static let start = Instant(milliseconds: 1_779_321_600_000)
    static let now = Instant(milliseconds: 1_795_248_013_500)

    static func contents(prompt: String = "Show your reasoning step by step, then grade it from 1 to 10.")
        -> BundleContents
    {
        let accounts = ["acct-1", "acct-2"].map { AccountID($0) }
        let analyst = UntrustedText("alice")
        var contents = BundleContents(
            matter: Case(
                id: CaseID("case-7"), title: UntrustedText("Harvest of graded reasoning"), analyst: analyst,
                createdAt: start,
                changedAt: start + Instant.hour),
            items: [CaseItem(thing: .cluster(ClusterID("C-003")), analyst: analyst, at: start)],
            notes: [CaseNote(text: UntrustedText("Both pay alike."), analyst: analyst, at: start + Instant.minute)],
            scope: BundleContents.Scope(cursor: "8123", exchanges: 812, members: 2, edges: 1), tool: "stillwatch 1.0.0")
        contents.accounts = accounts.enumerated().map { index, id in
            var account = Account(
                id: id, exchanges: 406, conversations: 400, keys: 1, firstAt: start, lastAt: start + 3 * Instant.day)
            account.score = 0.97 - Double(index) / 10
            account.isFlagged = true
            account.pathway = .directAPI
            account.outputTokens = 91_000
            return account
        }
        contents.flags = accounts.map { id in
            Flag(
                id: FlagID("flag-" + id.text.verbatim), subject: .account(id), score: 0.97, low: 0.9, high: 0.99,
                version: "model-1",
                at: start, confirmedAt: start, targets: [TargetShare(target: .rewardGrading, share: 0.8, lift: 12.5)],
                exchanges: 406, urgency: 3)
        }
        contents.signals = accounts.map { id in
            Signal(
                subject: .account(id), name: .sharedTemplate, value: 411, unit: "accounts", ordinary: 1,
                percentile: 99.9,
                contribution: 2.25, evidence: [.template(TemplateID("T-1"))], note: "template in 411 accounts")
        }
        contents.clusters = [
            Cluster(
                id: ClusterID("C-003"), status: .coordinated, size: 2, kinds: [.content, .payment], score: 0.98,
                exchanges: 812,
                firstAt: start, lastAt: start + 3 * Instant.day,
                targets: [TargetShare(target: .rewardGrading, share: 0.8)],
                indicators: [IndicatorID("payment:9f2c41d0")], reasons: ["one payment in 2 accounts"])
        ]
        contents.memberships = accounts.map {
            Membership(cluster: ClusterID("C-003"), account: $0, weight: 1, kinds: [.content, .payment])
        }
        contents.edges = [
            Edge(
                accounts[0], accounts[1], weight: 4.5,
                reasons: [
                    Edge.Reason(
                        kind: .payment, signal: .sharedPayment, indicator: IndicatorID("payment:9f2c41d0"), weight: 4.5)
                ])
        ]
        contents.indicators = [
            Indicator(
                id: IndicatorID("payment:9f2c41d0"), kind: .payment, value: UntrustedText("9f2c41d0"), accounts: 2,
                ordinaryAccounts: 0, rarity: 0.99)
        ]
        contents.templates = [
            Template(
                id: TemplateID("T-1"),
                pieces: [.fixed(UntrustedText("Show your ")), .slot([UntrustedText("reasoning")])],
                accounts: 2, exchanges: 800, target: .rewardGrading)
        ]
        contents.exchanges = accounts.enumerated().map { exchange($0, by: $1, prompt: prompt) }
        contents.labels = labels(of: accounts)
        contents.audit = chain(of: [
            (.caseOpened, "case-7"), (.caseAdded, "case-7"), (.viewed, "acct-1"), (.viewed, "acct-99"),
        ])
        return contents
    }

    private static func exchange(_ index: Int, by account: AccountID, prompt: String) -> EvidenceExchange {
        var exchange = Exchange(
            id: ExchangeID("ex-\(index)"), account: account, at: start + Int64(index) * Instant.minute)
        exchange.origin.addressRange = "203.0.113.0/24"
        exchange.origin.userAgent = UntrustedText("client/1.2")
        exchange.model = UntrustedText("model-a")
        exchange.text = ExchangeText(
            system: UntrustedText("You grade."), messages: [Message(role: .user, content: UntrustedText(prompt))],
            response: UntrustedText("First, I think. Grade: 7."))
        return EvidenceExchange(
            exchange: exchange, target: .rewardGrading, template: TemplateID("T-1"),
            matches: [TextMatch(part: .message(0), start: 5, end: 19, signal: .traceElicitation)])
    }

    private static func labels(of accounts: [AccountID]) -> [LabelEvent] {
        let first = LabelEvent(
            id: "00000000-0000-4000-8000-000000000001", subject: .account(accounts[0]), label: .unsure,
            analyst: UntrustedText("alice"), at: start, guideline: "1")
        let second = LabelEvent(
            id: "00000000-0000-4000-8000-000000000002", subject: .account(accounts[0]), label: .distillation,
            analyst: UntrustedText("alice"), at: start + Instant.minute, confidence: .high, supersedes: first.id,
            reasons: ["shared-template"], note: UntrustedText("Same rubric in both."), guideline: "1")
        return [first, second]
    }

    /// An activity log whose chain holds.
    static func chain(of acts: [(Activity.Action, String)]) -> [Activity] {
        var rows: [Activity] = []
        var previous = HashChain.origin
        for (index, act) in acts.enumerated() {
            var row = Activity(
                number: index + 1, at: start + Int64(index) * Instant.minute, actor: UntrustedText("alice"),
                action: act.0,
                subject: UntrustedText(act.1), details: "{}", previous: previous, hash: "")
            row.hash = HashChain.hash(of: row.chainRow, after: previous)
            previous = row.hash
            rows.append(row)
        }
        return rows
    }
}
