import TextUI

/// How the screen of a cluster divides its room.
struct ClusterRooms: Hashable, Sendable {
    /// The line of facts.
    let summary: Rect
    /// The drawing, or the list of values; empty where the members take its place.
    let drawing: Rect
    /// The line below the drawing.
    let foot: Rect
    /// What is known of the focus; empty where there is no room.
    let panel: Rect
    /// The members.
    let members: Rect
    /// What a digit does.
    let decision: Rect
    /// Whether drawing and members stand side by side.
    let isWide: Bool

    static func isWide(_ area: Rect) -> Bool { area.width >= 110 }

    init(_ area: Rect, style: ClusterStyle, isInMembers: Bool, hasChain: Bool = false, changes: Int = 0) {
        var rest = area
        summary = rest.cutTop(1).inset(x: 1)
        isWide = Self.isWide(area)
        let none = Rect(x: area.x, y: area.maxY, width: 0, height: 0)
        guard !isWide else {
            _ = rest.cutTop(1)
            _ = rest.cutRight(1)
            let parts = rest.columns(.share(5), .share(3, minimum: 52), gap: 3)
            var left = parts[0].inset(x: 1)
            foot = left.cutBottom(1)
            _ = left.cutBottom(1)
            drawing = left
            var right = parts[1]
            decision = right.cutBottom(3)
            _ = right.cutBottom(1)
            panel = right.cutTop(min(13 + (changes > 0 ? changes + 2 : 0), max(9, right.height * 9 / 20)))
            members = right
            return
        }
        decision = rest.cutBottom(2).inset(x: 1)
        panel = none
        let isList = style == .list && !hasChain
        if isList {
            let height = rest.height
            drawing = rest.cutTop(max(5, height * 2 / 5)).inset(x: 1)
            foot = none
            members = rest.inset(x: 1)
        } else if isInMembers && !hasChain {
            drawing = none
            foot = none
            members = rest.inset(x: 1)
        } else {
            foot = rest.cutBottom(1).inset(x: 1)
            drawing = rest.inset(x: 1)
            members = none
        }
    }

    /// How many members fit, the heading left out.
    var memberRows: Int { max(1, Table.rowCount(in: members)) }
}
