import Evidence
import Feed
import Foundation
import Testing

struct EventBatchTests {
    let label = LabelEvent(
        id: "0b9e…1", subject: .account(AccountID("acct-1")), label: .relay, analyst: "ana".untrusted,
        at: Instant(milliseconds: 5), note: "line\nbreak".untrusted, guideline: "g1")
    let mute = Mute(
        id: "m-1", indicator: IndicatorID("range:1"), isMuted: true, analyst: "ana".untrusted,
        at: Instant(milliseconds: 6))

    let outcome = Outcome(
        id: "o-1", account: AccountID("acct-1"), what: .banned, at: Instant(milliseconds: 8), analyst: "ana".untrusted,
        note: "shared payment".untrusted, takesBack: "o-0")

    @Test func `a batch comes back as it was`() throws {
        let activity = Activity(
            number: 1, at: Instant(milliseconds: 7), actor: "ana".untrusted, action: .labelled,
            subject: "acct-1".untrusted, details: "{}", previous: String(repeating: "0", count: 64), hash: "abc")
        let events: [Event] = [.label(label), .mute(mute), .outcome(outcome), .activity(activity)]
        let entries = try #require(EventBatch.decode(try EventBatch.encode(events)))
        #expect(entries.map(\.id) == ["0b9e…1", "m-1", "o-1", "abc"])
        #expect(entries.map(\.content) == events.map { .success($0) })
        #expect(entries[1].document == (try FeedDocument.encode(mute)))
        #expect(EventBatch.decode(try EventBatch.encode([])) == [])
    }

    @Test func `one event that cannot be read spoils none of the others`() throws {
        let good = String(decoding: try EventBatch.encode([.mute(mute)]), as: UTF8.self).dropFirst().dropLast(2)
        let body = """
            [{"kind":"lease","id":"l-1","doc":{}}, \(good), {"kind":"mute","id":"x","doc":{"id":"x"}},
             {"kind":"mute","id":"other","doc":\(String(decoding: try FeedDocument.encode(mute), as: UTF8.self))}]
            """
        let entries = try #require(EventBatch.decode(Data(body.utf8)))
        #expect(
            entries.map(\.content) == [
                .failure(.unknownKind), .success(.mute(mute)), .failure(.malformed(at: "indicator")),
                .failure(.idDiffers),
            ])
    }

    @Test(arguments: ["", "{}", "[", "[1]", #"[{"kind":"mute"}]"#, #"[{"kind":"mute","id":"x","doc":{}},]"#, "[] []"])
    func `what is no batch is refused whole`(body: String) {
        #expect(EventBatch.decode(Data(body.utf8)) == nil)
    }
}
