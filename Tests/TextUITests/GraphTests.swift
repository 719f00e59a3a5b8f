import HostileText
import Testing
import TextUI

@Suite struct GraphTests {
    @Test func `dots make braille and an empty cell stays a space`() {
        var canvas = BrailleCanvas(columns: 4, rows: 2)
        canvas.line(from: (0, 0), to: (7, 7), style: .edge(1))
        #expect(drawn(canvas, 4, 2) == "⠑⢄\n  ⠑⢄")
        canvas.line(from: (-1_000_000_000, 7), to: (1_000_000_000, 7), style: .edge(1))
        #expect(drawn(canvas, 4, 2) == "⠑⢄\n⣀⣀⣑⣄")
        canvas.line(from: (-5, -5), to: (-1, -9), style: .edge(1))
        #expect(drawn(canvas, 4, 2) == "⠑⢄\n⣀⣀⣑⣄")
    }

    @Test func `the same seed gives the same picture, and neighbours stand near`() {
        // Two cliques of eight, joined by one edge.
        var edges: [(from: Int, to: Int, weight: Float)] = [(0, 8, 1)]
        for a in 0..<8 { for b in 0..<a { edges += [(a, b, 1), (a + 8, b + 8, 1)] } }
        var first = ForceLayout(count: 16, edges: edges, seed: 7)
        var second = ForceLayout(count: 16, edges: edges, seed: 7)
        let positions = first.run()
        #expect(positions == second.run())
        #expect(positions.x.allSatisfy { (0...1).contains($0) } && positions.y.allSatisfy { (0...1).contains($0) })
        func distance(_ a: Int, _ b: Int) -> Float {
            let (dx, dy) = (positions.x[a] - positions.x[b], positions.y[a] - positions.y[b])
            return (dx * dx + dy * dy).squareRoot()
        }
        let inside = distance(1, 2) + distance(9, 10)
        let between = distance(1, 9) + distance(2, 10)
        #expect(inside < between * 0.75)
    }

    @Test func `the arrows go to the nearest node in their direction`() {
        let positions = GraphPositions(x: [0.5, 0.6, 0.9, 0.5, 0.1], y: [0.5, 0.5, 0.5, 0.1, 0.6])
        #expect(positions.nearest(to: 0, .right) == 1)
        #expect(positions.nearest(to: 1, .right) == 2)
        #expect(positions.nearest(to: 0, .up) == 3)
        #expect(positions.nearest(to: 0, .left) == 4)
        #expect(positions.nearest(to: 2, .right) == nil)
    }

    @Test func `a radial layout has its centre in the middle`() {
        let positions = GraphPositions.radial(rings: [0, 1, 1, 1, 1])
        #expect(positions.x[0] == 0.5 && positions.y[0] == 0.5)
        #expect(abs(positions.y[1]) < 0.001 && abs(positions.x[2] - 1) < 0.001)
    }

    @Test func `a bipartite layout crosses as little as it can`() {
        let positions = GraphPositions.bipartite(
            isLeft: [true, true, false, false], edges: [(from: 0, to: 3), (from: 1, to: 2)])
        #expect(positions.x == [0, 0, 1, 1])
        #expect((positions.y[0] < positions.y[1]) == (positions.y[3] < positions.y[2]))
    }

    @Test func `a graph shows its nodes by name, and its heaviest where two collide`() {
        let drawing = GraphDrawing(
            nodes: [
                .init(glyph: "◆", label: "pay 9f2c", style: .edge(1), weight: 9),
                .init(glyph: "●", label: "acct-7f3a", style: .text),
                .init(glyph: "●", label: "acct-02be", style: .text),
            ],
            edges: [.init(from: 0, to: 1, style: .edge(1)), .init(from: 0, to: 2, style: .edge(1))],
            positions: GraphPositions(x: [0, 0.1, 1], y: [0, 0, 1]), cursor: 1)
        var grid = Grid(width: 30, height: 5)
        grid.draw(drawing, in: grid.bounds)
        #expect(grid.text.contains("● acct-7f3a"))
        #expect(grid.text.contains("● acct-02be"))
        #expect(!grid.text.contains("pay 9f2c"))
        #expect(grid.cursor?.y == 0)
    }

    @Test func `a thousand nodes are laid out in reasonable time`() {
        let edges = (1..<1_000).map { (from: $0, to: $0 / 3, weight: Float(1)) }
        var layout = ForceLayout(count: 1_000, edges: edges, seed: 1)
        let positions = layout.run(rounds: 10)
        #expect(Set(positions.x).count > 900)
    }
}
