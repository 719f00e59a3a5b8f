/// Where the nodes of a graph are: two flat arrays, each from 0 to 1.
public struct GraphPositions: Sendable, Hashable {
    /// From the left.
    public var x: [Float]
    /// From the top.
    public var y: [Float]

    /// Makes positions; both arrays are of one length.
    public init(x: [Float], y: [Float]) {
        self.x = x
        self.y = y
    }

    /// Stretched so that the outermost nodes touch the edges. One node, or all in one line, stands in the middle.
    public func normalised() -> GraphPositions {
        GraphPositions(x: Self.stretched(x), y: Self.stretched(y))
    }

    private static func stretched(_ values: [Float]) -> [Float] {
        guard let low = values.min(), let high = values.max() else { return [] }
        guard high - low > 1e-6 else { return values.map { _ in 0.5 } }
        return values.map { ($0 - low) / (high - low) }
    }
}

extension GraphPositions {
    /// Where an arrow key goes.
    public enum Direction: Sendable, Hashable { case up, down, left, right }

    /// The nearest node in a direction: within 60° of it, distance across counted double. `nil` if there is none.
    ///
    /// - Parameters:
    ///   - aspect: how many times as wide as high the picture is, in equal units.
    public func nearest(to node: Int, _ direction: Direction, aspect: Float = 2) -> Int? {
        var best: (node: Int, distance: Float)?
        for other in x.indices where other != node {
            let dx = (x[other] - x[node]) * aspect
            let dy = y[other] - y[node]
            let (along, across) =
                switch direction {
                case .up: (-dy, abs(dx))
                case .down: (dy, abs(dx))
                case .left: (-dx, abs(dy))
                case .right: (dx, abs(dy))
                }
            guard along > 1e-6, across <= along * 1.732 else { continue }
            let distance = along + 2 * across
            if best.map({ distance < $0.distance }) ?? true { best = (other, distance) }
        }
        return best?.node
    }
}
