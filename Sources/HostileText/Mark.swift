extension SafeText {
    /// Why a piece is drawn, where it does not stand for itself.
    public enum Mark: UInt8, Sendable, Hashable, CaseIterable {
        /// The character itself.
        case plain
        /// A line break or tab as its picture: ordinary in prose, so drawn faintly.
        case layout
        /// A space that is not U+0020, made visible.
        case space
        /// The rest of an emoji sequence, left out so that its width is certain.
        case emoji
        /// A visible character written as its code point, because only ASCII may be drawn.
        case substituted
        /// A C0 or C1 control character.
        case control
        /// An invisible, reordering, private or unassigned character.
        case hidden
        /// Tag characters, decoded.
        case tags
        /// Combining marks beyond the fourth.
        case combining
        /// U+FFFD: bytes that were no text.
        case replaced

        /// Whether it is of interest to an investigator, and not merely how prose is laid out.
        public var isHostile: Bool {
            switch self {
            case .plain, .layout, .space, .emoji, .substituted: false
            case .control, .hidden, .tags, .combining, .replaced: true
            }
        }
    }
}
