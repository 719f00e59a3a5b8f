/// Which scalars terminals may join into one emoji of uncertain width (Unicode Technical Standard 51).
enum EmojiSequence {
    /// Whether a scalar can be the first of a sequence.
    static func canStart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isEmoji
    }

    /// Whether a scalar, after an emoji, belongs to its sequence.
    static func mayContinue(with scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200D, 0xFE0F, 0x20E3, 0x1F3FB...0x1F3FF: true
        default: false
        }
    }

    /// Whether a scalar after ZERO WIDTH JOINER is joined to the emoji before it.
    static func canBeJoined(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0xFF && scalar.properties.isEmoji
    }
}
