/// A colour of a theme.
public enum Colour: Sendable, Hashable {
    /// Whatever the terminal draws without being told.
    case terminalDefault
    /// One of the sixteen that the terminal's own settings define.
    case named(Name)
    /// Red, green and blue of sRGB, from 0 to 255.
    case exact(red: UInt8, green: UInt8, blue: UInt8)

    /// The sixteen colours that every terminal names (ECMA-48 and its bright extension).
    public enum Name: UInt8, Sendable, Hashable, CaseIterable {
        case black, red, green, yellow, blue, magenta, cyan, white
        case brightBlack, brightRed, brightGreen, brightYellow, brightBlue, brightMagenta, brightCyan, brightWhite

        /// Its spelling in a theme: `bright-black`.
        public var spelling: String {
            let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
            return rawValue < 8 ? names[Int(rawValue)] : "bright-" + names[Int(rawValue) - 8]
        }
    }

    /// Reads a number sign and six hexadecimal digits, a name such as `bright-cyan`, or `default`; `nil` for anything else.
    public init?(spelling: String) {
        if spelling == "default" {
            self = .terminalDefault
        } else if let name = Name.allCases.first(where: { $0.spelling == spelling }) {
            self = .named(name)
        } else {
            let digits = spelling.dropFirst()
            guard spelling.first == "#", digits.utf8.count == 6, digits.allSatisfy({ $0.isHexDigit }),
                let value = UInt32(digits, radix: 16)
            else { return nil }
            self = .exact(
                red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
        }
    }

    /// Its spelling in a theme.
    public var spelling: String {
        switch self {
        case .terminalDefault: "default"
        case .named(let name): name.spelling
        case .exact(let red, let green, let blue):
            "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }
}

/// How many colours a terminal shows.
public enum ColourDepth: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// None: weight, underline and reverse only.
    case none = 0
    /// The sixteen named ones.
    case named = 16
    /// The sixteen, a cube of 216 and 24 greys.
    case indexed = 256
    /// All of sRGB.
    case exact = 16_777_216

    /// Orders by number of colours.
    public static func < (left: ColourDepth, right: ColourDepth) -> Bool { left.rawValue < right.rawValue }
}
