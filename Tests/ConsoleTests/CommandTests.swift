import Evidence
import HostileText
import Testing
import TextUI

@testable import Console

@Suite struct CommandTests {
    private func model(_ kind: String = "view:queue", themes: [String] = ["dark", "light"]) throws -> Model {
        var world = Fixture.world(120, 40)
        world.themes = themes
        return Model(opening: try ScreenCatalogue.screen(for: try ViewState(parsing: kind)), world: world)
    }

    @Test func `a theme is worn by its name, and an unknown one is answered with those there are`() throws {
        var model = try model()
        let work = model.run(command: "theme light")
        #expect(work.count == 1)
        guard case .wear("light") = work.first?.effect else { return #expect(Bool(false), "no theme is worn") }
        #expect(model.run(command: "theme lihgt").isEmpty)
        #expect(model.notice?.text.text.description == "no theme “lihgt”; there are dark, light")
    }

    @Test(arguments: [
        ("sort score", "-score"), ("sort score asc", "score"), ("sort -exchanges", "-exchanges"),
    ])
    func `a column sorts in its usual direction or in the one that is asked for`(line: String, state: String) throws {
        var model = try model()
        #expect(!model.run(command: line).isEmpty)
        #expect(model.top.state["sort"] == state)
    }

    @Test func `a column that there is not is answered with those there are`() throws {
        var model = try model()
        #expect(model.run(command: "sort colour").isEmpty)
        #expect(model.notice?.text.text.description.contains("it can be by urgency, score") == true)
        var sync = try self.model("view:sync")
        #expect(sync.run(command: "sort score").isEmpty)
        #expect(sync.notice?.text.text.description == "the screen sync has no columns to sort by")
    }

    @Test func `the prompt completes a command, and what can follow it`() {
        let words = CommandWords(sorts: ["urgency", "score"], themes: ["dark", "light"])
        #expect(words.completions(of: "th").first == "theme")
        #expect(words.completions(of: "theme l") == ["light"])
        #expect(words.completions(of: "sort ") == ["urgency", "score"])
        #expect(words.completions(of: "view clu").first == "clusters")
    }

    @Test func `times are shown in a zone, with its name in headings and its distance after them`() throws {
        let summer = Instant(milliseconds: 1_779_332_400_000)  // 2026-05-21 03:00 UTC
        let helsinki = try DisplayZone("Europe/Helsinki")
        #expect(helsinki.time(summer) == "06:00:00")
        #expect(helsinki.suffix(summer) == "+03:00")
        #expect(helsinki.suffix(summer - 150 * Instant.day) == "+02:00")
        #expect(helsinki.heading == "Helsinki")
        #expect(try DisplayZone("-3.5").minute(summer) == "23:30")
        #expect(try DisplayZone("-3.5").date(summer) == "05-20")
        #expect(try DisplayZone("utc").suffix(summer) == "Z")
        #expect(throws: Problem.self) { try DisplayZone("Atlantis/Centre") }
        #expect(throws: Problem.self) { try DisplayZone("+20") }
    }
}
