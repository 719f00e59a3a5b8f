/// What makes a theme hard to read: words and lines with too little contrast, and roles of different meaning that look the
/// same to some eye.
///
/// Named colours count as what xterm draws for them, on black where the ground is the terminal's own.
public struct ThemeAudit: Sendable {
    /// What was found, in the order of the roles.
    public private(set) var faults: [Fault] = []

    /// One fault.
    public enum Fault: Hashable, Sendable, CustomStringConvertible {
        /// A role has too little contrast on a ground (WCAG 2.2: 4.5 for words, 3 for lines and drawings).
        case faint(Role, on: Role, contrast: Double, least: Double)
        /// Two roles look the same to some eye and have the same weight.
        case alike(Role, Role, to: ColourVision, distance: Double)

        /// A sentence.
        public var description: String {
            switch self {
            case .faint(let role, let ground, let contrast, let least):
                "\(role) on \(ground) has a contrast of \(Self.short(contrast)); \(Self.short(least)) is the least"
            case .alike(let one, let other, let vision, let distance):
                "\(one) and \(other) are \(Self.short(distance)) apart (\(vision.rawValue)); \(Self.short(ThemeAudit.least)) is the least"
            }
        }

        private static func short(_ value: Double) -> String { String((value * 10).rounded(.down) / 10) }
    }

    /// The least distance of two roles of one family, CIE 1976 L*a*b*.
    public static let least = 7.0

    /// The roles that are words: everything that is read.
    public static let words: [Role] =
        [
            .text, .muted, .faint, .heading, .focus, .accent, .link, .done, .warning, .stale, .danger, .claimed,
            .fresh, .hostile, .match, .slot, .found, .key, .keyName, .tab,
        ] + scores + labels + edges
    /// The roles that are lines and areas.
    public static let drawings: [Role] = [.rule, .track, .quietMark, .brushEdge] + series

    /// Roles that stand beside each other and mean different things.
    static let families: [[Role]] = [
        scores, labels, edges, series, [.done, .warning, .stale, .danger, .claimed, .fresh], [.match, .slot, .found],
    ]
    private static let scores: [Role] = [.score1, .score2, .score3, .score4, .score5]
    private static let labels = (1...7).map { Role.label($0) }
    private static let edges = (1...6).map { Role.edge($0) }
    private static let series = (1...14).map { Role.series($0) }
    private static let grounds: [Role] = [.screen, .selection, .bar, .panel, .input]

    /// Looks at every role on every ground, and at every pair of a family with every eye.
    public init(_ theme: Theme) {
        for ground in Self.grounds {
            for (roles, least) in [(Self.words, 4.5), (Self.drawings, 3.0)] {
                for role in roles { checkContrast(of: role, on: ground, least: least, in: theme) }
            }
        }
        for family in Self.families {
            for (place, one) in family.enumerated() {
                for other in family[(place + 1)...] { checkDistance(one, other, in: theme) }
            }
        }
    }

    private mutating func checkContrast(of role: Role, on ground: Role, least: Double, in theme: Theme) {
        let look = theme.appearance(of: Style(role, on: ground))
        // Where the terminal reverses its own two colours they are as far apart as on the screen.
        if look.attributes.contains(.reverse), look.ground == .terminalDefault { return }
        let fore = look.foreground == .terminalDefault ? Colour.named(.white) : look.foreground
        let back = look.ground == .terminalDefault ? Colour.named(.black) : look.ground
        guard let contrast = Colour.contrast(fore.assumed, back.assumed), contrast < least else { return }
        faults.append(.faint(role, on: ground, contrast: contrast, least: least))
    }

    private mutating func checkDistance(_ one: Role, _ other: Role, in theme: Theme) {
        let (first, second) = (theme.appearance(of: Style(one)), theme.appearance(of: Style(other)))
        guard first.attributes == second.attributes, first.ground == second.ground else { return }
        for vision in ColourVision.allCases {
            guard let distance = Colour.distance(first.foreground, second.foreground, to: vision),
                distance < Self.least
            else { continue }
            faults.append(.alike(one, other, to: vision, distance: distance))
            return
        }
    }
}
