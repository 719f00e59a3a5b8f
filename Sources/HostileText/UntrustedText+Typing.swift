extension UntrustedText {
    /// What an input line takes of a paste: line breaks and tabs as spaces, other control characters left out.
    ///
    /// Still untrusted: it is for editing and parsing, and what is drawn of it passes ``SafeText`` like everything else.
    public var asTyped: String {
        var typed = String.UnicodeScalarView()
        for scalar in verbatim.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: typed.append(" ")
            case 0..<0x20, 0x7F..<0xA0: continue
            default: typed.append(scalar)
            }
        }
        return String(typed)
    }
}
