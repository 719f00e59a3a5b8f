import Digests
import Evidence
import EvidenceCache
import Feed
import Foundation
import HostileText
import Testing
import TextUI

@testable import Console

/// What did I know when I decided?
@Suite struct PastTests {
    /// A cache in a file after two syncs: the second brings a lower score for one flag, a new flag and new exchanges.
    private func cache(_ body: (EvidenceCache, Int64) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let cache = try EvidenceCache.open(at: folder + "/cache.sqlite")
        let world = try Fixture.whole()
        let last = world.records.map(\.sequence).max() ?? 0
        let early = Fixture.now - Instant.hour
        try cache.apply(world.page(), at: early)
        try cache.append(.synced, details: ["sequence": .integer(last)], actor: Fixture.analyst, at: early)
        let subject = Subject.account(Fixture.Member.all[3].id)
        guard var flag = try cache.flag(on: subject, for: Fixture.viewer)?.flag else { return }
        flag.score = 0.11
        let later = FeedRecord(
            sequence: last + 1, kind: .flag, id: flag.id.text.verbatim, revision: 2,
            document: try FeedDocument.encode(flag))
        try cache.apply(
            FeedPage(epoch: "epoch-1", records: [later], next: FeedCursor("c\(last + 1)"), hasMore: false),
            at: Fixture.now - 30 * Instant.second)
        try cache.append(
            .synced, details: ["sequence": .integer(last + 1)], actor: Fixture.analyst,
            at: Fixture.now - 30 * Instant.second)
        try body(cache, last)
    }

    @Test func `a view as of a sequence shows what was asserted then, and says so in the frame`() throws {
        try cache { cache, last in
            let subject = Subject.account(Fixture.Member.all[3].id)
            let before = try cache.asOf(try cache.moment(.sequence(last), now: Fixture.now))
            #expect(try cache.flag(on: subject, for: Fixture.viewer)?.flag.score == 0.11)
            #expect(try before.flag(on: subject, for: Fixture.viewer)?.flag.score != 0.11)
            #expect(try before.countFlags(.everything, for: Fixture.viewer) == 27)
            var console = try Fixture.console("view:queue", on: cache)
            console.press(":")
            console.type("as-of \(last)")
            console.press("enter")
            #expect(console.grid.text.contains("as of \(Count.text(Int(last))), 2026-05-21 05:00Z"))
            #expect(console.model.viewState["as-of"] == "\(last)")
            console.press("1")
            #expect(console.decided.isEmpty)
            #expect(console.grid.text.contains("this is the past"))
            console.press(":")
            console.type("as-of now")
            console.press("enter", "1")
            #expect(console.decided.count == 1)
        }
    }

    @Test func `a label given later is absent before it, and a time means the last sync before it`() throws {
        try cache { cache, last in
            var console = try Fixture.console("view:queue", on: cache)
            let subject = try #require(console.model.top.selection.subjects.first)
            console.press("1")
            #expect(try cache.label(of: subject, by: Fixture.analyst) != nil)
            let moment = try cache.moment(.time(Fixture.now - Instant.minute), now: Fixture.now)
            #expect(moment.sequence == last)
            #expect(try cache.asOf(moment).label(of: subject, by: Fixture.analyst) == nil)
            #expect(throws: CacheProblem.self) { try cache.moment(.time(Fixture.now - Instant.day), now: Fixture.now) }
        }
    }

    @Test func `an outcome recorded later is absent before it`() throws {
        try cache { cache, _ in
            let account = Fixture.Member.all[3].id
            try cache.record(
                Outcome(id: "o-1", account: account, what: .banned, at: Fixture.now, analyst: Fixture.analyst))
            #expect(try cache.outcomes(of: account).contains { $0.id == "o-1" })
            let moment = try cache.moment(.time(Fixture.now - Instant.minute), now: Fixture.now)
            #expect(try !cache.asOf(moment).outcomes(of: account).contains { $0.id == "o-1" })
        }
    }

    @Test func `counts are those of the time: exchanges that came later are taken off`() throws {
        try cache { cache, last in
            let half = last / 2
            let before = try cache.asOf(AsOf(sequence: half, time: Fixture.now))
            let account = Fixture.Member.all[0].id
            let now = try cache.hours(of: Scope(.account(account))).reduce(0, +)
            let then = try before.hours(of: Scope(.account(account))).reduce(0, +)
            #expect(then <= now)
            let listed = try before.exemplars(of: account, limit: 10_000).count
            #expect(listed <= now)
        }
    }

    @Test func `what came since one left is counted`() throws {
        try cache { cache, last in
            try cache.setConsoleState("flags seen", to: String(last))
            let news = try #require(try DecisionWriter.news(in: cache))
            #expect(news.text.text.description.contains("0 new flags, 1 changed"))
            try cache.setConsoleState("flags seen", to: String(last + 1))
            #expect(try DecisionWriter.news(in: cache) == nil)
        }
    }
}
