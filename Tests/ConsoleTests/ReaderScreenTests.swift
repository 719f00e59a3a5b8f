import Evidence
import EvidenceCache
import Feed
import HostileText
import Testing
import TextUI

@testable import Console

@Suite struct ReaderScreenTests {
    private static let newest = "view:reader account:\(Fixture.Member.all[1].name)"

    private func reader(_ console: HeadlessConsole) throws -> ReaderScreen {
        try #require(console.model.top as? ReaderScreen)
    }

    @Test(arguments: [(80, 24), (160, 48)]) func `a conversation with a match`(_ width: Int, _ height: Int) throws {
        let console = try Fixture.console(Self.newest, width, height)
        try expectSnapshot(console.grid, "reader-\(width)x\(height)")
    }

    @Test func `what was hidden is shown in place and counted`() throws {
        var console = try Fixture.console(Self.newest, 120, 40)
        #expect(console.grid.text.contains("‹U+202E›"))
        #expect(console.grid.text.contains("hidden character"))
        console.press("x")
        #expect(console.grid.text.contains("<U+202E>"))
    }

    @Test func `without text the reader says so and shows what was measured`() throws {
        let console = try Fixture.console("view:reader id:conv-0-0", 80, 24)
        #expect(console.grid.text.contains("no text"))
        #expect(console.grid.text.contains("812 → 4,096 tok"))
    }

    @Test func `left and right go through the conversations of the account`() throws {
        var console = try Fixture.console("view:reader id:conv-0-3", 80, 24)
        #expect(try reader(console).reading.value?.number == 4)
        console.press("l")
        #expect(try reader(console).place == .conversation(ConversationID("conv-0-4")))
        console.press("h", "h")
        #expect(try reader(console).place == .conversation(ConversationID("conv-0-2")))
        for _ in 0..<5 { console.press("h") }
        #expect(try reader(console).reading.value?.number == 1)
    }

    @Test func `braces jump from match to match`() throws {
        var console = try Fixture.console(Self.newest, 80, 12)
        let page = try reader(console).page
        #expect(!page.matches.isEmpty)
        console.press("}")
        let top = try reader(console).top
        #expect((top..<top + 8).contains(page.matches[0]))
    }

    @Test func `an unknown conversation is a sentence`() throws {
        let console = try Fixture.console("view:reader id:nowhere", 80, 24)
        #expect(console.grid.text.contains("no exchange of conversation nowhere is in the cache"))
    }

    @Test func `a very long text costs little and says how much more there is`() throws {
        var exchange = Exchange(id: ExchangeID("long"), account: AccountID("a"), at: Fixture.now)
        let text = String(repeating: "all work and no play ", count: 10_000)
        exchange.text = ExchangeText(messages: [.init(role: .user, content: UntrustedText(text))])
        exchange.conversation = ConversationID("c")
        var world = Fixture()
        try world.add(.exchange, "long", ExchangeDocument(exchange: exchange, target: .general))
        let cache = try EvidenceCache.inMemory()
        try cache.apply(world.page(), at: Fixture.now)
        let question = ConversationReading(place: .exchange(ExchangeID("long")), analyst: Fixture.analyst)
        let reading = try question.answer(from: cache, now: Fixture.now)
        let page = ReaderPage(reading, ReaderPage.Layout(width: 80, limit: 4_000))
        #expect(page.lines.count < 80)
        #expect(page.lines.contains { $0.text.text.description.contains("206,000 more bytes") })
    }

    @Test func `what a request repeats of the exchange before is not shown twice`() {
        let first = ExchangeText(
            messages: [.init(role: .user, content: UntrustedText("one"))], response: UntrustedText("two"))
        let second = ExchangeText(
            messages: [
                .init(role: .user, content: UntrustedText("one")),
                .init(role: .assistant, content: UntrustedText("two")),
                .init(role: .user, content: UntrustedText("three")),
            ])
        #expect(second.messages(repeatedFrom: first) == 2)
        #expect(first.messages(repeatedFrom: first) == 0)
        #expect(second.messages(repeatedFrom: nil) == 0)
    }
}
