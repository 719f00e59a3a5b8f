/// The part of a graph's picture that is in view: how much larger, and around what.
public struct GraphView: Sendable, Hashable {
    /// How many times as large: 1, 2, 4 or 8.
    public private(set) var zoom: Float = 1
    /// The middle of what is in view, from 0 to 1 of the whole.
    public private(set) var x: Float = 0.5
    /// The middle of what is in view, from 0 to 1 of the whole.
    public private(set) var y: Float = 0.5

    /// Shows the whole.
    public init() {}

    /// Whether all of the picture is in view.
    public var isWhole: Bool { zoom <= 1 }

    /// Makes the picture twice as large, or half, around a place.
    public mutating func scale(by factor: Float, around place: (x: Float, y: Float)) {
        zoom = min(8, max(1, zoom * factor))
        (x, y) = place
        settle()
    }

    /// Moves by a share of what is in view.
    public mutating func pan(_ direction: GraphPositions.Direction) {
        let step = 0.3 / zoom
        switch direction {
        case .up: y -= step
        case .down: y += step
        case .left: x -= step
        case .right: x += step
        }
        settle()
    }

    /// Moves so that a place is in view, away from the edge.
    public mutating func follow(_ place: (x: Float, y: Float)) {
        let reach = 0.4 / zoom
        x = min(max(x, place.x - reach), place.x + reach)
        y = min(max(y, place.y - reach), place.y + reach)
        settle()
    }

    private mutating func settle() {
        let half = 0.5 / zoom
        x = min(max(x, half), 1 - half)
        y = min(max(y, half), 1 - half)
    }

    func seen(_ positions: GraphPositions, _ node: Int) -> (x: Float, y: Float) {
        ((positions.x[node] - x) * zoom + 0.5, (positions.y[node] - y) * zoom + 0.5)
    }
}
