internal import CNcurses
internal import CTerminalRescue
internal import Foundation

/// The modes that the program puts the terminal into, and their undoing.
enum Modes {
    /// Bracketed paste and focus reports.
    private static let on = "\u{1B}[?2004h\u{1B}[?1004h"
    private static let off = "\u{1B}[?1004l\u{1B}[?2004l"
    /// Mouse reports of every kind, whether they were asked for or not.
    private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1003l\u{1B}[?1002l\u{1B}[?1000l"

    /// Whether the terminal is of the kind that knows private modes.
    private static var isXterm: Bool { capability("kmous").contains("[") || capability("smcup").contains("1049") }

    /// Keys one by one and unobeyed, the other page, pastes marked; from here on a crash undoes it.
    static func enter() {
        let window = curses_window()
        reset_prog_mode()
        raw()
        noecho()
        nonl()
        keypad(window, true)
        nodelay(window, true)
        intrflush(window, false)
        scrollok(window, false)
        idlok(window, true)
        // What a terminal puts where characters were deleted has its colour from the ground in some, and not in others.
        idcok(window, false)
        set_escdelay(25)
        wrefresh(window)
        let reset =
            (isXterm ? mouseOff + off : "") + capability("rmkx") + capability("sgr0") + capability("op")
            + capability("cnorm") + capability("rmcup")
        reset.withCString { terminal_rescue_arm($0, strlen($0)) }
        if isXterm { write(Array(on.utf8)) }
    }

    /// Back to what was found.
    static func leave() {
        if isXterm { write(Array(off.utf8)) }
        endwin()
        terminal_rescue_restore()
    }

    /// Writes bytes that this program composed, past ncurses, which has nothing waiting after `doupdate`.
    static func write(_ bytes: [UInt8]) {
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return }
            done += count
        }
    }

    static func capability(_ name: String) -> String {
        guard let found = tigetstr(name), Int(bitPattern: found) != -1 else { return "" }
        // A pause that terminfo asks for is for who interprets it, and none is needed any more.
        return String(cString: found).replacing(/\$<[0-9.*\/]*>/, with: "")
    }
}
