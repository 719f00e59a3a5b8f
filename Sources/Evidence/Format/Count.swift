/// Numbers as people read them.
public enum Count {
    /// A whole number with thin groups: `24,103`.
    public static func text(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return number < 0 ? "-" + grouped : grouped
    }

    /// A count with its noun: `1 account`, `412 accounts`.
    public static func text(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(text(number)) \(number == 1 ? one : many ?? one + "s")"
    }

    /// A part of a whole: `30 of 242`.
    public static func text(_ part: Int, of whole: Int) -> String {
        "\(text(part)) of \(text(whole))"
    }

    /// A whole number in at most four columns: `812`, `4.1k`, `38k`, `1.3M`.
    public static func short(_ number: Int) -> String {
        let steps: [(Double, String)] = [(1e9, "G"), (1e6, "M"), (1e3, "k")]
        for (step, unit) in steps where Double(number.magnitude) >= step * 0.9995 {
            let scaled = Double(number) / step
            return (abs(scaled) < 9.95 ? decimal(scaled, 1) : decimal(scaled, 0)) + unit
        }
        return String(number)
    }

    /// A number with a fixed number of decimals, rounded half away from zero: `0.97`.
    public static func decimal(_ number: Double, _ places: Int) -> String {
        guard number.isFinite else { return "–" }
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = (number * scale).rounded(.toNearestOrAwayFromZero)
        guard abs(scaled) < 9e15 else { return String(number) }
        let whole = Int(abs(scaled))
        let sign = scaled < 0 ? "-" : ""
        guard places > 0 else { return sign + text(whole) }
        let fraction = String(whole % Int(scale))
        let zeros = String(repeating: "0", count: places - fraction.count)
        return "\(sign)\(text(whole / Int(scale))).\(zeros)\(fraction)"
    }

    /// A share of 1 as a percentage: `94 %`, `0.4 %`, `<0.1 %`.
    public static func percent(_ share: Double) -> String {
        guard share.isFinite else { return "–" }
        let percent = share * 100
        if percent > 0, percent < 0.05 { return "<0.1 %" }
        return decimal(percent, percent > 0 && percent < 9.95 || percent > 99 && percent < 100 ? 1 : 0) + " %"
    }

    /// Bytes: `812 B`, `3.4 MiB`.
    public static func bytes(_ number: Int) -> String {
        var value = Double(number)
        var unit = "B"
        for next in ["KiB", "MiB", "GiB", "TiB"] where value >= 1_024 {
            value /= 1_024
            unit = next
        }
        return (unit == "B" || value >= 9.95 ? decimal(value, 0) : decimal(value, 1)) + " " + unit
    }
}
