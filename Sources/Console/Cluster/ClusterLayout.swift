import Evidence
import EvidenceCache
import HostileText
import TextUI

/// Where the nodes of a sketch stand in a drawing of some size. Reads nothing; asked off the main thread for its cost.
struct ClusterLayout: Question {
    var style: ClusterStyle
    /// The columns of each node's sign and name.
    var widths: [Int]
    var isValue: [Bool]
    /// The node that each stands under, where names stand below their group.
    var parents: [Int?]
    var links: [Ends]
    var columns: Int
    var rows: Int
    var seed: UInt64

    struct Ends: Hashable, Sendable {
        var from: Int
        var to: Int
    }

    /// Room behind a name for the signs of a label, a pin or an exception.
    private static let marks = 2

    init(_ sketch: ClusterSketch, in rect: Rect, seed: UInt64) {
        style = sketch.style
        widths = sketch.items.map {
            $0.label.isEmpty ? 1 : $0.label.width + 2 + ($0.node.account == nil ? 0 : Self.marks)
        }
        parents = sketch.items.map(\.parent)
        isValue = sketch.items.map { $0.node.indicator != nil }
        links = sketch.links.map { Ends(from: $0.from, to: $0.to) }
        (columns, rows) = GraphDrawing.layoutRoom(in: rect)
        self.seed = seed
    }

    func answer(from cache: EvidenceCache, now: Instant) throws -> GraphPositions { positions }

    /// The places, from 0 to 1 of the drawing.
    var positions: GraphPositions {
        let edges = links.map { (from: $0.from, to: $0.to) }
        switch style {
        case .dots:
            var layout = ForceLayout(count: widths.count, edges: edges.map { ($0.from, $0.to, 1) }, seed: seed)
            return layout.run(rounds: 120)
        case .columns: return twoColumns(edges)
        default:
            var layout = CalmLayout(widths: widths, edges: edges, columns: columns, rows: rows, seed: seed)
            return layout.run(rounds: min(260, 6_000 / max(1, widths.count)))
        }
    }

    /// Groups at the left in the order that crosses least, each with its names indented below it; values at the right.
    private func twoColumns(_ edges: [(from: Int, to: Int)]) -> GraphPositions {
        let rough = GraphPositions.bipartite(isLeft: isValue.map { !$0 }, edges: edges)
        var y = [Float](repeating: 0, count: widths.count)
        var x = y
        let heads = widths.indices.filter { !isValue[$0] && parents[$0] == nil }.sorted { rough.y[$0] < rough.y[$1] }
        let children = Dictionary(grouping: widths.indices.filter { parents[$0] != nil }) { parents[$0] ?? 0 }
        let lines = heads.reduce(0) { $0 + 1 + children[$1, default: []].count }
        // What room is left goes between the groups.
        let gap = min(2, max(0, Float(rows - lines) / Float(max(1, heads.count - 1))))
        var line = max(0, (Float(rows - lines) - gap * Float(max(0, heads.count - 1))) / 2)
        for head in heads {
            y[head] = line.rounded()
            line += 1
            for child in children[head, default: []] {
                y[child] = line.rounded()
                x[child] = 3
                line += 1
            }
            line += gap
        }
        let values = widths.indices.filter { isValue[$0] }.sorted { rough.y[$0] < rough.y[$1] }
        let widest = values.map { widths[$0] }.max() ?? 1
        for (rank, value) in values.enumerated() {
            y[value] = ((Float(rank) + 0.5) / Float(values.count) * Float(rows - 1)).rounded()
            x[value] = Float(max(columns * 2 / 5, columns - widest))
        }
        return GraphPositions(x: x.map { $0 / Float(max(1, columns - 1)) }, y: y.map { $0 / Float(max(1, rows - 1)) })
    }
}
