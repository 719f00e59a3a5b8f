public import HostileText

/// A graph in a rectangle: named nodes, edges in braille that keep off the names, the node under the cursor on a
/// selection's ground.
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

        /// The columns of sign and name.
        public var width: Int { label.isEmpty ? 1 : label.width + 2 }
    }

    /// A line between two nodes.
    public struct Edge: Sendable {
        /// One end, by its place among the nodes.
        public var from: Int
        /// The other.
        public var to: Int
        /// Its hue.
        public var style: Style
        /// How heavily it is drawn: 1 dotted, 2 closed, 3 twice as wide.
        public var weight: Int

        /// Makes a line.
        public init(from: Int, to: Int, style: Style, weight: Int = 1) {
            self.from = from
            self.to = to
            self.style = style
            self.weight = weight
        }
    }

    /// In the order of `positions`.
    public var nodes: [Node]
    /// The lines.
    public var edges: [Edge]
    /// Where the nodes are, as the layouts give it: both from 0 to 1.
    public var positions: GraphPositions
    /// The node under the cursor.
    public var cursor: Int?
    /// Whether the drawing has the cursor; without it the node is underlined only.
    public var hasFocus = true
    /// The part of the picture in view.
    public var view = GraphView()
    /// Whether the layout has left room for each name at the right of its sign; else a margin is kept for them.
    public var hasRoom = false
    /// Whether lines are bent around names. For at most some sixty lines.
    public var routes = true

    /// Makes a drawing.
    public init(nodes: [Node], edges: [Edge], positions: GraphPositions, cursor: Int? = nil) {
        self.nodes = nodes
        self.edges = edges
        self.positions = positions
        self.cursor = cursor
    }

    /// Draws edges first, then nodes. A name stands at the right of its sign, or at the left where it would cover another;
    /// where it would at both sides it is left out, and the sign stays.
    public func draw(into grid: inout Grid, in rect: Rect) {
        grid.clipped(to: rect) { grid in
            let placed = places(in: rect)
            grid.draw(lines(placed, in: rect), in: rect)
            for (index, place) in placed.enumerated() {
                if let place { draw(index, place, into: &grid, in: rect) }
            }
        }
    }

    private func lines(_ placed: [Place?], in rect: Rect) -> BrailleCanvas {
        var canvas = BrailleCanvas(columns: rect.width, rows: rect.height)
        let route = EdgeRoute(blocking: placed.compactMap { $0?.box }, in: rect)
        for edge in edges where nodes.indices.contains(edge.from) && nodes.indices.contains(edge.to) {
            let (from, to) = (anchor(edge.from, placed, in: rect), anchor(edge.to, placed, in: rect))
            if routes {
                let own = (ownBox(edge.from, placed, in: rect), ownBox(edge.to, placed, in: rect))
                for dot in route.dots(from: from, to: to, own: own, step: edge.weight > 1 ? 1 : 2) {
                    canvas.set(x: dot.x, y: dot.y, style: edge.style)
                    if edge.weight > 2 { canvas.set(x: dot.x + 1, y: dot.y + 1, style: edge.style) }
                }
            } else {
                canvas.line(from: from, to: to, style: edge.style, step: edge.weight > 1 ? 1 : 3)
            }
        }
        return canvas
    }

    /// Where a line meets a node: the middle of its name, in dots from the rectangle's corner.
    private func anchor(_ node: Int, _ placed: [Place?], in rect: Rect) -> (x: Int, y: Int) {
        guard let place = placed[node] else {
            let (x, y) = self.place(of: node, in: rect)
            return ((x - rect.x) * 2, (y - rect.y) * 4 + 2)
        }
        return ((place.box.x - rect.x) * 2 + place.box.width, (place.box.y - rect.y) * 4 + 2)
    }

    private func ownBox(_ node: Int, _ placed: [Place?], in rect: Rect) -> Rect {
        guard var box = placed[node]?.box else { return Rect(x: 0, y: 0, width: 0, height: 0) }
        box.x -= rect.x
        box.y -= rect.y
        return box
    }

    private func draw(_ index: Int, _ place: Place, into grid: inout Grid, in rect: Rect) {
        let node = nodes[index]
        if place.hasLabel { grid.clear(place.box) }
        if index == cursor, hasFocus {
            grid.lay(.selection, on: place.box)
            grid.cursor = (place.x, place.y)
        }
        grid.put(node.glyph, x: place.x, y: place.y, style: node.style)
        guard place.hasLabel else { return }
        let style = index == cursor ? (hasFocus ? Style.focus.bold : node.style.underlined) : node.style
        grid.draw(
            node.label, x: place.labelX, y: place.y, width: max(0, min(place.box.maxX, rect.maxX) - place.labelX),
            style: style)
    }
}
