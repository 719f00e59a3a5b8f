internal import HostileText

/// A single sign of this program's own drawing: a block, a line, a braille pattern, a mark.
///
/// One that no terminal may be sent becomes U+FFFD.
public struct Glyph: Sendable, Hashable, ExpressibleByUnicodeScalarLiteral {
    /// What is drawn.
    public let scalar: Unicode.Scalar
    /// One or two.
    let columns: Int

    /// Wraps a scalar.
    public init(_ scalar: Unicode.Scalar) {
        self.scalar = scalar.isDrawable ? scalar : "\u{FFFD}"
        columns = max(1, self.scalar.columns)
    }

    /// Wraps a literal.
    public init(unicodeScalarLiteral value: Unicode.Scalar) {
        self.init(value)
    }
}
