/// Reads the scalars of a string with one of look-ahead, and counts the UTF-8 bytes it has passed.
struct ScalarScanner {
    private var scalars: String.UnicodeScalarView.Iterator
    /// The next scalar, not yet passed.
    private(set) var peek: Unicode.Scalar?
    /// The UTF-8 offset of `peek`.
    private(set) var offset = 0

    init(_ text: String) {
        scalars = text.unicodeScalars.makeIterator()
        peek = scalars.next()
    }

    /// Passes the next scalar.
    mutating func next() -> Unicode.Scalar? {
        guard let current = peek else { return nil }
        offset += UTF8.width(current)
        peek = scalars.next()
        return current
    }
}
