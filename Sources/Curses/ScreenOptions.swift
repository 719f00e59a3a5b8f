public import TextUI

/// How a screen is opened.
public nonisolated struct ScreenOptions: Sendable {
    /// What the roles look like.
    public var theme: Theme
    /// Whether only ASCII is drawn. A locale without UTF-8 has the same effect.
    public var ascii: Bool
    /// Whether colours are left out (`NO_COLOR`).
    public var withoutColour: Bool
    /// Whether the mouse is listened to; then the terminal's own selection needs Shift.
    public var mouse: Bool
    /// Whether text may be put into the terminal's clipboard.
    public var clipboard: Bool
    /// Whether the hardware cursor is seen on the focused row and not only in input lines. For braille and speech.
    public var visibleCursor: Bool

    /// Makes options.
    public init(
        theme: Theme, ascii: Bool = false, withoutColour: Bool = false, mouse: Bool = false, clipboard: Bool = true,
        visibleCursor: Bool = false
    ) {
        self.theme = theme
        self.ascii = ascii
        self.withoutColour = withoutColour
        self.mouse = mouse
        self.clipboard = clipboard
        self.visibleCursor = visibleCursor
    }
}
