/// How long one part of a split is.
public enum Extent: Sendable, Hashable {
    /// Exactly so many cells, or what is left.
    case fixed(Int)
    /// A share of what the fixed parts leave, but at least so many cells.
    case share(Int, minimum: Int = 0)
}

extension Extent {
    /// Divides a length among parts, with a gap between each two.
    ///
    /// Fixed parts and minimums are served first, in order; shares divide the rest, and the first ones get the odd cells.
    /// - Returns: one length a part; their sum with the gaps never exceeds `length`.
    public static func divide(_ length: Int, among parts: [Extent], gap: Int = 0) -> [Int] {
        var left = max(0, length - gap * max(0, parts.count - 1))
        var lengths = [Int](repeating: 0, count: parts.count)
        for (index, part) in parts.enumerated() {
            let wanted =
                switch part {
                case .fixed(let cells): cells
                case .share(_, let minimum): minimum
                }
            lengths[index] = min(max(0, wanted), left)
            left -= lengths[index]
        }
        // Give what is left to the shares in proportion, a part that its minimum already serves well excepted.
        var open = parts.indices.filter { if case .share(let weight, _) = parts[$0] { weight > 0 } else { false } }
        var pool = left + open.reduce(0) { $0 + lengths[$1] }
        while !open.isEmpty {
            let weights = open.reduce(0) { $0 + parts[$1].weight }
            let served = open.filter { lengths[$0] * weights > pool * parts[$0].weight }
            if served.isEmpty { break }
            pool -= served.reduce(0) { $0 + lengths[$1] }
            open.removeAll { served.contains($0) }
        }
        var weights = open.reduce(0) { $0 + parts[$1].weight }
        for index in open {
            let weight = parts[index].weight
            let cells = (pool * weight + weights - 1) / weights
            lengths[index] = cells
            pool -= cells
            weights -= weight
        }
        return lengths
    }

    private var weight: Int { if case .share(let weight, _) = self { weight } else { 0 } }
}

extension Rect {
    /// Splits into columns from left to right.
    public func columns(_ parts: Extent..., gap: Int = 0) -> [Rect] {
        var left = x
        return Extent.divide(width, among: parts, gap: gap).map { length in
            defer { left += length + gap }
            return Rect(x: left, y: y, width: length, height: height)
        }
    }

    /// Splits into rows from top to bottom.
    public func rows(_ parts: Extent..., gap: Int = 0) -> [Rect] {
        var top = y
        return Extent.divide(height, among: parts, gap: gap).map { length in
            defer { top += length + gap }
            return Rect(x: x, y: top, width: width, height: length)
        }
    }
}
