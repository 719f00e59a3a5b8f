internal import Glibc

extension Colour {
    /// The contrast of two exact colours, from 1 to 21 (WCAG 2.2, contrast ratio); `nil` if the terminal decides either.
    public static func contrast(_ one: Colour, _ other: Colour) -> Double? {
        guard let first = one.luminance, let second = other.luminance else { return nil }
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    private var luminance: Double? {
        guard let (red, green, blue) = linear else { return nil }
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Red, green and blue as amounts of light from 0 to 1 (IEC 61966-2-1).
    var linear: (Double, Double, Double)? {
        guard case .exact(let red, let green, let blue) = self else { return nil }
        func amount(_ part: UInt8) -> Double {
            let value = Double(part) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return (amount(red), amount(green), amount(blue))
    }

    /// Lightness and two opponent hues (CIE 1976 L*a*b*, white point D65), in which distance is roughly what eyes see.
    var lab: (l: Double, a: Double, b: Double)? { linear.map(Colour.lab) }

    static func lab(linear: (Double, Double, Double)) -> (l: Double, a: Double, b: Double) {
        let (red, green, blue) = linear
        func root(_ value: Double) -> Double {
            value > 0.008856 ? cbrt(value) : 7.787 * value + 16 / 116
        }
        let x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047)
        let y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue)
        let z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883)
        return (116 * y - 16, 500 * (x - y), 200 * (y - z))
    }
}
