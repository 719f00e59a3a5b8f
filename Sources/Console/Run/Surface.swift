public import HostileText
public import TextUI

/// What the loop shows grids on: a terminal, or a test's sheet of paper.
@MainActor public protocol Surface: AnyObject {
    /// Shows a grid; writes only what differs from the one before.
    func show(_ grid: Grid)
    /// Shows everything in another theme from now on.
    func wear(_ theme: Theme)
    /// Draws everything anew at the next `show`.
    func forget()
    /// Copies text to the clipboard of whoever sits before it.
    func copy(_ text: UntrustedText)
}
