/// How a cell looks: a role, perhaps a ground to lie on, and attributes. Three bytes.
///
/// A style without a ground keeps the ground that is already in the cell, so a selected row is laid once and drawn over.
/// A role that has a ground of its own in the theme, such as ``Role/match``, keeps it on any other ground.
public struct Style: Sendable, Hashable {
    /// What it is.
    public var role: Role
    /// What it lies on; `nil` keeps what is there.
    public var ground: Role?
    /// Weight and the like, added to what the theme gives the role.
    public var attributes: Attributes

    /// Weight and the like. Never the only bearer of a meaning.
    public struct Attributes: OptionSet, Sendable, Hashable {
        /// The bits.
        public let rawValue: UInt8
        /// Wraps bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// Heavier, or brighter where there is one weight.
        public static let bold = Attributes(rawValue: 1)
        /// Fainter, where the terminal can.
        public static let dim = Attributes(rawValue: 2)
        /// Underlined.
        public static let underline = Attributes(rawValue: 4)
        /// Foreground and ground exchanged.
        public static let reverse = Attributes(rawValue: 8)
        /// Slanted, where the terminal can.
        public static let italic = Attributes(rawValue: 16)
    }

    /// Joins a role, a ground and attributes.
    public init(_ role: Role, on ground: Role? = nil, _ attributes: Attributes = []) {
        self.role = role
        self.ground = ground
        self.attributes = attributes
    }

    /// The same on a ground.
    public func on(_ ground: Role?) -> Style { Style(role, on: ground, attributes) }

    /// The same in bold.
    public var bold: Style { Style(role, on: ground, attributes.union(.bold)) }

    /// The same underlined.
    public var underlined: Style { Style(role, on: ground, attributes.union(.underline)) }
}

extension Style {
    /// Data.
    public static let text = Style(.text)
    /// Context beside data.
    public static let muted = Style(.muted)
    /// Separators and empty values.
    public static let faint = Style(.faint)
    /// Headings in capitals.
    public static let heading = Style(.heading)
    /// What the cursor is on.
    public static let focus = Style(.focus)
    /// The prompt sign and the cursor's mark.
    public static let accent = Style(.accent)
    /// A link to something else.
    public static let link = Style(.link)
    /// Thin rules.
    public static let rule = Style(.rule)
    /// The unfilled part of a bar.
    public static let track = Style(.track)
    /// Done or in order.
    public static let done = Style(.done)
    /// Needs a look.
    public static let warning = Style(.warning)
    /// Old data.
    public static let stale = Style(.stale)
    /// Wrong or destructive.
    public static let danger = Style(.danger)
    /// A matched span.
    public static let match = Style(.match)
    /// A template's slot.
    public static let slot = Style(.slot)
    /// A hidden character made visible.
    public static let hostile = Style(.hostile)
    /// The key of a hint.
    public static let key = Style(.key)
    /// What a key does.
    public static let keyName = Style(.keyName)
    /// The ramp's step for a score from 0 to 1, bold where it is worst.
    public static func score(_ value: Double) -> Style {
        let role = Role.score(value)
        return Style(role, role == .score5 ? .bold : [])
    }
    /// A category's hue.
    public static func series(_ number: Int) -> Style { Style(.series(number)) }
    /// A label's hue.
    public static func label(_ digit: Int) -> Style { Style(.label(digit)) }
    /// An edge's hue.
    public static func edge(_ number: Int) -> Style { Style(.edge(number)) }

    private init(_ role: Role, _ attributes: Attributes) { self.init(role, on: nil, attributes) }
}
