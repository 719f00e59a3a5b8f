extension Grid {
    /// The rows that another grid does not show in the same way; all, if there is none or its size differs.
    public func rowsChanged(since other: Grid?) -> [Int] {
        guard let other, other.width == width, other.height == height, other.pool == pool else {
            return Array(0..<height)
        }
        return (0..<height).filter { y in
            let row = y * width..<(y + 1) * width
            return cells[row] != other.cells[row]
        }
    }
}
