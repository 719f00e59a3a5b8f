internal import CNcurses
internal import TextUI

/// The colour pairs of ncurses, made as styles need them.
///
/// ## Which colours a terminal gets
/// - A direct-colour entry (the capability `RGB`, such as `TERM=xterm-direct`) gets the theme's exact colours. It is not
/// chosen behind the user's back: some terminals that call themselves `truecolor` do not understand what it sends.
/// - 256 colours get, for each colour, the nearest of the 240 fixed ones in CIE L*a*b*. Their palette is not redefined: that
///   would outlive a crash, and change every other window of the terminal.
/// - Fewer get the terminal's own sixteen; none get weight, underline and reverse.
struct Pairs {
    /// Attributes and a pair, as a cell of ncurses wants them.
    struct Ink {
        let attributes: UInt32
        let pair: Int32
    }

    private let theme: Theme
    private let depth: ColourDepth
    private var inks: [Style: Ink] = [:]
    private var blanks: [Role?: Ink] = [:]
    private var pairs: [SIMD2<Int32>: Int32] = [:]

    /// Starts colours, if the terminal has any that are wanted.
    init(theme: Theme, withoutColour: Bool) {
        var depth = ColourDepth.none
        if !withoutColour, has_colors() {
            start_color()
            use_default_colors()
            let count = curses_colors()
            depth =
                tigetflag("RGB") > 0 || tigetnum("RGB") > 0
                ? .exact : count >= 256 ? .indexed : count >= 8 ? .named : .none
        }
        self.depth = depth
        self.theme = theme.shown(at: depth)
    }

    /// What a cell of some style is written with.
    mutating func ink(for style: Style) -> Ink {
        if let known = inks[style] { return known }
        let look = theme.appearance(of: style)
        var attributes = look.attributes
        // Where there are eight colours the ninth, a grey, is the usual one made dim.
        if isEightColoured, look.foreground == .named(.brightBlack) { attributes.insert(.dim) }
        let ink = Ink(attributes: Self.bits(attributes), pair: pair(look.foreground, look.ground))
        inks[style] = ink
        return ink
    }

    /// What an empty cell is written with: all on one ground alike, so that ncurses can erase instead of writing spaces.
    mutating func blank(for style: Style) -> Ink {
        if let known = blanks[style.ground] { return known }
        let look = theme.appearance(of: Style(.text, on: style.ground))
        let seen = look.attributes.intersection([.reverse, .underline])
        let ink = Ink(attributes: Self.bits(seen), pair: pair(look.foreground, look.ground))
        blanks[style.ground] = ink
        return ink
    }

    /// Whether a space in this style shows more than its ground.
    func showsWhenBlank(_ style: Style) -> Bool {
        let look = theme[style.role]
        return look.ground != nil && !style.role.isGround
            || !look.attributes.union(style.attributes).isDisjoint(with: [.reverse, .underline])
    }

    private mutating func pair(_ foreground: Colour, _ ground: Colour) -> Int32 {
        guard depth > .none else { return 0 }
        let wanted = SIMD2(number(foreground), number(ground))
        if wanted == SIMD2(-1, -1) { return 0 }
        if let known = pairs[wanted] { return known }
        let next = Int32(pairs.count + 1)
        guard next < min(curses_pairs(), 32_767), init_extended_pair(next, wanted.x, wanted.y) == OK else { return 0 }
        pairs[wanted] = next
        return next
    }

    private func number(_ colour: Colour) -> Int32 {
        switch colour {
        case .terminalDefault: return -1
        case .named(let name):
            if depth != .exact, !isEightColoured { return Int32(name.rawValue) }
            return name == .brightBlack ? -1 : Int32(name.rawValue & 7)
        case .exact(let red, let green, let blue):
            guard depth == .exact else { return Int32(colour.indexed ?? -1) }
            // The first eight numbers of a direct-colour terminal are its named ones; a blue of 8 is as dark.
            return max(8, Int32(red) << 16 | Int32(green) << 8 | Int32(blue))
        }
    }

    private var isEightColoured: Bool { depth == .named && curses_colors() < 16 }

    private static func bits(_ attributes: Style.Attributes) -> UInt32 {
        var bits: UInt32 = 0
        if attributes.contains(.bold) { bits |= curses_bold() }
        if attributes.contains(.dim) { bits |= curses_dim() }
        if attributes.contains(.underline) { bits |= curses_underline() }
        if attributes.contains(.reverse) { bits |= curses_reverse() }
        if attributes.contains(.italic) { bits |= curses_italic() }
        return bits
    }
}
