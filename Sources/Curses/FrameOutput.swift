internal import CNcurses
internal import CTerminalRescue
internal import Foundation
internal import TextUI

/// Where ncurses writes a frame: into memory, from where it goes to the terminal with fewer bytes.
///
/// ncurses knows only the descriptor that it was opened on, and asks it for the modes of the terminal. So for as long as a
/// frame is written, and no longer, that descriptor leads to a file in memory.
struct FrameOutput {
    private let memory: Int32
    private let terminal: Int32
    private var squeezer = StyleSqueezer()

    /// Prepares it; `nil` where the terminal's styles are not those of ECMA-48, or the system has no such file.
    init?() {
        let setsColours = Modes.capability("setaf").contains("\u{1B}[")
        guard setsColours, tigetnum("colors") >= 8 else { return nil }
        memory = curses_memory()
        terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 10)
        guard memory >= 0, terminal >= 0 else {
            close()
            return nil
        }
        terminal_rescue_write_to(terminal)
    }

    /// Writes what has changed since the last frame.
    mutating func update() {
        guard dup2(memory, STDOUT_FILENO) >= 0 else {
            doupdate()
            return
        }
        doupdate()
        dup2(terminal, STDOUT_FILENO)
        let size = Int(lseek(memory, 0, SEEK_CUR))
        guard size > 0 else { return }
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = max(0, pread(memory, buffer.baseAddress, size, 0))
        }
        ftruncate(memory, 0)
        lseek(memory, 0, SEEK_SET)
        Modes.write(squeezer.squeeze(bytes))
    }

    /// Knows no longer how the terminal stands.
    mutating func forget() { squeezer.forget() }

    /// Gives the descriptors back.
    func close() {
        terminal_rescue_write_to(STDOUT_FILENO)
        if memory >= 0 { Foundation.close(memory) }
        if terminal >= 0 { Foundation.close(terminal) }
    }
}
