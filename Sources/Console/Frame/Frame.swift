public import TextUI

/// How the screen is divided: the bar above, the footer below, and the body between them.
public struct Frame: Hashable, Sendable {
    /// The first row: program, screens, state of the data.
    public let bar: Rect
    /// The row that says where one is; empty on the queue, which says it itself.
    public let path: Rect
    /// What the screen draws in.
    public let body: Rect
    /// The row above the footer, for what is said in passing.
    public let notice: Rect
    /// The last row: keys, or what is typed.
    public let footer: Rect

    /// The size below which no screen says anything.
    static let least = (width: 40, height: 8)

    /// Divides a terminal. From 30 rows on there is a row of air under the bar.
    public init(width: Int, height: Int) {
        var rest = Rect(x: 0, y: 0, width: width, height: height)
        bar = rest.cutTop(1)
        footer = rest.cutBottom(1)
        notice = rest.cutBottom(height >= 12 ? 1 : 0)
        if height >= 30 { _ = rest.cutTop(1) }
        path = rest.cutTop(1)
        if height >= 30 { _ = rest.cutTop(1) }
        body = rest
    }
}
