import TextUI

/// How a dossier divides its room: who it is at the top, the rows below, the charts beside them or away.
struct AccountLayout: Hashable, Sendable {
    let head: Rect
    /// The row that names the sections.
    let sectionRow: Rect
    let list: Rect
    let charts: Rect

    init(_ area: Rect) {
        var rest = area
        head = rest.cutTop(2)
        if area.height >= 30 { _ = rest.cutTop(1) }
        sectionRow = rest.cutTop(1).inset(x: 1)
        if area.height >= 30 { _ = rest.cutTop(1) }
        if area.width >= 118 {
            charts = rest.cutRight(58)
            _ = rest.cutRight(1)
        } else {
            charts = Rect(x: area.maxX, y: area.y, width: 0, height: 0)
        }
        list = rest
    }

    /// The sections that Tab goes through: the charts too, where there is no room for them beside the rows.
    var sections: [DossierSection] { DossierSection.allCases.filter { !$0.isChart || charts.width == 0 } }
}
