import Evidence
import EvidenceCache
import HostileText
import Testing
import TextUI

@testable import Console

/// Stories told by keys, from the queue to the decision and back.
@Suite struct ModelStoryTests {
    private func focus(_ console: HeadlessConsole) -> Subject? { console.model.top.selection.subjects.first }

    @Test func `one digit decides, marks the row and goes on`() throws {
        let cache = try Fixture.cache()
        var console = try Fixture.console(on: cache)
        console.press("j")
        let subject = try #require(focus(console))
        console.press("1")
        #expect(console.decided.count == 1)
        #expect(try cache.label(of: subject, by: Fixture.analyst)?.label == .distillation)
        #expect(focus(console) != subject)
        #expect(console.grid.text.contains("✓"))
    }

    @Test func `what leaves the filter when it is decided is stepped over once`() throws {
        var console = try Fixture.console("view:queue q:\"label:none\"")
        console.press("j")
        var order: [Subject] = []
        var copy = console
        for _ in 0..<4 {
            order.append(try #require(focus(copy)))
            copy.press("j")
        }
        for subject in order {
            #expect(focus(console) == subject)
            console.press("4")
        }
    }

    @Test func `undo takes the decision back on any screen, and redo does it again`() throws {
        let cache = try Fixture.cache()
        var console = try Fixture.console(on: cache)
        console.press("j")
        let subject = try #require(focus(console))
        console.press("2", "g l", "u")
        #expect(try cache.label(of: subject, by: Fixture.analyst) == nil)
        console.press("^r")
        #expect(try cache.label(of: subject, by: Fixture.analyst)?.label == .relay)
        #expect(try cache.labelHistory(of: subject, for: Fixture.viewer).count == 3)
    }

    @Test func `confidence counts for the next label and no further`() throws {
        var console = try Fixture.console()
        console.press("C", "1", "1")
        let given = console.decided.compactMap { decision -> Confidence? in
            if case .label(_, _, let confidence, _) = decision { return confidence }
            return nil
        }
        #expect(given == [.high, .likely])
    }

    @Test func `n steps to the next flag from a dossier and keeps the section`() throws {
        var console = try Fixture.console("view:queue q:\"score>0.5 cluster:C-003\" sort:-score")
        console.press("j", "enter", "i")
        #expect(console.model.top.kind == .account)
        let first = focus(console)
        console.press("n")
        #expect(console.model.top.kind == .account)
        #expect(focus(console) != first)
        #expect(console.model.top.state["pane"] == "related")
        console.press("p")
        #expect(focus(console) == first)
        console.press("esc")
        #expect(console.model.top.kind == .queue)
        #expect(focus(console) == first)
    }

    @Test func `deciding in a dossier opens the next one`() throws {
        var console = try Fixture.console("view:queue sort:-score")
        console.press("j", "enter")
        let first = focus(console)
        console.press("4")
        #expect(console.model.top.kind == .account)
        #expect(focus(console) != first)
    }

    @Test func `n goes from an account to the cluster that comes next, and on`() throws {
        var console = try Fixture.console("view:queue q:\"cluster:C-003\" sort:-score")
        console.press("enter")
        #expect(console.model.top.kind == .cluster)
        console.press("n")
        #expect(console.model.top.kind == .account)
        console.press("p")
        #expect(console.model.top.kind == .cluster)
    }

    @Test func `Enter claims the flag`() throws {
        let cache = try Fixture.cache()
        var console = try Fixture.console(on: cache)
        console.press("j")
        let subject = try #require(focus(console))
        console.press("enter")
        #expect(try cache.flag(on: subject, for: Fixture.viewer)?.claim?.analyst == Fixture.analyst)
    }

    @Test func `a pasted text is never a verdict`() throws {
        var console = try Fixture.console()
        console.send(.key(.paste(UntrustedText("1\n1\nq\n"))))
        #expect(console.decided.isEmpty)
        #expect(!console.model.isLeaving)
        console.press(":")
        console.send(.key(.paste(UntrustedText("label.distillation\n"))))
        #expect(console.decided.isEmpty)
    }

    @Test func `a selection goes into a new case by name`() throws {
        let cache = try Fixture.cache()
        var console = try Fixture.console(on: cache)
        console.press("j", "a", "enter")
        console.type("One span")
        console.press("enter")
        let matter = try #require(try cache.cases().first)
        #expect(matter.items == 1)
        console.press("a")
        #expect(console.grid.text.contains("One span"))
        console.press("esc")
        #expect(try cache.cases().first?.items == 1)
    }

    @Test func `Esc and unknown keys decide nothing and leave nothing`() throws {
        var console = try Fixture.console()
        console.press("esc", "esc", "Z", "g z", "0", "8", "9")
        #expect(console.decided.isEmpty)
        #expect(!console.model.isLeaving)
    }

    @Test func `Ctrl-C closes what is being typed, and leaves from any screen`() throws {
        var console = try Fixture.console()
        console.press("enter", ":", "^C")
        #expect(!console.model.isLeaving)
        console.press("^C")
        #expect(console.model.isLeaving)
    }
}
