/// What the sanitiser does with one scalar.
enum ScalarClass {
    /// Drawn as itself, in one or two columns.
    case visible
    /// Drawn on the piece before it.
    case combining
    /// C0 and DEL.
    case control
    /// A space that is not U+0020.
    case oddSpace
    /// Drawn as its code point: C1, Cf, default ignorable, private, unassigned, blank, and look-alikes of our own marks.
    case hidden
    /// U+E0000 to U+E007F.
    case tag
    /// U+FE00 to U+FE0F and U+E0100 to U+E01EF.
    case variation
    /// U+1F1E6 to U+1F1FF.
    case regional
    /// A skin tone or U+20E3, which some terminals join to what is before it.
    case emojiModifier
    /// U+FFFD.
    case replacement

    /// Classifies a scalar beyond ASCII, or an ASCII one. ASCII and common letters are answered without a table look-up.
    init(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        switch value {
        case 0x20...0x7E: self = .visible
        case 0..<0x20, 0x7F: self = .control
        case 0xA1...0xAC, 0xAE...0x2FF: self = .visible
        case 0x300...0x36F where value != 0x34F: self = .combining
        case 0x400...0x482, 0x48A...0x52F, 0x5D0...0x5EA, 0x621...0x64A: self = .visible
        case 0x2010...0x2027, 0x2030...0x2038, 0x203A...0x205E, 0x2190...0x23FF, 0x2460...0x27FF: self = .visible
        case 0x2801...0x2B73, 0x3041...0x3096, 0x30A1...0x30FA, 0xFF01...0xFF5E: self = .visible
        case 0x4E00...0x9FFF, 0xAC00...0xD7A3: self = .visible
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF: self = .variation
        case 0xE0000...0xE007F: self = .tag
        case 0x1F1E6...0x1F1FF: self = .regional
        case 0x1F3FB...0x1F3FF, 0x20E3: self = .emojiModifier
        case 0xFFFD: self = .replacement
        // Blank though they are symbols; and pictures that only we may draw.
        case 0x2800, 0xFFFC, 0x1D159, 0x2400...0x2426: self = .hidden
        // Vowels and finals of conjoining Hangul take no column of their own.
        case 0x1161...0x11FF: self = .combining
        case 0xD7B0...0xD7FF: self = .hidden
        default: self = Self.byProperties(scalar.properties)
        }
    }

    private static func byProperties(_ properties: Unicode.Scalar.Properties) -> ScalarClass {
        if properties.isDefaultIgnorableCodePoint { return .hidden }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return .combining
        case .spaceSeparator: return .oddSpace
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            return .hidden
        default: return .visible
        }
    }
}

extension Unicode.Scalar {
    /// Whether a terminal may be sent this scalar: what every encoder checks again, behind the sanitiser.
    ///
    /// True for what ``SafeText`` and the drawing glyphs of this program hold: visible characters, combining marks, U+0020,
    /// U+FFFD and control pictures.
    public var isDrawable: Bool {
        if value >= 0x20, value < 0x7F { return true }
        if value >= 0x2400, value <= 0x2426 { return true }
        switch ScalarClass(self) {
        case .visible, .combining, .replacement: return true
        default: return false
        }
    }

    /// The columns it takes on a terminal: one or two, and none for a combining mark.
    public var columns: Int {
        if value < 0x300 { return 1 }
        if case .combining = ScalarClass(self) { return 0 }
        return Int(ScalarWidth.columns(of: self))
    }
}
