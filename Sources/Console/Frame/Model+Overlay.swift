import Evidence
import HostileText
import TextUI

extension Model {
    /// Takes a key while something floats above the screen.
    mutating func takeInOverlay(_ key: Key) -> [Work] {
        switch overlay {
        case .help(var panel):
            overlay = panel.take(key, width: world.width, height: world.height) ? .help(panel) : nil
            return []
        case .chooser(let chooser): return choose(key, in: chooser)
        case nil: return []
        }
    }

    private mutating func choose(_ key: Key, in chooser: Chooser) -> [Work] {
        var chooser = chooser
        let count = chooser.choices.count
        switch key {
        case .down, .character("j"): chooser.position.move(by: 1, count: count, height: count)
        case .up, .character("k"): chooser.position.move(by: -1, count: count, height: count)
        case .enter:
            overlay = nil
            return take(chooser.choices[chooser.position.cursor].meaning)
        case .escape, .character("q"):
            overlay = nil
            return []
        default: break
        }
        overlay = .chooser(chooser)
        return []
    }

    private mutating func take(_ meaning: Chooser.Meaning) -> [Work] {
        switch meaning {
        case .decide(let decision): return [work(.decide(decision))]
        case .ask(let purpose):
            entry = Entry(purpose)
            return []
        case .open(let state): return openState(state)
        case .go(let state):
            macro.note("view \(state.text)")
            return openState(state, atRoot: true)
        case .nothing: return []
        }
    }

    /// Takes in the answer to the overlay's own question.
    mutating func takeCases(_ cases: [Case]) {
        guard case .chooser = overlay else { return }
        overlay = .chooser(.caseChoice(chosenThings, cases: .ready(cases)))
    }
}
