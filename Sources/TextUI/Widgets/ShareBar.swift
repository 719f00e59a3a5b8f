/// Shares of a whole as small blocks with a gap between them: `■■■■■■■■`, each in the hue of what it stands for.
public struct ShareBar: Widget, Sendable {
    /// How much each part has, and its style, in order. Together at most 1; the rest is drawn hollow.
    public var parts: [(share: Double, style: Style)]
    /// How many blocks; as many as there are columns, if not given.
    public var count: Int?
    /// Whether the rest is drawn; in a long list it is left empty.
    public var showsRest: Bool

    /// Makes a bar.
    public init(_ parts: [(share: Double, style: Style)], count: Int? = nil, showsRest: Bool = true) {
        self.parts = parts
        self.count = count
        self.showsRest = showsRest
    }

    /// Draws on the first row of the rectangle.
    public func draw(into grid: inout Grid, in rect: Rect) {
        let blocks = min(count ?? rect.width, rect.width)
        var column = 0
        for (part, wide) in zip(parts, Self.blocks(for: parts.map(\.share), among: blocks)) {
            for _ in 0..<wide {
                grid.put("■", x: rect.x + column, y: rect.y, style: part.style)
                column += 1
            }
        }
        while showsRest, column < blocks {
            grid.put("□", x: rect.x + column, y: rect.y, style: .track)
            column += 1
        }
    }

    /// Divides blocks by largest remainder, what is left over from 1 being a share of its own.
    static func blocks(for shares: [Double], among count: Int) -> [Int] {
        let clean = shares.map { $0.isFinite ? max(0, $0) : 0 }
        let sum = clean.reduce(0, +)
        let scale = Double(count) / max(1, sum)
        let exact = clean.map { $0 * scale } + [max(0, 1 - sum) * scale]
        var blocks = exact.map { Int($0) }
        let order = exact.indices.sorted {
            let left = exact[$0] - exact[$0].rounded(.down)
            let right = exact[$1] - exact[$1].rounded(.down)
            return left == right ? $0 < $1 : left > right
        }
        var missing = count - blocks.reduce(0, +)
        for index in order where missing > 0 {
            blocks[index] += 1
            missing -= 1
        }
        return Array(blocks.dropLast())
    }
}
