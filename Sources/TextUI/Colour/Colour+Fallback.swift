extension Colour {
    /// The place of the nearest of the 240 fixed colours of a terminal with 256: the cube and the greys, never the first
    /// sixteen, which users redefine. Nearest is meant in CIE L*a*b*; a colour that is nearly grey stays grey.
    ///
    /// A named colour is its own number; `nil` for the terminal's default.
    /// - Complexity: compares with 240 colours; keep the answer.
    public var indexed: Int? {
        switch self {
        case .terminalDefault: return nil
        case .named(let name): return Int(name.rawValue)
        case .exact:
            guard let own = lab else { return nil }
            var best = (place: 16, distance: Double.infinity)
            for (place, candidate) in Self.fixedPlaces {
                let (l, a, b) = (own.l - candidate.l, own.a - candidate.a, own.b - candidate.b)
                let distance = l * l + a * a + b * b
                if distance < best.distance { best = (place, distance) }
            }
            return best.place
        }
    }

    /// What a terminal with 256 colours draws for a number, where that is fixed.
    public static func fixed(_ place: Int) -> Colour? {
        switch place {
        case 16..<232:
            let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
            let cube = place - 16
            return .exact(red: levels[cube / 36], green: levels[cube / 6 % 6], blue: levels[cube % 6])
        case 232..<256:
            let grey = UInt8(8 + (place - 232) * 10)
            return .exact(red: grey, green: grey, blue: grey)
        default: return nil
        }
    }

    private static let fixedPlaces: [(place: Int, lab: (l: Double, a: Double, b: Double))] = (16..<256).compactMap {
        place in
        Colour.fixed(place)?.lab.map { (place, $0) }
    }
}
