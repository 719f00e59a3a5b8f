/// What each role looks like. The only thing in the program that knows colours.
public struct Theme: Sendable, Hashable {
    /// How one role looks.
    public struct Look: Sendable, Hashable {
        /// The colour of the signs; `nil` takes that of ``Role/text``.
        public var foreground: Colour?
        /// A ground of its own, which it keeps on any other; `nil` shows what it lies on.
        public var ground: Colour?
        /// Added to those of the style.
        public var attributes: Style.Attributes

        /// Makes a look.
        public init(foreground: Colour? = nil, ground: Colour? = nil, attributes: Style.Attributes = []) {
            self.foreground = foreground
            self.ground = ground
            self.attributes = attributes
        }
    }

    /// Its name, as in the name of its file.
    public var name: String
    private var looks: [Look]

    /// Makes a theme; a role that is left out looks like ``Role/text``.
    public init(name: String, looks: [Role: Look]) {
        self.name = name
        self.looks = Role.allCases.map { looks[$0] ?? Look() }
    }

    /// How a role looks.
    public subscript(role: Role) -> Look { looks[Int(role.rawValue)] }

    /// What a cell looks like at last.
    public struct Appearance: Sendable, Hashable {
        /// The colour of the signs.
        public var foreground: Colour
        /// The colour behind them.
        public var ground: Colour
        /// Weight and the like.
        public var attributes: Style.Attributes
    }

    /// Resolves a style: a role's own ground first, then the ground it lies on, then the screen's.
    ///
    /// A role with no ground of its own that is lain under others, such as a series in a stacked chart, lends its foreground.
    public func appearance(of style: Style) -> Appearance {
        let look = self[style.role]
        var ground = look.ground
        if style.role.isGround { ground = style.ground.map { self[$0].ground } ?? nil }
        if ground == nil, let under = style.ground { ground = self[under].ground ?? self[under].foreground }
        // On a ground that is the reverse of the text, many hues would become as many grounds.
        let under = style.ground.map { self[$0].attributes } ?? []
        let isPlain = under.contains(.reverse) && look.ground == nil
        return Appearance(
            foreground: (isPlain ? nil : look.foreground) ?? self[.text].foreground ?? .terminalDefault,
            ground: ground ?? self[.screen].ground ?? .terminalDefault,
            attributes: look.attributes.union(style.attributes).union(look.ground == nil ? under : []))
    }

    /// Whether any of its colours is exact.
    public var isExact: Bool {
        looks.contains { look in
            [look.foreground, look.ground].contains { if case .exact = $0 { true } else { false } }
        }
    }

    /// The theme for a terminal of some depth: itself, or with at most sixteen colours and exact ones wanted, ``terminal``.
    ///
    /// The grounds of an exact theme are too near each other to be told apart in sixteen colours.
    public func shown(at depth: ColourDepth) -> Theme {
        switch depth {
        case .none: .monochrome
        case .named: isExact ? .terminal : self
        case .indexed, .exact: self
        }
    }
}

extension Role {
    /// Whether it is made to lie under others.
    public var isGround: Bool {
        switch self {
        case .screen, .selection, .bar, .panel, .brush, .input: true
        default: false
        }
    }
}
