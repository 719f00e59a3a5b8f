import Console
import Curses
import HostileText
import TextUI

/// The terminal as the loop sees it.
@MainActor final class TerminalSurface: Surface {
    private let terminal: Curses.Screen

    init(_ terminal: Curses.Screen) {
        self.terminal = terminal
    }

    func show(_ grid: Grid) { terminal.show(grid) }
    func wear(_ theme: Theme) { terminal.wear(theme) }
    func forget() { terminal.forget() }
    func copy(_ text: UntrustedText) { terminal.copy(text) }
}
