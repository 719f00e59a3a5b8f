import Evidence
import HostileText
import TextUI

/// The views that have a name: those of the program, and those that the analyst saved.
enum SavedViews {
    /// The views that are there from the start, by name.
    static let given: [(name: String, state: String)] = [
        ("all flags", "view:queue"),
        ("to decide", "view:queue q:label:none"),
        ("folded by cluster", "view:queue fold:on"),
        ("likely", "view:queue q:score>0.9 sort:-score"),
        ("hidden characters", "view:queue q:hidden>0"),
        ("coordinated clusters", "view:clusters q:status:coordinated"),
    ]

    /// Asks which view to go to, those that were saved first.
    static func chooser(_ memory: ConsoleMemory) -> Chooser {
        let own = memory.views.sorted { $0.key < $1.key }.map { (name: $0.key, state: $0.value) }
        let choices = (own + given).compactMap { view -> Chooser.Choice? in
            // What cannot be read was saved by another version; it stays saved and is not offered.
            guard let state = try? ViewState(parsing: view.state) else { return nil }
            return Chooser.Choice(
                text: StyledText(SafeText(UntrustedText(view.name), limit: 40)),
                note: StyledText(SafeText(UntrustedText(view.state), limit: 60)), meaning: .go(state))
        }
        return Chooser(
            title: own.isEmpty ? "Which view?   :save NAME keeps the one that is open" : "Which view?", choices: choices
        )
    }
}

extension Model {
    /// Goes to the view that was saved under a name, if there is one.
    mutating func openSaved(_ name: String) throws -> [Work] {
        let given = SavedViews.given.first { $0.name == name }?.state
        guard let text = memory.views[name] ?? given else {
            throw Problem("no view is called “\(name)”; g v lists those that are saved, tab those of the program")
        }
        return openState(try ViewState(parsing: text), atRoot: true)
    }

    /// Keeps the view that is open under a name, without the place of its cursor.
    mutating func saveView(as name: String) throws(Problem) -> [Work] {
        guard !name.isEmpty else { throw Problem("a saved view needs a name: save NAME") }
        guard ScreenKind(rawValue: name) == nil else { throw Problem("“\(name)” is a screen; choose another name") }
        var state = top.state
        state["at"] = nil
        memory.views[name] = state.text
        notice = Notice("saved; g v lists the views, view \(SafeText(UntrustedText(name), limit: 40)) opens this one")
        return [keepMemory()]
    }

    /// Forgets a saved view or a macro.
    mutating func forget(_ name: String) throws(Problem) -> [Work] {
        let wasView = memory.views.removeValue(forKey: name) != nil
        let wasMacro = memory.macros.removeValue(forKey: name) != nil
        guard wasView || wasMacro else { throw Problem("nothing is saved under “\(name)”") }
        notice = Notice("forgot \(SafeText(UntrustedText(name), limit: 40))")
        return [keepMemory()]
    }

    func keepMemory() -> Work { work(.keep(memory)) }
}
