import Evidence
import EvidenceCache
import Feed
import HostileText

extension Fixture {
    /// The world after three analysts have labelled: kim here, lee and ori elsewhere. They differ on three accounts.
    static func labelled() throws -> EvidenceCache {
        let cache = try Fixture.cache()
        var feed = Fixture()
        let given: [(analyst: String, member: Int, label: Label, note: String?)] = [
            ("lee", 0, .distillation, "the same span as acct-02"), ("lee", 1, .relay, "sells on: 40 languages a day"),
            ("lee", 2, .distillation, nil), ("lee", 3, .distillation, nil), ("lee", 9, .benign, nil),
            ("ori", 0, .distillation, nil), ("ori", 1, .mixed, nil), ("ori", 4, .benign, "a test of ours?"),
            ("ori", 12, .unsure, nil),
        ]
        for (index, item) in given.enumerated() {
            let event = event("o\(index)", item.label, on: item.member, by: item.analyst, hours: 30 - index, item.note)
            try feed.add(.label, event.id, event)
        }
        try cache.apply(
            FeedPage(epoch: "epoch-1", records: feed.records, next: FeedCursor("labels"), hasMore: false),
            at: now - 20 * Instant.second)
        let own: [(Int, Label, String?)] = [
            (0, .distillation, "one span in every request"), (1, .distillation, nil), (2, .distillation, nil),
            (3, .distillation, nil), (4, .distillation, "payment shared with five"), (9, .benign, nil),
            (11, .unsure, nil),
        ]
        for (index, item) in own.enumerated() {
            try cache.record(event("k\(index)", item.1, on: item.0, by: "kim", hours: 10 - index, item.2))
        }
        var second = event("k9", .relay, on: 11, by: "kim", hours: 1, "asked the programme: they resell")
        second.supersedes = "k6"
        second.evidence = [.exchange(ExchangeID("ex-11-2"))]
        second.reasons = ["shared_payment"]
        try cache.record(second)
        return cache
    }

    private static func event(
        _ id: String, _ label: Label, on member: Int, by analyst: String, hours: Int, _ note: String?
    ) -> LabelEvent {
        LabelEvent(
            id: id, subject: .account(Member.all[member].id), label: label, analyst: UntrustedText(analyst),
            at: now - Int64(hours) * Instant.hour, confidence: id.hasSuffix("3") ? .high : .likely,
            note: note.map { UntrustedText($0) }, guideline: "g1", scoreSeen: Member.all[member].score)
    }
}
