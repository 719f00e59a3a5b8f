extension Theme {
    /// The theme that needs no file: the sixteen colours of the terminal's own settings, by name.
    ///
    /// It is what a console shows that finds no `themes` directory: less fine than `dark.toml`, but readable on a dark and on
    /// a light terminal, because the terminal's user chose those colours. The themes with exact colours live in files only.
    public static let terminal: Theme = {
        var looks: [Role: Look] = [:]
        func set(_ name: Colour.Name, _ attributes: Style.Attributes = [], for roles: Role...) {
            for role in roles { looks[role] = Look(foreground: .named(name), attributes: attributes) }
        }
        set(.brightBlack, for: .muted, .faint, .heading, .rule, .track, .stale, .quietMark, .score1, .edge6, .keyName)
        set(.yellow, for: .accent, .key, .score3, .edge2, .series9, .label6, .brushEdge, .claimed, .warning, .score2)
        set(.cyan, for: .link, .slot, .series2, .edge5, .series8, .label5, .fresh)
        set(.red, for: .danger, .match, .label1, .series7)
        set(.brightRed, [.bold], for: .score5)
        set(.brightRed, for: .score4, .edge3, .series3)
        set(.green, for: .done, .label4, .series5, .series11)
        set(.blue, for: .series4, .edge4, .series12)
        set(.magenta, for: .series1, .edge1, .label2, .series10)
        set(.brightMagenta, for: .series13)
        set(.brightYellow, for: .series6, .label3)
        set(.brightBlack, for: .series14, .label7)
        looks[.hostile] = Look(foreground: .named(.black), ground: .named(.yellow))
        looks[.found] = Look(foreground: .named(.black), ground: .named(.cyan))
        looks[.focus] = Look(attributes: .bold)
        looks[.tab] = Look(attributes: [.bold, .underline])
        looks[.selection] = Look(ground: .terminalDefault, attributes: .reverse)
        looks[.brush] = Look(ground: .named(.brightBlack))
        looks[.bar] = Look(ground: .terminalDefault)
        looks[.panel] = Look(ground: .terminalDefault)
        looks[.input] = Look(ground: .terminalDefault, attributes: .underline)
        return Theme(name: "terminal", looks: looks)
    }()

    /// The theme for a terminal without colours, or with `NO_COLOR`: weight, underline and reverse.
    public static let monochrome: Theme = {
        var looks: [Role: Look] = [:]
        let bold: [Role] = [.accent, .focus, .key, .danger, .warning, .score5, .fresh, .claimed]
        for role in bold { looks[role] = Look(attributes: .bold) }
        for role: Role in [.match, .slot, .input] { looks[role] = Look(attributes: .underline) }
        for role: Role in [.selection, .hostile, .found, .brush] { looks[role] = Look(attributes: .reverse) }
        looks[.tab] = Look(attributes: [.bold, .underline])
        looks[.faint] = Look(attributes: .dim)
        return Theme(name: "monochrome", looks: looks)
    }()
}
