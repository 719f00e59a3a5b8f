import Evidence
import EvidenceCache
import HostileText
import TextUI

@testable import Console

extension Fixture {
    /// A console on the whole world that answers its own questions in place, opened on a view's state string.
    static func console(
        _ state: String = "view:queue", _ width: Int = 160, _ height: Int = 48,
        charset: SafeText.Charset = .unicode, on cache: EvidenceCache? = nil, ids: Counter = Counter()
    ) throws -> HeadlessConsole {
        let cache = try cache ?? Fixture.cache()
        let screen = try ScreenCatalogue.screen(for: try ViewState(parsing: state))
        let writer = DecisionWriter(
            cache: cache,
            settings: DecisionWriter.Settings(
                analyst: analyst, guideline: "g1", tool: "stillwatch test", newID: { ids.next() }))
        var world = world(width, height)
        world.charset = charset
        let model = Model(opening: screen, world: world, status: status)
        var console = HeadlessConsole(model: model, cache: cache, decisions: writer)
        console.start()
        return console
    }
}

extension HeadlessConsole {
    /// Presses keys, spelled as the key table spells them: `press("j", "g g", "enter")`.
    mutating func press(_ spellings: String...) {
        for spelling in spellings {
            for key in KeyChord(spelling)?.keys ?? [] { send(.key(key)) }
        }
    }

    /// Types a text, letter by letter.
    mutating func type(_ text: String) {
        for character in text { send(.key(.character(character))) }
    }
}
