import Evidence
public import EvidenceCache
import HostileText
import TextUI

/// A moment of the cache's past that is looked at in place of the present.
public struct PastView: Hashable, Sendable {
    /// As it was asked for, for state strings: `8123`, `2026-05-21T06:00:00Z`.
    public var text: String
    /// The moment.
    public var moment: AsOf

    /// What the frame says while it is looked at.
    var words: StyledText {
        let time = "\(moment.time.dateText) \(moment.time.timeText.prefix(5))Z"
        return StyledText(
            "◷ as of \(SafeText(ours: Count.text(Int(clamping: moment.sequence)))), \(SafeText(ours: time))", .warning)
    }
}

extension Model {
    /// Asks for a moment of the past, or comes back to the present.
    func lookBack(to text: String) throws(Problem) -> [Work] {
        if text.isEmpty || text == "now" { return [work(.lookBack(nil))] }
        guard AsOf.Wish(text) != nil else {
            throw Problem(
                "“\(text)” is no moment; write a sequence such as 8123, a day, a time such as 2026-05-21T06:00:00Z, or now"
            )
        }
        return [work(.lookBack(text))]
    }

    /// Takes in the moment, or the present, and reads everything again.
    mutating func take(_ past: PastView?) -> [Work] {
        world.past = past
        for index in stack.indices { stack[index].isStale = true }
        notice =
            past.map { Notice([$0.words, StyledText("   as-of now comes back", .muted)]) } ?? Notice("this is now")
        return refreshTop(always: true)
    }

    /// What the screen on top shows and as of when: what is left, copied and opened again.
    var viewState: ViewState {
        var state = top.state
        state["as-of"] = world.past?.text
        return state
    }
}
