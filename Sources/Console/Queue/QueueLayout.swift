import TextUI

/// How the queue divides its room: the list, and the preview beside or below it.
struct QueueLayout: Hashable, Sendable {
    let list: Rect
    let preview: Rect
    /// Whether the preview stands beside the list.
    let isBeside: Bool

    init(_ area: Rect) {
        var rest = area
        if area.width >= 118 {
            preview = rest.cutRight(min(64, max(46, area.width * 7 / 20)))
            _ = rest.cutRight(2)
            isBeside = true
        } else if area.height >= 32 {
            preview = rest.cutBottom(min(22, area.height / 2))
            _ = rest.cutBottom(1)
            isBeside = false
        } else {
            preview = Rect(x: area.x, y: area.maxY, width: 0, height: 0)
            isBeside = false
        }
        list = rest
    }

    /// How many rows of the list fit.
    var rows: Int { max(1, Table.rowCount(in: list)) }
}
