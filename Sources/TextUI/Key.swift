public import HostileText

/// What the keyboard, the mouse or the terminal said. Only keys that every terminal sends.
public enum Key: Sendable, Hashable {
    /// A printable character, in any script.
    case character(Character)
    /// Control and a letter from `a` to `z`, given in lower case, without those that have a name here.
    case control(Character)
    /// A function key, from 1.
    case function(Int)
    case enter, escape, tab, backtab, backspace, delete, insert
    case up, down, left, right
    case pageUp, pageDown, home, end
    /// What was pasted, as one piece. It is untrusted, like everything that came from outside.
    case paste(UntrustedText)
    /// A mouse button or wheel at a cell.
    case mouse(Mouse)
    /// The terminal has another size now.
    case resize(width: Int, height: Int)
    /// The terminal got or lost the focus.
    case focus(Bool)

    /// A mouse event.
    public struct Mouse: Sendable, Hashable {
        /// What happened.
        public enum Action: Sendable, Hashable {
            case press, release, drag, wheelUp, wheelDown
        }
        /// What happened.
        public var action: Action
        /// The column.
        public var x: Int
        /// The row.
        public var y: Int

        /// Makes an event.
        public init(_ action: Action, x: Int, y: Int) {
            self.action = action
            self.x = x
            self.y = y
        }
    }
}
