/// A rectangle of cells. One that is empty or lies outside a grid draws nothing.
public struct Rect: Sendable, Hashable {
    /// The first column.
    public var x: Int
    /// The first row.
    public var y: Int
    /// How many columns, never negative.
    public var width: Int
    /// How many rows, never negative.
    public var height: Int

    /// Makes a rectangle; a negative size becomes zero.
    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    /// The column after the last.
    public var maxX: Int { x + width }
    /// The row after the last.
    public var maxY: Int { y + height }
    /// Whether it holds no cell.
    public var isEmpty: Bool { width == 0 || height == 0 }

    /// Whether a place lies in it.
    public func contains(x: Int, y: Int) -> Bool {
        x >= self.x && x < maxX && y >= self.y && y < maxY
    }

    /// What two rectangles share.
    public func intersection(_ other: Rect) -> Rect {
        let left = max(x, other.x)
        let top = max(y, other.y)
        return Rect(x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
    }

    /// Smaller on each side.
    public func inset(x dx: Int = 0, y dy: Int = 0) -> Rect {
        Rect(x: x + dx, y: y + dy, width: width - 2 * dx, height: height - 2 * dy)
    }

    /// One row of it, counted from its top; empty if it has no such row.
    public func row(_ index: Int) -> Rect {
        Rect(x: x, y: y + index, width: width, height: index >= 0 && index < height ? 1 : 0)
    }

    /// A rectangle of some size in the middle of this one, not larger than it.
    public func centred(width wanted: Int, height tall: Int) -> Rect {
        let wide = min(wanted, width)
        let high = min(tall, height)
        return Rect(x: x + (width - wide) / 2, y: y + (height - high) / 2, width: wide, height: high)
    }
}

extension Rect {
    /// Takes rows off the top and returns them.
    public mutating func cutTop(_ rows: Int) -> Rect {
        let taken = min(max(0, rows), height)
        let part = Rect(x: x, y: y, width: width, height: taken)
        y += taken
        height -= taken
        return part
    }

    /// Takes rows off the bottom and returns them.
    public mutating func cutBottom(_ rows: Int) -> Rect {
        let taken = min(max(0, rows), height)
        height -= taken
        return Rect(x: x, y: maxY, width: width, height: taken)
    }

    /// Takes columns off the left and returns them.
    public mutating func cutLeft(_ columns: Int) -> Rect {
        let taken = min(max(0, columns), width)
        let part = Rect(x: x, y: y, width: taken, height: height)
        x += taken
        width -= taken
        return part
    }

    /// Takes columns off the right and returns them.
    public mutating func cutRight(_ columns: Int) -> Rect {
        let taken = min(max(0, columns), width)
        width -= taken
        return Rect(x: maxX, y: y, width: taken, height: height)
    }
}
