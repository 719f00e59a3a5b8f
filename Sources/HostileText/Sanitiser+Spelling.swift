extension Sanitiser {
    /// The control picture of a C0 character or DEL.
    static func picture(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let value = scalar.value == 0x7F ? 0x2421 : 0x2400 + scalar.value
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    /// `^[` for ESC, `^?` for DEL.
    static func caret(_ scalar: Unicode.Scalar) -> String {
        let letter = Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value ^ 0x40) & 0x7F)
        return "^\(Character(letter))"
    }

    /// The ASCII character that a tag character hides; a control picture where that is none.
    static func tagText(_ scalar: Unicode.Scalar) -> String {
        let ascii = Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value & 0x7F))
        return String(Character(ascii.value < 0x20 || ascii.value == 0x7F ? picture(ascii) : ascii))
    }

    /// `F` for REGIONAL INDICATOR SYMBOL LETTER F.
    static func regionalLetter(_ scalar: Unicode.Scalar) -> String {
        String(Character(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - 0x1F1E6 + 0x41))))
    }

    /// A number in superscript digits.
    static func superscript(_ number: Int) -> String {
        let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
        return String(String(number).compactMap { $0.wholeNumberValue }.map { digits[$0] })
    }

    /// How the signs that marks are made of are written in ASCII.
    static func ascii(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "‹": "<"
        case "›": ">"
        case "×": "x"
        default:
            scalar.value >= 0x2400 && scalar.value < 0x2420
                ? caret(Unicode.Scalar(UInt8(scalar.value - 0x2400))) : "?"
        }
    }
}

extension Unicode.Scalar {
    /// `U+202E`: at least four hexadecimal digits.
    public var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
