import Evidence
import HostileText
import TextUI

/// A sketch with places: the drawing of a cluster.
struct ClusterPicture: Sendable {
    let sketch: ClusterSketch
    let positions: GraphPositions

    /// What is so of a member beside its place.
    struct Standing {
        /// The label digits of members that bear a label of the analyst's own.
        var labels: [AccountID: Int] = [:]
        var exceptions: Set<AccountID> = []
        var pinned: Set<ClusterNode> = []
        var marked: [AccountID] = []
    }

    /// The nearest node in a direction.
    func nearest(to node: ClusterNode, _ direction: GraphPositions.Direction) -> ClusterNode? {
        guard let place = sketch.place(of: node) else { return sketch.items.first?.node }
        return positions.nearest(to: place, direction).map { sketch.items[$0].node }
    }

    /// Where a node stands, from 0 to 1.
    func place(of node: ClusterNode) -> (x: Float, y: Float)? {
        sketch.place(of: node).map { (positions.x[$0], positions.y[$0]) }
    }

    /// The drawing as a widget.
    func drawing(cursor: ClusterNode?, view: GraphView, _ standing: Standing) -> GraphDrawing {
        let nodes = sketch.items.map { item in node(item, standing, isLarge: view.zoom > 1) }
        let edges = sketch.links.map {
            GraphDrawing.Edge(from: $0.from, to: $0.to, style: $0.kind.style, weight: $0.weight)
        }
        var drawing = GraphDrawing(
            nodes: nodes, edges: edges, positions: positions, cursor: cursor.flatMap { sketch.place(of: $0) })
        drawing.view = view
        drawing.hasRoom = sketch.style != .dots
        drawing.routes = sketch.style != .dots && sketch.links.count <= 60
        return drawing
    }

    private func node(_ item: ClusterSketch.Item, _ standing: Standing, isLarge: Bool) -> GraphDrawing.Node {
        let pin: SafeText = standing.pinned.contains(item.node) ? " ▴" : ""
        switch item.node {
        case .value:
            return GraphDrawing.Node(
                glyph: "◆", label: "\(item.label)\(pin)", style: (item.kind?.style ?? .text).bold, weight: item.weight)
        case .group, .others:
            return GraphDrawing.Node(glyph: "◇", label: item.label, style: .muted, weight: item.weight)
        case .member(let account):
            var label = item.label
            var style = Style.text
            if let digit = standing.labels[account] {
                if !label.isEmpty { label.append(" ✓") }
                style = .label(digit)
            }
            if standing.exceptions.contains(account) {
                label.append(" ✗")
                style = .faint
            }
            if standing.marked.contains(account) {
                label.append(" ★")
                style = .accent
            }
            label.append(pin)
            let isDot = sketch.style == .dots
            let glyph: Glyph = !isDot || !item.label.isEmpty || item.degree > 3 ? "●" : item.degree > 1 ? "◦" : "·"
            return GraphDrawing.Node(glyph: glyph, label: label, style: style, weight: item.weight)
        }
    }
}
