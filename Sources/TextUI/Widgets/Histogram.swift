internal import Glibc
public import HostileText

/// Stacked columns over time, one terminal column a bin, in steps of an eighth of a row.
///
/// Layout, from the top: a row for marks (if there are any), the plot with its scale at the left, the axis, a row of
/// labels, and a row for the bracket of the brush (if there is one).
public struct Histogram: Widget, Sendable {
    /// A moment worth a word, such as a model's release: a line down the plot and a label above it.
    public struct Moment: Sendable {
        /// Which bin.
        public var bin: Int
        /// What happened.
        public var label: SafeText
        /// How the label is drawn.
        public var style: Style

        /// Makes a moment.
        public init(bin: Int, label: SafeText, style: Style = .warning) {
            self.bin = bin
            self.label = label
            self.style = style
        }
    }

    /// How a bin's height follows from its sum.
    public enum Scaling: Hashable, Sendable {
        /// In proportion.
        case linear
        /// By its logarithm, so that one exchange shows beside ten thousand; the parts share the height in proportion.
        case logarithmic
    }

    /// One bin: its parts from the bottom up, in the order of `styles`. An empty bin is a gap.
    public var bins: [[Double]]
    /// The style of each part.
    public var styles: [Style]
    /// A letter for each part, drawn in place of blocks where hues and blocks cannot be shown.
    public var letters: [Glyph] = []
    /// How a bin's height follows from its sum.
    public var scaling = Scaling.linear
    /// What the top of the plot means; a round number above the largest bin, if not given.
    public var maximum: Double?
    /// What stands under the axis, and at which bin.
    public var labels: [(bin: Int, text: SafeText)]
    /// Moments worth a word.
    public var moments: [Moment]
    /// The bins that are brushed.
    public var brush: Range<Int>?
    /// Whether the row of the brush's bracket is kept free without a brush, so that nothing moves when one begins.
    public var keepsBracketRow: Bool
    /// The bin of the cursor.
    public var cursor: Int?
    /// Turns a number of the scale into text.
    public var scale: @Sendable (Double) -> SafeText

    /// Makes a histogram.
    public init(
        bins: [[Double]], styles: [Style], maximum: Double? = nil, labels: [(bin: Int, text: SafeText)] = [],
        moments: [Moment] = [], brush: Range<Int>? = nil, keepsBracketRow: Bool = false, cursor: Int? = nil,
        scale: @escaping @Sendable (Double) -> SafeText = { "\(Int($0))" }
    ) {
        self.bins = bins
        self.styles = styles
        self.maximum = maximum
        self.labels = labels
        self.moments = moments
        self.brush = brush
        self.keepsBracketRow = keepsBracketRow
        self.cursor = cursor
        self.scale = scale
    }

    /// The columns that the scale takes at the left.
    public static let gutter = 7

    /// How many bins a rectangle has room for: make as many.
    public static func binCount(in rect: Rect) -> Int { max(0, rect.width - gutter) }

    /// Draws everything.
    public func draw(into grid: inout Grid, in rect: Rect) {
        var rest = rect
        let momentRow = moments.isEmpty ? nil : rest.cutTop(1)
        let bracketRow = brush == nil && !keepsBracketRow ? nil : rest.cutBottom(1)
        let labelRow = labels.isEmpty ? nil : rest.cutBottom(1)
        let axisRow = rest.cutBottom(1)
        let scaleColumn = rest.cutLeft(Self.gutter)
        guard !rest.isEmpty else { return }
        let top = maximum ?? Self.roundMaximum(bins.reduce(0) { max($0, Self.sum($1)) })
        drawScale(top: top, into: &grid, in: scaleColumn)
        drawBrush(into: &grid, plot: rest, bracket: bracketRow)
        drawMoments(into: &grid, plot: rest, row: momentRow)
        for (index, bin) in bins.prefix(rest.width).enumerated() {
            drawBin(bin, top: top, into: &grid, x: rest.x + index, plot: rest)
        }
        drawAxis(into: &grid, axis: axisRow, labels: labelRow, plot: rest)
    }

    private static func sum(_ bin: [Double]) -> Double {
        bin.reduce(0) { $0 + ($1.isFinite ? max(0, $1) : 0) }
    }

    /// The height of a sum in a plot whose top means `top`, from 0 to 1.
    func height(of sum: Double, top: Double) -> Double {
        guard sum > 0, top > 0 else { return 0 }
        return switch scaling {
        case .linear: min(1, sum / top)
        case .logarithmic: min(1, log1p(sum) / log1p(top))
        }
    }

    /// The numbers that stand at the left, from the top down: quarters of a linear scale, powers of ten of a logarithmic one.
    func steps(top: Double, rows: Int) -> [Double] {
        switch scaling {
        case .linear:
            let count = rows >= 8 ? 4 : (rows >= 4 ? 2 : 1)
            return (1...count).reversed().map { top * Double($0) / Double(count) }
        case .logarithmic:
            var steps = [top]
            var power = 1.0
            while power * 10 < top { power *= 10 }
            while power >= 1 {
                if power < top { steps.append(power) }
                power /= 10
            }
            return steps
        }
    }

    /// The least of 1, 2, 4, 5, 8, 10 times a power of ten that is not below a value.
    public static func roundMaximum(_ value: Double) -> Double {
        guard value.isFinite, value > 0 else { return 1 }
        var power = 1.0
        while power * 10 < value { power *= 10 }
        while power > value { power /= 10 }
        return [1, 2, 4, 5, 8, 10].map { $0 * power }.first { $0 >= value } ?? power * 10
    }
}
