/// What a thing on the screen is. Views say the role; a theme decides the colour.
///
/// A role has a foreground, and some have a ground of their own. No role is told apart by colour alone: the view adds a
/// number, a name, a mark or an attribute.
public enum Role: UInt8, Sendable, Hashable, CaseIterable {
    // Words.
    /// Data.
    case text
    /// Context beside data.
    case muted
    /// What is there only to be found: separators between words, units, empty values.
    case faint
    /// Headings of columns and sections, in capitals.
    case heading
    /// The one thing the cursor is on, and the title of what is open.
    case focus
    /// The name of the program, the prompt sign, the cursor's mark.
    case accent
    /// A link to something else: a template, a cluster, an exchange.
    case link

    // Grounds, to lie under other roles.
    /// The screen itself.
    case screen
    /// The row or node under the cursor.
    case selection
    /// The top bar and the footer.
    case bar
    /// A floating panel.
    case panel
    /// The brushed part of a chart.
    case brush
    /// An input line.
    case input

    // Lines.
    /// Thin rules, axes, borders.
    case rule
    /// The part of a bar that is not filled; an empty slot.
    case track
    /// The handle and bracket of a brush.
    case brushEdge

    // The score ramp, from ordinary to worst.
    case score1, score2, score3, score4, score5

    // States.
    /// Done, in order, connected.
    case done
    /// Needs a look.
    case warning
    /// Old data, or an answer that no longer fits.
    case stale
    /// Wrong, failed, destructive.
    case danger
    /// Claimed by this analyst.
    case claimed
    /// New since the last visit.
    case fresh

    // Evidence in text.
    /// A hidden character made visible.
    case hostile
    /// A hidden character of the ordinary kind: line break, tab, odd space.
    case quietMark
    /// The span that a signal matched.
    case match
    /// The part of a template that differs from exchange to exchange.
    case slot
    /// The word that a search found.
    case found

    // Categories, at most fourteen at a time: see `series(_:)`.
    case series1, series2, series3, series4, series5, series6, series7
    case series8, series9, series10, series11, series12, series13, series14

    // The label digits: see `label(_:)`.
    case label1, label2, label3, label4, label5, label6, label7

    // Kinds of evidence on an edge: see `edge(_:)`.
    case edge1, edge2, edge3, edge4, edge5, edge6

    // Keys.
    /// The key in a hint.
    case key
    /// What the key does.
    case keyName
    /// The tab that is open.
    case tab

    /// The category of a number from 1 on; after 14 they repeat. Zero and less is ``track``, the category of the rest.
    public static func series(_ number: Int) -> Role {
        number < 1 ? .track : Role(rawValue: Role.series1.rawValue + UInt8((number - 1) % 14)) ?? .track
    }

    /// The hue of the label on a digit from 1 to 7; ``muted`` for any other number.
    public static func label(_ digit: Int) -> Role {
        (1...7).contains(digit) ? Role(rawValue: Role.label1.rawValue + UInt8(digit - 1)) ?? .muted : .muted
    }

    /// The hue of a kind of evidence from 1 on; after 6 they repeat.
    public static func edge(_ number: Int) -> Role {
        Role(rawValue: Role.edge1.rawValue + UInt8((max(1, number) - 1) % 6)) ?? .rule
    }

    /// The step of the ramp for a score from 0 to 1: below 0.7, 0.8, 0.9, 0.95 and above. Not a number gives ``faint``.
    public static func score(_ value: Double) -> Role {
        switch value {
        case 0.90...: .score5
        case 0.80..<0.90: .score4
        case 0.70..<0.80: .score3
        case 0.50..<0.70: .score2
        case ..<0.50: .score1
        default: .faint
        }
    }
}
