internal import CNcurses
internal import CTerminalRescue
internal import Dispatch
internal import Foundation
public import HostileText
public import TextUI

/// The terminal: shows grids, gives keys, and is left as it was found, whatever happens.
///
/// One at a time, on the main actor: ncurses is one global. Fatal signals, traps and `exit` restore the terminal through a
/// handler in C that needs none of this.
public final class Screen {
    /// The keys, the pastes, the resizes and the focus, in order. Ends when the terminal is gone or the screen is closed.
    public let keys: AsyncStream<Key>

    private let options: ScreenOptions
    private let isUnicode: Bool
    private let withoutColour: Bool
    private let handle: OpaquePointer
    private var encoder: CellEncoder
    private var reader: KeyReader
    private var output: FrameOutput?
    private var shown: Grid?
    private var signals: SignalPipe
    private var input: (any DispatchSourceRead)?
    private let yield: AsyncStream<Key>.Continuation
    private var isOpen = true

    /// Takes over the terminal on standard input and output.
    ///
    /// - Parameter environment: where `TERM` and `NO_COLOR` are looked up.
    /// - Throws: ``TerminalProblem``, and nothing was changed then.
    public init(options: ScreenOptions, environment: [String: String]) throws(TerminalProblem) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        let term = environment["TERM"] ?? ""
        if ["", "dumb", "unknown"].contains(term) { throw .tooSimple(term: term) }
        isUnicode = curses_take_locale() && !options.ascii
        guard terminal_rescue_remember(STDIN_FILENO) == 0 else { throw .system(call: "tcgetattr", number: errno) }
        signals = try SignalPipe()
        let plain = options.withoutColour || !(environment["NO_COLOR"] ?? "").isEmpty
        guard let handle = curses_open(term) else { throw .unknown(term: term) }
        guard tigetstr("cup") != nil else {
            endwin()
            throw .tooSimple(term: term)
        }
        self.handle = handle
        self.options = options
        Modes.enter()
        reader = KeyReader()
        output = FrameOutput()
        withoutColour = plain
        encoder = CellEncoder(pairs: Pairs(theme: options.theme, withoutColour: plain))
        (keys, yield) = AsyncStream.makeStream(bufferingPolicy: .unbounded)
        if options.mouse { curses_listen_to_mouse() }
        var background = encoder.background()
        wbkgrndset(curses_window(), &background)
        wclear(curses_window())
        listen()
    }

    /// The size in cells.
    public var size: (width: Int, height: Int) { (Int(curses_columns()), Int(curses_lines())) }

    /// Shows a grid. Rows that are as they were are not touched; a grid that is as it was writes nothing.
    public func show(_ grid: Grid) {
        guard isOpen else { return }
        let wanted = isUnicode ? grid : grid.inASCII()
        let rows = wanted.rowsChanged(since: shown)
        if let shown, rows.isEmpty, shown.showsCursor(as: wanted) { return }
        for y in rows where y < Int(curses_lines()) { encoder.write(y, of: wanted) }
        place(wanted)
        shown = wanted
        if output?.update() == nil { doupdate() }
    }

    private func place(_ grid: Grid) {
        let cursor = grid.cursor ?? (x: grid.width - 1, y: grid.height - 1)
        wmove(curses_window(), Int32(clamping: cursor.y), Int32(clamping: cursor.x))
        curs_set(grid.showsCursor || (options.visibleCursor && grid.cursor != nil) ? 1 : 0)
        wnoutrefresh(curses_window())
    }

    /// Shows everything in another theme from the next ``show(_:)`` on.
    public func wear(_ theme: Theme) {
        guard isOpen else { return }
        encoder = CellEncoder(pairs: Pairs(theme: theme, withoutColour: withoutColour))
        var background = encoder.background()
        wbkgrndset(curses_window(), &background)
        forget()
    }

    /// Draws everything anew at the next ``show(_:)``: somebody else wrote on the terminal.
    public func forget() {
        shown = nil
        output?.forget()
        clearok(curses_window(), true)
    }

    /// Puts text into the clipboard of the terminal (OSC 52), after the sanitiser and base64.
    ///
    /// - Returns: how many bytes were sent and how many there were. Terminals cut or ignore more than about 75 kB.
    @discardableResult
    public func copy(_ text: UntrustedText) -> (sent: Int, of: Int) {
        let safe = Array(text.visible.utf8)
        guard isOpen, options.clipboard, let sequence = Clipboard.sequence(for: safe) else { return (0, safe.count) }
        Modes.write(sequence.bytes)
        return (sequence.sent, safe.count)
    }

    /// Gives the terminal back. Nothing is shown afterwards.
    public func close() {
        guard isOpen else { return }
        isOpen = false
        input?.cancel()
        signals.close()
        Modes.leave()
        output?.close()
        output = nil
        delscreen(handle)
        yield.finish()
    }

    // MARK: what comes in

    private func listen() {
        let input = DispatchSource.makeReadSource(fileDescriptor: STDIN_FILENO, queue: .main)
        input.setEventHandler { [weak self] in MainActor.assumeIsolated { self?.read() } }
        input.resume()
        self.input = input
        signals.listen { [weak self] in self?.take(signal: $0) }
    }

    private func read() {
        guard isOpen else { return }
        let isGone = curses_waiting() == 0
        let found = reader.drain()
        for key in found where key != .control("z") { yield.yield(key) }
        if found.contains(.control("z")) { suspend() }
        // Readable without a byte is the end: the terminal was closed.
        if isGone, found.isEmpty {
            input?.cancel()
            yield.finish()
        }
    }

    private func take(signal: Int32) {
        guard isOpen else { return }
        switch signal {
        case SIGTSTP: suspend()
        case SIGCONT: resume()
        default: resize()
        }
    }

    private func resize() {
        var columns: Int32 = 0
        var lines: Int32 = 0
        guard curses_terminal_size(&columns, &lines) else { return }
        if lines != curses_lines() || columns != curses_columns() { resizeterm(lines, columns) }
        forget()
        yield.yield(.resize(width: Int(columns), height: Int(lines)))
    }

    /// Gives the terminal to the shell until somebody says `fg`.
    private func suspend() {
        Modes.leave()
        terminal_rescue_stop()
        resume()
    }

    private func resume() {
        guard isOpen else { return }
        Modes.enter()
        resize()
    }
}
