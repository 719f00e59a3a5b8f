import Evidence
import HostileText
import TextUI

/// Commands that are being recorded or played. A step is a line of the command prompt, so that a macro means the same
/// on other rows, other caches and with other keys.
public struct Macro: Hashable, Sendable {
    /// What goes on.
    public enum State: Hashable, Sendable {
        /// Nothing.
        case idle
        /// Steps are recorded under a name.
        case recording(String, [String])
        /// These steps are still to be done; and how many there were.
        case playing([String], of: Int)
    }

    /// What goes on.
    public internal(set) var state = State.idle
    /// The macro that `@` plays: the one recorded or played last.
    var last = "last"

    /// Whether the next step waits for everything asked before to be answered.
    var waitsForRest: Bool {
        if case .playing = state { return true }
        return false
    }

    /// Notes a step, if steps are recorded.
    mutating func note(_ step: String) {
        guard case .recording(let name, let steps) = state else { return }
        state = .recording(name, steps + [step])
    }

    /// A word for the top bar.
    var word: StyledText? {
        switch state {
        case .idle: nil
        case .recording(_, let steps): StyledText("● recording \(SafeText(ours: Count.text(steps.count)))", .danger)
        case .playing(let rest, let count):
            StyledText("▶ \(SafeText(ours: Count.text(count - rest.count, of: count)))", .warning)
        }
    }
}

extension Model {
    /// Begins to record, or ends it and keeps what was recorded.
    mutating func recordMacro(as name: String) -> [Work] {
        guard case .recording(let kept, let steps) = macro.state else {
            let name = name.isEmpty ? "last" : name
            macro.state = .recording(name, [])
            notice = Notice("recording; the same key ends it, esc keeps nothing back")
            return []
        }
        macro.state = .idle
        guard !steps.isEmpty else {
            notice = Notice("nothing was done, so nothing is recorded")
            return []
        }
        macro.last = kept
        memory.macros[kept] = steps
        let name = SafeText(UntrustedText(kept), limit: 40)
        notice = Notice("recorded \(SafeText(ours: Count.text(steps.count, "step"))) as \(name); @ plays them")
        return [keepMemory()]
    }

    /// Plays a macro so many times.
    mutating func playMacro(_ name: String, times: Int = 1) throws(Problem) -> [Work] {
        let wanted = name.isEmpty ? macro.last : name
        guard let steps = memory.macros[wanted] else {
            let known = memory.macros.keys.sorted().joined(separator: ", ")
            throw Problem(
                known.isEmpty ? "no macro is recorded; Q records one" : "no macro “\(wanted)”; there are \(known)")
        }
        macro.last = wanted
        let all = Array(repeatElement(steps, count: max(1, min(times, 1_000))).joined())
        macro.state = .playing(all, of: all.count)
        return playNext()
    }

    /// Does the next step of the macro that is played. One that asks something ends it: a macro answers no question.
    mutating func playNext() -> [Work] {
        guard case .playing(let steps, let count) = macro.state else { return [] }
        guard entry == nil, overlay == nil, notice?.isProblem != true, let step = steps.first else {
            macro.state = .idle
            if !steps.isEmpty, notice?.isProblem != true {
                notice = Notice("the macro waits for an answer and ends, \(count - steps.count) of \(count) steps done")
            }
            return []
        }
        macro.state = .playing(Array(steps.dropFirst()), of: count)
        return run(command: step)
    }
}
