import Digests
import Evidence
import EvidenceCache
import Feed
import Foundation
import HostileText
import Testing

@Suite struct DecisionTests {
    let cache: EvidenceCache
    let viewer = FeedFixture.viewer
    let subject = Subject.account(AccountID("acct-a"))

    init() throws {
        cache = try FeedFixture.filled()
    }

    @Test func `a label is one transaction with its line in the log and its events in the outbox`() throws {
        let event = FeedFixture.label("e1", .distillation)
        try cache.record(event)
        #expect(try cache.label(of: subject, by: viewer.analyst)?.label == .distillation)
        let line = try #require(try cache.activity().first)
        #expect(line.action == .labelled)
        #expect(try cache.pendingEvents(limit: 9) == [.label(event), .activity(line)])
    }

    @Test func `undo brings the label before back, and undoing that does it again`() throws {
        try cache.record(FeedFixture.label("e1", .relay))
        try cache.record(FeedFixture.label("e2", .benign, after: 1, supersedes: "e1"))
        let undo = try cache.undoing("e2", as: "u1", at: viewer.now + 5_000, guideline: "g1")
        #expect(undo.label == .relay)
        try cache.record(undo)
        #expect(try cache.label(of: subject, by: viewer.analyst)?.label == .relay)
        try cache.record(try cache.undoing("u1", as: "u2", at: viewer.now + 6_000, guideline: "g1"))
        #expect(try cache.label(of: subject, by: viewer.analyst)?.label == .benign)
        #expect(try cache.labelHistory(of: subject, for: viewer).map(\.id) == ["e1", "e2", "u1", "u2"])
    }

    @Test func `undoing the first label leaves none`() throws {
        try cache.record(FeedFixture.label("e1", .relay))
        try cache.record(try cache.undoing("e1", as: "u1", at: viewer.now + 1, guideline: "g1"))
        #expect(try cache.label(of: subject, by: viewer.analyst) == nil)
        #expect(try cache.countFlags(Filter(parsing: "label:none"), for: viewer) == 3)
        #expect(try cache.activity().map(\.action) == [.unlabelled, .labelled])
    }

