import TextUI

/// How a dossier divides its room: who it is at the top, the rows below, the charts beside them or away.
struct AccountLayout: Hashable, Sendable {
    let head: Rect
    let list: Rect
    let charts: Rect

    init(_ area: Rect) {
        var rest = area
        head = rest.cutTop(area.height >= 30 ? 4 : 3)
        if area.width >= 118 {
            charts = rest.cutRight(58)
            _ = rest.cutRight(1)
        } else {
            charts = Rect(x: area.maxX, y: area.y, width: 0, height: 0)
        }
        list = rest
    }
}
