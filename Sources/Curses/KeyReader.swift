internal import CNcurses
internal import HostileText
internal import TextUI

/// Turns what ncurses reads into keys: its codes, pasted text as one key, and escape sequences nobody knows as nothing.
struct KeyReader {
    private var pasted: String.UnicodeScalarView?
    private static let pasteLimit = 1_000_000
    /// Codes beyond those of ncurses, for sequences that terminfo does not name.
    private enum Own: Int32 {
        case pasteStart = 0x2000
        case pasteEnd, focusIn, focusOut
    }

    /// Teaches ncurses the sequences it needs to know beside terminfo's.
    init() {
        for (sequence, code): (String, Own) in [
            ("\u{1B}[200~", .pasteStart), ("\u{1B}[201~", .pasteEnd), ("\u{1B}[I", .focusIn), ("\u{1B}[O", .focusOut),
        ] { define_key(sequence, code.rawValue) }
        // Terminals differ from their description in whether the cursor keys are in application mode.
        for (sequence, code): (String, Int32) in [
            ("A", KEY_UP), ("B", KEY_DOWN), ("C", KEY_RIGHT), ("D", KEY_LEFT), ("H", KEY_HOME), ("F", KEY_END),
        ] {
            for prefix in ["\u{1B}[", "\u{1B}O"] { define_key(prefix + sequence, code) }
        }
        define_key("\u{1B}[1~", KEY_HOME)
        define_key("\u{1B}[4~", KEY_END)
        define_key("\u{1B}[Z", KEY_BTAB)
    }

    /// All keys that wait, in order.
    mutating func drain() -> [Key] {
        var keys: [Key] = []
        var value: UInt32 = 0
        while true {
            switch curses_next(&value) {
            case 0: return keys
            case 1:
                guard let scalar = Unicode.Scalar(value) else { continue }
                if pasted != nil {
                    paste(scalar)
                } else if scalar == "\u{1B}" {
                    keys += escape()
                } else if let key = Self.key(scalar) {
                    keys.append(key)
                }
            default:
                if let key = take(code: Int32(bitPattern: value)) { keys.append(key) }
            }
        }
    }

    private mutating func paste(_ scalar: Unicode.Scalar) {
        guard let count = pasted?.count, count < Self.pasteLimit else { return }
        pasted?.append(scalar == "\r" ? "\n" : scalar)
    }

    private mutating func take(code: Int32) -> Key? {
        switch Own(rawValue: code) {
        case .pasteStart:
            pasted = String.UnicodeScalarView()
            return nil
        case .pasteEnd:
            defer { pasted = nil }
            return pasted.map { .paste(UntrustedText(String($0))) }
        case .focusIn: return .focus(true)
        case .focusOut: return .focus(false)
        case nil: return pasted == nil ? Self.key(code: code) : nil
        }
    }

    /// After an Esc: nothing more, or a whole sequence that is in no table, which is swallowed. What is neither is put back.
    private mutating func escape() -> [Key] {
        var read: [UInt32] = []
        var value: UInt32 = 0
        guard curses_next(&value) == 1 else { return [.escape] }
        read.append(value)
        if value == UInt32(UInt8(ascii: "[")) || value == UInt32(UInt8(ascii: "O")) {
            while read.count < 32, curses_next(&value) == 1 {
                read.append(value)
                if (0x40...0x7E).contains(value) { return [] }
            }
        }
        return [.escape] + read.compactMap { Unicode.Scalar($0).flatMap { $0 == "\u{1B}" ? .escape : Self.key($0) } }
    }

    private static func key(_ scalar: Unicode.Scalar) -> Key? {
        switch scalar.value {
        case 0x0D, 0x0A: .enter
        case 0x09: .tab
        case 0x7F, 0x08: .backspace
        case 0x01...0x1A: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
        case 0x00, 0x1C...0x1F, 0x80...0x9F: nil
        default: .character(Character(scalar))
        }
    }

    private static func key(code: Int32) -> Key? {
        switch code {
        case KEY_UP, KEY_SR: return .up
        case KEY_DOWN, KEY_SF: return .down
        case KEY_LEFT: return .left
        case KEY_RIGHT: return .right
        case KEY_PPAGE: return .pageUp
        case KEY_NPAGE: return .pageDown
        case KEY_HOME, KEY_A1: return .home
        case KEY_END, KEY_C1: return .end
        case KEY_ENTER: return .enter
        case KEY_BACKSPACE: return .backspace
        case KEY_DC: return .delete
        case KEY_IC: return .insert
        case KEY_BTAB: return .backtab
        case KEY_F0 + 1...KEY_F0 + 12: return .function(Int(code - KEY_F0))
        case KEY_MOUSE: return mouse()
        // The size is taken from the signal, so ncurses' own word of it is not needed.
        default: return nil
        }
    }

    private static func mouse() -> Key? {
        var state: UInt32 = 0
        var x: Int32 = 0
        var y: Int32 = 0
        guard curses_mouse(&state, &x, &y) else { return nil }
        let action: Key.Mouse.Action
        if curses_is_wheel_up(state) {
            action = .wheelUp
        } else if curses_is_wheel_down(state) {
            action = .wheelDown
        } else if curses_is_press(state) {
            action = .press
        } else if curses_is_release(state) {
            action = .release
        } else {
            return nil
        }
        return .mouse(Key.Mouse(action, x: Int(x), y: Int(y)))
    }
}
