import HostileText
import Testing

@testable import TextUI

@Suite struct CalmLayoutTests {
    /// Two values with five accounts each, and one that both share.
    private let edges = [(0, 2), (0, 3), (0, 4), (0, 5), (1, 6), (1, 7), (1, 8), (1, 9), (0, 10), (1, 10)]
        .map { (from: $0.0, to: $0.1) }
    private let widths = [22, 22] + Array(repeating: 15, count: 9)

    private func positions(seed: UInt64 = 7) -> GraphPositions {
        var layout = CalmLayout(widths: widths, edges: edges, columns: 90, rows: 34, seed: seed)
        return layout.run()
    }

    @Test func `the same seed gives the same picture`() {
        #expect(positions() == positions())
        #expect(positions() != positions(seed: 8))
    }

    @Test(arguments: [UInt64(1), 2, 3, 4, 5]) func `no name covers another, and all are inside`(seed: UInt64) {
        let places = positions(seed: seed)
        let boxes = widths.indices.map { node in
            Rect(
                x: Int((places.x[node] * 89).rounded()), y: Int((places.y[node] * 33).rounded()), width: widths[node],
                height: 1)
        }
        for (index, box) in boxes.enumerated() {
            #expect(box.x >= 0 && box.maxX <= 90 && box.y >= 0 && box.y < 34)
            for other in boxes[(index + 1)...] { #expect(box.intersection(other).isEmpty) }
        }
    }

    @Test func `nothing, one node and two nodes are laid out too`() {
        for count in 0...2 {
            var layout = CalmLayout(
                widths: Array(repeating: 10, count: count), edges: count == 2 ? [(0, 1)] : [], columns: 40, rows: 12,
                seed: 1)
            #expect(layout.run().x.count == count)
        }
    }

    @Test func `a line goes around a name that is in its way, and never through it`() {
        let rect = Rect(x: 0, y: 0, width: 40, height: 11)
        let name = Rect(x: 10, y: 5, width: 20, height: 1)
        let route = EdgeRoute(blocking: [name], in: rect)
        let none = Rect(x: 0, y: 0, width: 0, height: 0)
        let dots = route.dots(from: (40, 0), to: (40, 43), own: (none, none), step: 1)
        #expect(dots.allSatisfy { !name.contains(x: $0.x / 2, y: $0.y / 4) })
        #expect(dots.contains { $0.x < 20 || $0.x > 58 })
    }

    @Test func `a matrix draws two rows a cell`() {
        let matrix = DensityMatrix(values: [1, 0, 0, 1], side: 2, style: .edge(1))
        var grid = Grid(width: 2, height: 1)
        grid.draw(matrix, in: grid.bounds)
        #expect(grid.text == "▀▄")
    }
}
