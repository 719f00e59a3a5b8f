/// Notices a word whose letters come from scripts that look alike, such as a Cyrillic а in a Latin word.
///
/// Only the scripts whose letters pass for Latin ones are told apart (Unicode Technical Standard 39, confusables); words of
/// other scripts, and a Latin word beside a Cyrillic one, are ordinary.
struct MixedScript {
    private enum Script: UInt8 {
        case latin = 1, cyrillic = 2, greek = 4, armenian = 8, cherokee = 16, mathematical = 32, fullwidth = 64
    }

    private var seen: UInt8 = 0
    private var found = false

    mutating func take(_ scalar: Unicode.Scalar, _ kind: ScalarClass) {
        if let script = Self.script(of: scalar) {
            seen |= script.rawValue
            if seen & (seen - 1) != 0 { found = true }
        } else if scalar.isASCII ? !Self.isWordJoiner(scalar) : kind.separatesWords {
            seen = 0
        }
    }

    /// Whether such a word was seen.
    func finish() -> Bool { found }

    private static func isWordJoiner(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.value >= 0x30 && scalar.value <= 0x39)
    }

    private static func script(of scalar: Unicode.Scalar) -> Script? {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: .latin
        case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
        case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: .cyrillic
        case 0x531...0x58F: .armenian
        case 0x13A0...0x13FF, 0xAB70...0xABBF: .cherokee
        case 0x1D400...0x1D7FF: .mathematical
        case 0xFF21...0xFF3A, 0xFF41...0xFF5A: .fullwidth
        default: nil
        }
    }
}

extension ScalarClass {
    /// Whether a scalar without a script ends a word. What is invisible does not.
    fileprivate var separatesWords: Bool {
        switch self {
        case .combining, .hidden, .tag, .variation, .emojiModifier: false
        case .visible, .control, .oddSpace, .regional, .replacement: true
        }
    }
}
