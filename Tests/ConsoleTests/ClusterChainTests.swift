import Evidence
import EvidenceCache
import HostileText
import Testing
import TextUI

@testable import Console

@Suite struct ClusterChainTests {
    @Test func `why two accounts are together is a row a step, and is copied as lines`() throws {
        var console = try Fixture.console("view:cluster id:C-003 pane:members", 120, 40)
        console.press("space", "j", "j", "P")
        try expectSnapshot(console.grid, "cluster-path-120x40")
        console.press("y")
        let copied = try #require(console.copied.last)
        let text = SafeText.lines(of: copied).map(\.description)
        #expect(text[0].contains("are together in C-003, in 1 step"))
        #expect(text[1].hasPrefix("1. ") && text[1].contains("payment") && text[1].contains("both active"))
        console.press("esc")
        #expect((console.model.top as? ClusterScreen)?.chain == nil)
        #expect(console.model.top.kind == .cluster)
    }

    @Test func `without two accounts the key says what to do`() throws {
        var console = try Fixture.console("view:cluster id:C-003")
        console.press("P")
        #expect(console.grid.text.contains("mark one account with space"))
    }

    @Test func `names that attack the terminal are made harmless in the copy`() throws {
        let cache = try Fixture.largeCluster(40)
        let one = AccountID("acct-\u{1B}[31m" + String(UInt32(truncatingIfNeeded: 14 &* 0x9E37_79B1), radix: 16))
        var console = try Fixture.console(
            ViewState(view: "cluster", id: UntrustedText("C-100")).pointing(at: one.text).text + " pane:members",
            on: cache)
        console.press("space", "j", "P", "y")
        let copied = try #require(console.copied.last)
        #expect(!copied.verbatim.unicodeScalars.contains("\u{1B}"))
        #expect(copied.verbatim.contains("acct-"))
    }
}
