extension SafeText: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// Wraps a literal of this program.
    public init(stringLiteral value: String) {
        self.init(ours: value)
    }

    /// Joins what was interpolated.
    public init(stringInterpolation: Interpolation) {
        self = stringInterpolation.text
    }

    /// Collects literals, integers and other `SafeText`; a `String` or an `UntrustedText` does not compile.
    public struct Interpolation: StringInterpolationProtocol {
        var text = SafeText()

        /// Starts with nothing.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// Appends a literal of this program.
        public mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { text.append(SafeText(ours: literal)) }
        }

        /// Appends what is already safe.
        public mutating func appendInterpolation(_ value: SafeText) {
            text.append(value)
        }

        /// Appends an integer without grouping.
        public mutating func appendInterpolation(_ value: some BinaryInteger) {
            text.append(SafeText(ours: String(value)))
        }
    }
}

extension SafeText {
    /// Appends another text. The pieces forget their sources, because there is no longer one source.
    public mutating func append(_ other: SafeText) {
        let base = UInt32(extras.count)
        if let first = pieces.first, first.source != Piece.noSource {
            for index in pieces.indices { pieces[index].source = Piece.noSource }
        }
        for var piece in other.pieces {
            piece.source = Piece.noSource
            if piece.extra != 0 { piece.extra += base }
            pieces.append(piece)
        }
        extras += other.extras
        width += other.width
        findings.hidden += other.findings.hidden
        findings.replaced += other.findings.replaced
        findings.isMixedScript = findings.isMixedScript || other.findings.isMixedScript
        isClipped = other.isClipped
    }

    /// Joins two texts.
    public static func + (left: SafeText, right: SafeText) -> SafeText {
        var sum = left
        sum.append(right)
        return sum
    }

    /// Repeats a text.
    public init(repeating text: SafeText, count: Int) {
        self.init()
        for _ in 0..<max(0, count) { append(text) }
    }
}

extension Sequence<SafeText> {
    /// Joins texts with a separator between them.
    public func joined(separator: SafeText = "") -> SafeText {
        var sum = SafeText()
        for (place, text) in enumerated() {
            if place > 0 { sum.append(separator) }
            sum.append(text)
        }
        return sum
    }
}
