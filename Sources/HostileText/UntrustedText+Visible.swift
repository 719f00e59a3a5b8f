extension UntrustedText {
    /// The whole text with its line breaks and tabs, everything hidden written as its mark: for exports and the clipboard.
    ///
    /// Not reversible, and a CR before an LF is dropped; what must be byte for byte is stored from ``verbatim``.
    public var visible: String {
        var text = verbatim
        let isPlain = text.withUTF8 { bytes in
            bytes.allSatisfy { ($0 >= 0x20 && $0 < 0x7F) || $0 == 0x0A || $0 == 0x09 }
        }
        if isPlain { return text }
        return SafeText.lines(of: self, limit: .max).map { line in
            var shown = line.description
            if line.pieces.last?.mark == .layout, shown.hasSuffix("␍") { shown.removeLast() }
            return line.pieces.contains { $0.mark == .layout } ? shown.replacing("␉", with: "\t") : shown
        }.joined(separator: "\n")
    }
}
