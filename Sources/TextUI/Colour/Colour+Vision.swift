/// How an eye sees colours.
public enum ColourVision: String, Sendable, Hashable, CaseIterable {
    /// With all three kinds of cones.
    case ordinary
    /// Without the cones for long waves.
    case protanopia
    /// Without those for middle waves.
    case deuteranopia
    /// Without those for short waves.
    case tritanopia

    /// What becomes of red, green and blue light (Machado, Oliveira, Fernandes 2009, table for severity 1.0).
    fileprivate var rows: [(Double, Double, Double)] {
        switch self {
        case .ordinary: [(1, 0, 0), (0, 1, 0), (0, 0, 1)]
        case .protanopia:
            [(0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)]
        case .deuteranopia:
            [(0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)]
        case .tritanopia:
            [(1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)]
        }
    }
}

extension Colour {
    /// How far two colours are apart to an eye, in CIE 1976 L*a*b* (about 2 is just seen); `nil` if the terminal decides.
    ///
    /// One of the sixteen names counts as what xterm draws for it.
    public static func distance(_ one: Colour, _ other: Colour, to vision: ColourVision = .ordinary) -> Double? {
        guard let first = one.assumed.lab(seenBy: vision), let second = other.assumed.lab(seenBy: vision) else {
            return nil
        }
        let (l, a, b) = (first.l - second.l, first.a - second.a, first.b - second.b)
        return (l * l + a * a + b * b).squareRoot()
    }

    private func lab(seenBy vision: ColourVision) -> (l: Double, a: Double, b: Double)? {
        guard let (red, green, blue) = linear else { return nil }
        let seen = vision.rows.map { row in min(1, max(0, row.0 * red + row.1 * green + row.2 * blue)) }
        return Colour.lab(linear: (seen[0], seen[1], seen[2]))
    }

    /// The exact colour that xterm draws for a name; the colour itself otherwise.
    var assumed: Colour {
        guard case .named(let name) = self else { return self }
        let levels: [(UInt8, UInt8, UInt8)] = [
            (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
            (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255),
            (255, 0, 255), (0, 255, 255), (255, 255, 255),
        ]
        let (red, green, blue) = levels[Int(name.rawValue)]
        return .exact(red: red, green: green, blue: blue)
    }
}
