import Evidence
import EvidenceCache
import Feed
import HostileText
import Testing
import TextUI

@testable import Console

@Suite struct ConversationsScreenTests {
    private static let account = Fixture.Member.all[1].name

    @Test func `the conversations of an account`() throws {
        try expectScreens("view:conversations id:\(Self.account)", "conversations", on: try Fixture.cache())
    }

    @Test func `all traffic pages through and comes to its end`() throws {
        var console = try Fixture.console("view:conversations", 80, 24)
        let total = try #require((console.model.top as? ConversationsScreen)?.conversations.total)
        #expect(total > 80)
        for _ in 0..<40 { console.press("pgdn") }
        let paged = try #require((console.model.top as? ConversationsScreen)?.conversations)
        #expect(paged.list.position.cursor == total - 1)
        console.press("g g")
        console.press("G")
        let last = try #require((console.model.top as? ConversationsScreen)?.conversations)
        #expect(last.focus?.conversation.id == paged.focus?.conversation.id)
        #expect(last.list.position.cursor == total - 1)
    }

    @Test func `the cursor stays on its conversation when the cache changes`() throws {
        var console = try Fixture.console("view:conversations id:\(Self.account)", 80, 24)
        console.press("j", "j", "j")
        let before = (console.model.top as? ConversationsScreen)?.conversations.focus?.conversation.id
        console.send(.cacheChanged)
        #expect((console.model.top as? ConversationsScreen)?.conversations.focus?.conversation.id == before)
        let state = console.model.top.state.text
        let again = try Fixture.console(state, 80, 24)
        #expect((again.model.top as? ConversationsScreen)?.conversations.focus?.conversation.id == before)
    }
}
