public import HostileText

/// Text in several styles: a list of runs. A run of a plain literal takes the style that the whole is drawn in.
///
/// ```
/// let line: StyledText = ["linked by ", StyledText("4 kinds", .accent), " of evidence"]
/// ```
public struct StyledText: Sendable, Hashable {
    /// A text and how it looks; `nil` takes the style of the call that draws it.
    public struct Run: Sendable, Hashable {
        /// What is drawn.
        public var text: SafeText
        /// How.
        public var style: Style?
    }

    /// In order.
    public var runs: [Run]

    /// One run.
    public init(_ text: SafeText, _ style: Style? = nil) {
        runs = text.isEmpty ? [] : [Run(text: text, style: style)]
    }

    /// A text whose matches each have a style, the rest none.
    ///
    /// - Parameters:
    ///   - text: a sanitised text that still knows its source.
    ///   - matches: source ranges in UTF-8 bytes; where two overlap the later one wins.
    public init(_ text: SafeText, marking matches: [(bytes: Range<Int>, tag: Style)]) {
        runs = text.parts(marking: matches).map { Run(text: $0.text, style: $0.tag) }
    }

    /// The columns of all runs.
    public var width: Int { runs.reduce(0) { $0 + $1.text.width } }

    /// Whether there is nothing to draw.
    public var isEmpty: Bool { runs.allSatisfy { $0.text.isEmpty } }

    /// Without the styles.
    public var text: SafeText { runs.map(\.text).joined() }

    /// Appends a run.
    public mutating func append(_ text: SafeText, _ style: Style? = nil) {
        if !text.isEmpty { runs.append(Run(text: text, style: style)) }
    }

    /// Joins two.
    public static func + (left: StyledText, right: StyledText) -> StyledText {
        var sum = left
        sum.runs += right.runs
        return sum
    }

    /// Appends.
    public static func += (left: inout StyledText, right: StyledText) {
        left.runs += right.runs
    }
}

extension StyledText: ExpressibleByStringInterpolation, ExpressibleByArrayLiteral {
    /// One run of a literal.
    public init(stringLiteral value: String) {
        self.init(SafeText(stringLiteral: value))
    }

    /// One run of an interpolation.
    public init(stringInterpolation: SafeText.Interpolation) {
        self.init(SafeText(stringInterpolation: stringInterpolation))
    }

    /// Several, joined.
    public init(arrayLiteral elements: StyledText...) {
        runs = elements.flatMap(\.runs)
    }
}

extension Sequence<StyledText> {
    /// Joins texts with a separator between them.
    public func joined(separator: StyledText) -> StyledText {
        var sum = StyledText("")
        for (place, text) in enumerated() {
            if place > 0 { sum += separator }
            sum += text
        }
        return sum
    }

    /// Joins as many texts, from the first on, as fit in some columns; one at least.
    public func joined(separator: StyledText, within columns: Int) -> StyledText {
        var sum = StyledText("")
        for (place, text) in enumerated() {
            if place > 0 {
                guard sum.width + separator.width + text.width <= columns else { return sum }
                sum += separator
            }
            sum += text
        }
        return sum
    }
}
