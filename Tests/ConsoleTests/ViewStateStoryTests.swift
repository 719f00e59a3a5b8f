import Evidence
import EvidenceCache
import HostileText
import Testing
import TextUI

@testable import Console

/// `Y` copies a line that opens the view as it is.
@Suite struct ViewStateStoryTests {
    /// A screen, and keys that change what it shows.
    static let views: [(state: String, keys: [String])] = [
        ("view:queue q:score>0.9 sort:-score", ["j", "j", "j"]), ("view:queue", ["z", "s", "j"]),
        ("view:account id:acct-02be77d0", ["tab"]), ("view:timeline id:acct-02be77d0", ["+", "l", "s", "L"]),
        ("view:timeline id:C-003 of:cluster", ["b", "l", "l", "b"]),
        ("view:conversations id:acct-02be77d0", ["j", "j"]), ("view:reader id:ses-1", []),
        ("view:targets", ["j"]), ("view:clusters sort:size", ["j"]), ("view:cluster id:C-003", ["M", "j"]),
        ("view:cluster id:C-003 as:list", ["j", "s", "tab", "j", "x"]),
        ("view:cluster id:C-003 as:columns", ["j", "e"]),
        ("view:cluster id:C-003 as:matrix", ["b", "l", "b"]), ("view:labels", ["j", "s", "z"]),
        ("view:labels q:label:benign", []), ("view:cases", []), ("view:sync", []), ("view:activity", ["j"]),
        ("view:help", []), ("view:sql q:\"SELECT id FROM cluster\"", []),
    ]

    @Test(arguments: views)
    func `the copied line opens the same view`(_ view: (state: String, keys: [String])) throws {
        let cache = try Fixture.labelled()
        var state = view.state
        let account = Fixture.Member.all[1].id.text.verbatim
        state = state.replacing("acct-02be77d0", with: account)
        if state.contains("ses-1") {
            let first = try #require(
                try cache.conversations(
                    of: .account(Fixture.Member.all[1].id), PageRequest(sort: .time), for: Fixture.viewer
                ).rows.first)
            state = state.replacing("ses-1", with: first.conversation.id.text.verbatim)
        }
        var console = try Fixture.console(state, on: cache)
        for key in view.keys { console.press(key) }
        console.press("Y")
        let line = try #require(console.copied.last).verbatim
        // The notice goes with the next key; the cursor keys leave it as it is.
        var again = try Fixture.console(line, on: cache)
        again.press("Y")
        #expect(again.copied.last?.verbatim == line)
        #expect(again.grid.text == console.grid.text, "\(line)")
    }

    @Test func `a look at others' labels does not travel with the line`() throws {
        var console = try Fixture.console("view:labels", on: try Fixture.labelled())
        console.press("v", "Y")
        let line = try #require(console.copied.last).verbatim
        let again = try Fixture.console(line, on: try Fixture.labelled())
        #expect(!again.grid.text.contains("lee"))
    }
}
