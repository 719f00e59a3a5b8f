import Evidence
import EvidenceCache
import Feed
import HostileText
import Testing
import TextUI

@testable import Console

/// A pivot: ten days on one model, a day of silence, then another model from the hour of its release.
@Suite struct TimelineStoryTests {
    private static let start = Instant(day: Fixture.firstDay)

    private static func cache() throws -> EvidenceCache {
        var world = Fixture()
        var last = start
        for hour in 0..<312 where !(216..<240).contains(hour) {
            let at = start + Int64(hour) * Instant.hour
            var exchange = Exchange(id: ExchangeID("ex-\(hour)"), account: AccountID("acct-pivot"), at: at)
            exchange.model = UntrustedText(hour < 216 ? "model-a" : "model-b")
            exchange.conversation = ConversationID("conv-\(hour)")
            try world.add(.exchange, "ex-\(hour)", ExchangeDocument(exchange: exchange, target: .agenticCoding))
            try world.add(
                .conversation, "conv-\(hour)",
                Conversation(
                    id: ConversationID("conv-\(hour)"), account: AccountID("acct-pivot"), firstAt: at, lastAt: at,
                    turns: 1, isInferred: false))
            last = at
        }
        try world.add(
            .account, "acct-pivot",
            Account(
                id: AccountID("acct-pivot"), exchanges: 288, conversations: 288, keys: 1, firstAt: start, lastAt: last))
        try world.add(
            .release, "model-b",
            Release(model: UntrustedText("model-b"), releasedAt: start + 240 * Instant.hour))
        var page = world.page()
        page.withheld = 40
        let cache = try EvidenceCache.inMemory()
        try cache.apply(page, at: Fixture.now)
        return cache
    }

    @Test(arguments: [80, 160]) func `a silence and the pivot after it are said under the axis`(_ width: Int) throws {
        let console = try Fixture.console("view:timeline id:acct-pivot", width, 40, on: try Self.cache())
        #expect(console.grid.text.contains("▲ 24 h silence, then 100 % on model-b"))
        #expect(console.grid.text.contains("model-b released ▾"))
    }

    @Test func `that records were withheld is said where history begins`() throws {
        let console = try Fixture.console("view:timeline id:acct-pivot", 160, 40, on: try Self.cache())
        #expect(console.grid.text.contains("◂ history truncated here: 40 records withheld"))
    }

    @Test func `brackets go to the end of the silence, and enter looks closer there`() throws {
        var console = try Fixture.console("view:timeline id:acct-pivot", 160, 40, on: try Self.cache())
        console.press("[")
        let there = try #require((console.model.top as? TimelineScreen)?.cursor)
        #expect(there == Self.start + 240 * Instant.hour)
        console.press("s-tab", "enter")
        let closer = try #require(console.model.top as? TimelineScreen)
        #expect(closer.range?.from == there)
        let window = try #require((closer.facts.value ?? nil)?.window)
        #expect(window.width < Instant.hour)
        #expect(closer.conversations.total == Int((window.to - window.from + Instant.hour - 1) / Instant.hour))
    }

    @Test func `the list pages through a brush of hundreds`() throws {
        var console = try Fixture.console(
            "view:timeline id:acct-pivot brush:2026-05-08/2026-05-16", 80, 24, on: try Self.cache())
        #expect((console.model.top as? TimelineScreen)?.conversations.total == 192)
        for _ in 0..<60 { console.press("pgdn") }
        let list = try #require((console.model.top as? TimelineScreen)?.conversations)
        #expect(list.list.position.cursor == 191)
        #expect(list.focus?.conversation.id == ConversationID("conv-191"))
    }
}
