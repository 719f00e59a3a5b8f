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

    @Test func `a conversation with a match`() throws {
        try expectScreens(Self.newest, "reader", on: try Fixture.cache())
    }

    @Test func `the template of a conversation, its fixed text and its slots`() throws {
        try expectScreens(Self.newest, "reader-template", keys: ["s"], on: try Fixture.cache())
    }

    @Test func `what matched bears the number of its signal, and its name where there is room`() throws {
        let wide = try Fixture.console(Self.newest, 160, 48)
        #expect(wide.grid.text.contains("◂ injected span"))
        #expect(wide.grid.text.contains("1 injected span  in 2 of 2 exchanges"))
        let narrow = try Fixture.console(Self.newest, 80, 24)
        #expect(narrow.grid.text.contains("▎1 "))
    }

    @Test func `brackets step through the exchanges, and the head says which is read`() throws {
        var console = try Fixture.console(Self.newest, 80, 24)
        #expect(console.grid.text.contains("exchange 1 of 2"))
        console.press("]")
        #expect(console.grid.text.contains("exchange 2 of 2"))
        console.press("]")
        #expect(console.model.notice?.text.text.description.contains("the last exchange") == true)
        console.press("[")
        #expect(try reader(console).currentTurn == 0)
    }

    @Test
    func `T goes through the exchanges of the template, those of other accounts first, and back to where it began`()
        throws
    {
        var console = try Fixture.console(Self.newest, 120, 40)
        let begun = try #require(try reader(console).currentExchange?.document.exchange)
        console.press("T")
        let next = try #require(try reader(console).currentExchange?.document)
        #expect(next.exchange.account != begun.account)
        #expect(next.template == TemplateID("T-118"))
        let count = try #require(try reader(console).ring?.exchanges.count)
        for _ in 1..<count { console.press("T") }
        #expect(try reader(console).currentExchange?.document.exchange.id == begun.id)
        #expect(console.model.notice?.text.text.description.contains("where you began") == true)
    }

    @Test func `an exchange far down a long conversation is read with those that follow it`() throws {
        var world = Fixture()
        let (account, conversation) = (AccountID("a"), ConversationID("c"))
        for number in 0..<500 {
            let at = Fixture.now - Int64(500 - number) * Instant.minute
            var exchange = Exchange(id: ExchangeID("ex-\(number)"), account: account, at: at)
            exchange.conversation = conversation
            try world.add(.exchange, "ex-\(number)", ExchangeDocument(exchange: exchange, target: .general))
        }
        try world.add(
            .conversation, "c",
            Conversation(
                id: conversation, account: account, firstAt: Fixture.now - 500 * Instant.minute,
                lastAt: Fixture.now - Instant.minute, turns: 500, isInferred: false))
        let cache = try EvidenceCache.inMemory()
        try cache.apply(world.page(), at: Fixture.now)
        var console = try Fixture.console("view:reader at:ex-420", 80, 24, on: cache)
        #expect(console.grid.text.contains("exchange 421 of 500"))
        console.press("]")
        #expect(console.grid.text.contains("exchange 422 of 500"))
        let start = try Fixture.console("view:reader id:c", 80, 24, on: cache)
        #expect(try reader(start).page.lines.contains { $0.text.text.description.contains("1 to 200 of 500") })
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