    @Test func `a label cannot replace another analyst's, and then nothing of it is kept`() throws {
        try cache.record(FeedFixture.label("e1", .relay, by: "lee"))
        #expect(throws: CacheProblem.self) {
            try cache.record([
                FeedFixture.label("e2", .benign, on: "acct-b"), FeedFixture.label("e3", .benign, supersedes: "e1"),
            ])
        }
        #expect(try cache.counts().labelEvents == 1)
        #expect(try cache.pendingEvents(limit: 9).count == 2)
    }

    @Test func `others' labels are absent until a look at them is written down`() throws {
        try cache.record(FeedFixture.label("e1", .relay, by: "lee"))
        #expect(try cache.labelHistory(of: subject, for: viewer).isEmpty)
        #expect(try cache.allLabels(for: viewer).isEmpty)
        #expect(try cache.countLabels(for: viewer).events == 0)
        let reveal = try cache.revealLabels(of: subject, by: viewer.analyst, at: viewer.now)
        let open = Viewer(analyst: viewer.analyst, sight: .all(reveal), now: viewer.now)
        #expect(try cache.labelHistory(of: subject, for: open).map(\.id) == ["e1"])
        #expect(try cache.countFlags(Filter(parsing: "label:relay"), for: open) == 1)
        #expect(try cache.countFlags(Filter(parsing: "label:none"), for: open) == 3)
        #expect(try cache.activity().first?.action == .revealed)
    }

    @Test func `a label that comes back through the feed is the same label`() throws {
        let event = FeedFixture.label("e1", .distillation)
        try cache.record(event)
        var feed = try FeedFixture.whole()
        feed.records = []
        try feed.add(.label, "e1", event)
        try feed.add(.label, "e9", FeedFixture.label("e9", .benign, by: "lee"))
        try cache.apply(feed.page(), at: viewer.now)
        #expect(try cache.counts()[.label] == 2)
        #expect(try cache.counts().labelEvents == 2)
        #expect(try cache.labelHistory(of: subject, for: viewer) == [event])
        feed.end(.label, "e1", revision: 2)
        try cache.apply(feed.page(), at: viewer.now)
        #expect(try cache.label(of: subject, by: viewer.analyst) == nil)
        #expect(try cache.checkIntegrity().problems == [])
    }

    @Test func `answered events leave the outbox, and refused ones keep the reason`() throws {
        try cache.record(FeedFixture.label("e1", .distillation))
        let events = try cache.pendingEvents(limit: 9)
        try cache.markAnswered(
            EventReceipt(results: [
                .init(id: "e1", outcome: .refused, reason: "It is not yours."),
                .init(id: events[1].id, outcome: .stored),
            ]))
        #expect(try cache.pendingEvents(limit: 9).isEmpty)
        #expect(try cache.refusedEvents().map(\.reason) == ["It is not yours."])
        #expect(try cache.syncStatus(now: viewer.now).refused == 1)
    }

    @Test func `the activity log is a chain of hashes`() throws {
        try cache.record(FeedFixture.label("e1", .distillation))
        try cache.append(.viewed, subject: UntrustedText("acct-a"), actor: viewer.analyst, at: viewer.now)
        let lines = try cache.activityChain()
        #expect(lines.map(\.number) == [1, 2])
        #expect(lines[0].previous == HashChain.origin)
        #expect(HashChain.firstBreak(in: lines.map { (row: $0.chainRow, hash: $0.hash) }) == nil)
        #expect(try cache.chainHead().hash == lines[1].hash)
    }

    @Test func `a mute holds until it is taken back, and goes out`() throws {
        let payment = IndicatorID("payment:pay-1")
        try cache.record(Mute(id: "m1", indicator: payment, isMuted: true, analyst: viewer.analyst, at: viewer.now))
        #expect(try cache.indicator(payment)?.isMuted == true)
        try cache.record(
            Mute(id: "m2", indicator: payment, isMuted: false, analyst: viewer.analyst, at: viewer.now + 1))
        #expect(try cache.indicator(payment)?.isMuted == false)
        #expect(try cache.muteHistory(of: payment).count == 2)
        #expect(try cache.pendingEvents(limit: 9).count == 4)
    }

    @Test func `a case takes things in and out, has notes, and refuses both once closed`() throws {
        let analyst = viewer.analyst
        let file = try cache.openCase(titled: UntrustedText("Harvest"), by: analyst, at: viewer.now)
        let things: [CaseItem.Thing] = [
            .account(AccountID("acct-a")), .cluster(ClusterID("C-001")), .exchange(ExchangeID("acct-a-0")),
        ]
        #expect(try cache.add(things, to: file.id, by: analyst, at: viewer.now) == 3)
        #expect(try cache.add(things, to: file.id, by: analyst, at: viewer.now) == 0)
        try cache.addNote(UntrustedText("see payment"), to: file.id, by: analyst, at: viewer.now)
        try cache.remove(things[1], from: file.id, by: analyst, at: viewer.now)
        #expect(try Set(cache.items(of: file.id).map(\.thing)) == [things[0], things[2]])
        #expect(try cache.cases(holding: things[0]) == [file.id])
        #expect(try cache.countFlags(Filter(parsing: "case:case-1"), for: viewer) == 1)
        try cache.closeCase(file.id, by: analyst, at: viewer.now)
        #expect(throws: CacheProblem.refused("The case is closed.")) {
            try cache.addNote(UntrustedText("late"), to: file.id, by: analyst, at: viewer.now)
        }
        #expect(throws: CacheProblem.notFound(kind: "case", id: "case-9")) {
            try cache.add(things, to: CaseID("case-9"), by: analyst, at: viewer.now)
        }
        #expect(
            try cache.activity(subject: file.id.text).map(\.action).reversed() == [
                .caseOpened, .caseAdded, .caseAdded, .caseAdded, .caseNoted, .caseRemoved, .caseClosed,
            ])
        #expect(try cache.cases().map(\.notes) == [1])
    }

    @Test func `the console's state is kept until it is forgotten`() throws {
        try cache.setConsoleState("view", to: "view:queue")
        #expect(try cache.consoleState("view") == "view:queue")
        try cache.setConsoleState("view", to: nil)
        #expect(try cache.consoleState("view") == nil)
    }
}
