import HostileText

extension GraphDrawing {
    /// Where a node stands on the screen.
    struct Place {
        /// The cell of its sign.
        var x: Int
        var y: Int
        /// What sign and name take, with a column of air on each side.
        var box: Rect
        /// Where the name begins.
        var labelX: Int
        var hasLabel: Bool
    }

    /// The cell of a node's sign in a rectangle; outside it where the view leaves the node out.
    public func place(of node: Int, in rect: Rect) -> (x: Int, y: Int) {
        let room = rect.inset(x: rect.width > 40 ? 2 : 1, y: rect.height > 8 && !hasRoom ? 1 : 0)
        let margin = hasRoom ? 0 : min(14, room.width / 3)
        let wide = max(1, room.width - 1 - margin)
        let seen = view.seen(positions, node)
        return (
            room.x + Int((Double(seen.x) * Double(wide)).rounded()),
            room.y + Int((Double(seen.y) * Double(max(0, room.height - 1))).rounded())
        )
    }

    /// The columns that a layout which leaves room for names has.
    public static func layoutRoom(in rect: Rect) -> (columns: Int, rows: Int) {
        (rect.width - (rect.width > 40 ? 4 : 2), rect.height)
    }

    /// Gives each node in view its place: the one under the cursor first, then by weight.
    func places(in rect: Rect) -> [Place?] {
        var placed = [Place?](repeating: nil, count: nodes.count)
        var taken: [Rect] = []
        let order = nodes.indices.sorted {
            if ($0 == cursor) != ($1 == cursor) { return $0 == cursor }
            return nodes[$0].weight == nodes[$1].weight ? $0 < $1 : nodes[$0].weight > nodes[$1].weight
        }
        for index in order {
            let (x, y) = place(of: index, in: rect)
            guard rect.contains(x: x, y: y) else { continue }
            let wide = nodes[index].label.isEmpty ? 0 : nodes[index].label.width + 1
            let right = Rect(x: x - 1, y: y, width: wide + 3, height: 1)
            let left = Rect(x: x - wide - 1, y: y, width: wide + 3, height: 1)
            let isFree = { (box: Rect) in taken.allSatisfy { $0.intersection(box).isEmpty } }
            let fits = wide > 0 || index == cursor
            if fits, isFree(right), right.maxX <= rect.maxX + 1 || left.x < rect.x {
                placed[index] = Place(x: x, y: y, box: right, labelX: x + 2, hasLabel: true)
            } else if fits, left.x >= rect.x, isFree(left) {
                placed[index] = Place(x: x, y: y, box: left, labelX: x - wide, hasLabel: true)
            } else if !taken.contains(where: { $0.contains(x: x, y: y) }) {
                // A sign under another's name would cut the name.
                let box = Rect(x: x, y: y, width: 1, height: 1)
                placed[index] = Place(x: x, y: y, box: box, labelX: x, hasLabel: false)
                continue
            }
            if let box = placed[index]?.box { taken.append(box) }
        }
        return placed
    }
}
