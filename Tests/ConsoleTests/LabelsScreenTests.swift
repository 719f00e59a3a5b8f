import Evidence
import EvidenceCache
import HostileText
import Testing
import TextUI

@testable import Console

/// The list of labels: what one said oneself, and, once looked at, what others say.
@Suite struct LabelsScreenTests {
    private let cache: EvidenceCache

    init() throws { cache = try Fixture.labelled() }

    private func ids(_ console: HeadlessConsole) -> [String] {
        (console.model.top as? LabelsScreen)?.list.rows.map(\.event.id) ?? []
    }

    @Test func `the labels, blind and revealed`() throws {
        try expectScreens("view:labels", "labels-own", on: cache)
        try expectScreens("view:labels", "labels-everybody", keys: ["v"], on: cache)
    }

    @Test func `others' labels are absent until v, which the log tells of, and then disputes come first`() throws {
        var console = try Fixture.console("view:labels", on: cache)
        #expect(!console.grid.text.contains("lee"))
        #expect(Set(ids(console)).isDisjoint(with: ["o0", "o1"]))
        let before = try cache.activity(action: .revealed).count
        console.press("v")
        #expect(try cache.activity(action: .revealed).count == before + 1)
        #expect(console.grid.text.contains("lee"))
        #expect(console.grid.text.contains("AGREEMENT"))
        #expect((console.model.top as? LabelsScreen)?.list.focus?.disputes == 2)
        #expect(!console.model.viewState.text.contains("everybody"))
    }

    @Test func `every event or those that hold, and the history of one subject`() throws {
        var console = try Fixture.console("view:labels", on: cache)
        #expect(!ids(console).contains("k6"))
        console.press("z")
        #expect(ids(console).contains("k6"))
        console.press("g g", "H")
        #expect(ids(console) == ["k9", "k6"])
        console.press("esc")
        #expect(ids(console).count == 8)
    }

    @Test func `the filter language asks labels, too`() throws {
        for (filter, expected) in [
            ("label:benign", 1), ("labelled<2h", 1), ("score>0.9 label:distillation", 4), ("\"payment shared\"", 1),
            ("account:\(Fixture.Member.all[9].id.text.verbatim)", 1), ("disputes>0", 0), ("cluster:C-003", 5),
        ] {
            let console = try Fixture.console("view:labels q:\"\(filter.replacing("\"", with: "\\\""))\"", on: cache)
            #expect(ids(console).count == expected, "\(filter)")
        }
        var console = try Fixture.console("view:labels", on: cache)
        console.press("v", "/")
        console.type("disputes>0")
        console.press("enter")
        #expect(ids(console).count == 5)
        console.press("esc")
    }

    @Test func `a label is given anew by a digit, taken back by an exclamation mark, and u brings it back`() throws {
        var console = try Fixture.console("view:labels", on: cache)
        let subject = try #require(console.model.top.selection.subjects.first)
        console.press("4")
        #expect(try cache.label(of: subject, by: Fixture.analyst)?.label == .benign)
        console.press("g g", "!")
        #expect(try cache.label(of: subject, by: Fixture.analyst) == nil)
        console.press("u")
        #expect(try cache.label(of: subject, by: Fixture.analyst)?.label == .benign)
    }

    @Test func `what others said cannot be taken back`() throws {
        var console = try Fixture.console("view:labels", on: cache)
        console.press("v", ":")
        console.type("filter analyst:lee")
        console.press("enter", "!")
        #expect(console.grid.text.contains("another analyst's label"))
    }
}
