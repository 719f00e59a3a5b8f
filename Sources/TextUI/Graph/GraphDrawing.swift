public import HostileText

/// A small graph in a rectangle: labelled nodes, edges in braille, the node under the cursor on a selection's ground.
public struct GraphDrawing: Widget, Sendable {
    /// A node.
    public struct Node: Sendable {
        /// The sign before its name.
        public var glyph: Glyph
        /// Its name; an empty one draws the sign alone.
        public var label: SafeText
        /// The style of both.
        public var style: Style
        /// Greater ones keep their label where two collide.
        public var weight: Double

        /// Makes a node.
        public init(glyph: Glyph, label: SafeText, style: Style, weight: Double = 1) {
            self.glyph = glyph
            self.label = label
            self.style = style
            self.weight = weight
        }
    }

    /// In the order of `positions`.
    public var nodes: [Node]
    /// Pairs of nodes and the style of the line between them.
    public var edges: [(from: Int, to: Int, style: Style)]
    /// Where the nodes are, as the layouts give it: both from 0 to 1.
    public var positions: GraphPositions
    /// The node under the cursor.
    public var cursor: Int?

    /// Makes a drawing.
    public init(
        nodes: [Node], edges: [(from: Int, to: Int, style: Style)], positions: GraphPositions, cursor: Int? = nil
    ) {
        self.nodes = nodes
        self.edges = edges
        self.positions = positions
        self.cursor = cursor
    }

    /// The cell of a node's sign in a rectangle.
    public func place(of node: Int, in rect: Rect) -> (x: Int, y: Int) {
        let room = rect.inset(x: rect.width > 40 ? 2 : 1, y: rect.height > 8 ? 1 : 0)
        // Half of the label's room is kept free at the right, so that names stay inside.
        let wide = max(1, room.width - 1 - min(14, room.width / 3))
        let x = room.x + Int((Double(positions.x[node]) * Double(wide)).rounded())
        return (x, room.y + Int((Double(positions.y[node]) * Double(max(0, room.height - 1))).rounded()))
    }

    /// Draws edges first, then nodes by weight. A name stands at the right of its sign, or at the left where it would
    /// cover another; where it would at both sides it is left out, and the sign stays.
    public func draw(into grid: inout Grid, in rect: Rect) {
        var canvas = BrailleCanvas(columns: rect.width, rows: rect.height)
        let places = nodes.indices.map { place(of: $0, in: rect) }
        for edge in edges where nodes.indices.contains(edge.from) && nodes.indices.contains(edge.to) {
            let (from, to) = (places[edge.from], places[edge.to])
            canvas.line(
                from: ((from.x - rect.x) * 2, (from.y - rect.y) * 4 + 2),
                to: ((to.x - rect.x) * 2, (to.y - rect.y) * 4 + 2), style: edge.style, step: 2)
        }
        grid.draw(canvas, in: rect)
        var taken: [Rect] = []
        let order = nodes.indices.sorted {
            if ($0 == cursor) != ($1 == cursor) { return $0 == cursor }
            return nodes[$0].weight == nodes[$1].weight ? $0 < $1 : nodes[$0].weight > nodes[$1].weight
        }
        for index in order { draw(index, at: places[index], taken: &taken, into: &grid, in: rect) }
    }

    private func draw(
        _ index: Int, at place: (x: Int, y: Int), taken: inout [Rect], into grid: inout Grid, in rect: Rect
    ) {
        let node = nodes[index]
        let wide = node.label.isEmpty ? 0 : node.label.width + 1
        let right = Rect(x: place.x - 1, y: place.y, width: wide + 3, height: 1)
        let left = Rect(x: place.x - wide - 1, y: place.y, width: wide + 3, height: 1)
        let box =
            taken.allSatisfy { $0.intersection(right).isEmpty }
            ? right : left.x >= rect.x && taken.allSatisfy { $0.intersection(left).isEmpty } ? left : nil
        guard let box else {
            // A sign under another's name would cut the name.
            if !taken.contains(where: { $0.contains(x: place.x, y: place.y) }) {
                grid.put(node.glyph, x: place.x, y: place.y, style: node.style)
            }
            return
        }
        taken.append(box)
        grid.clear(box.intersection(rect))
        if index == cursor {
            grid.lay(.selection, on: box)
            grid.cursor = (place.x, place.y)
        }
        grid.put(node.glyph, x: place.x, y: place.y, style: node.style)
        let start = box == left ? place.x - wide : place.x + 2
        let style = index == cursor ? Style.focus.bold : node.style
        grid.draw(node.label, x: start, y: place.y, width: max(0, rect.maxX - start), style: style)
    }
}
