import Evidence
import Foundation
import HostileText

/// The zone that times are shown in. What is stored, exported and typed is UTC; days and hours are counted in UTC too.
public struct DisplayZone: Hashable, Sendable {
    /// What columns of times are headed with: `UTC`, `UTC+2`, `Helsinki`.
    public let name: String
    private let rule: Rule

    private enum Rule: Hashable, Sendable {
        case fixed(Int64)
        case named(TimeZone)
    }

    /// Universal time.
    public static let utc = DisplayZone(name: "UTC", rule: .fixed(0))

    private init(name: String, rule: Rule) {
        self.name = name
        self.rule = rule
    }

    /// Reads a zone: `utc`, hours from UTC such as `+2` or `-3.5`, or a name of the tz database such as `Europe/Helsinki`.
    ///
    /// - Throws: ``Problem`` for anything else.
    public init(_ text: String) throws(Problem) {
        if ["", "utc", "z"].contains(text.lowercased()) {
            self = .utc
        } else if let hours = Double(text) {
            guard abs(hours) <= 14 else { throw Problem("“\(text)” is no zone: none is more than 14 hours from UTC") }
            let sign = hours < 0 ? "" : "+"
            let number = hours == hours.rounded() ? String(Int(hours)) : String(hours)
            self.init(name: "UTC\(sign)\(number)", rule: .fixed(Int64((hours * Double(Instant.hour)).rounded())))
        } else if text.contains("/"), let zone = TimeZone(identifier: text) {
            let city = text.split(separator: "/").last.map { String($0).replacing("_", with: " ") }
            self.init(name: city ?? text, rule: .named(zone))
        } else {
            throw Problem(
                "“\(text)” is no zone; write utc, hours from UTC such as +2, or a name such as Europe/Helsinki")
        }
    }

    /// How far the zone is ahead of UTC at a moment, in milliseconds.
    private func offset(at moment: Instant) -> Int64 {
        switch rule {
        case .fixed(let offset): return offset
        case .named(let zone):
            let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1_000)
            return Int64(zone.secondsFromGMT(for: date)) * Instant.second
        }
    }

    private func local(_ moment: Instant) -> Instant { moment + offset(at: moment) }

    /// `05-21`
    func date(_ moment: Instant) -> SafeText { SafeText(ours: local(moment).shortDateText) }
    /// `2026-05-21`
    func fullDate(_ moment: Instant) -> SafeText { SafeText(ours: local(moment).dateText) }
    /// `03:14:07`
    func time(_ moment: Instant) -> SafeText { SafeText(ours: local(moment).timeText) }
    /// `03:14`
    func minute(_ moment: Instant) -> SafeText { SafeText(ours: String(local(moment).timeText.prefix(5))) }

    /// What follows a time that stands alone: `Z`, or the distance from UTC such as `+02:00`.
    func suffix(_ moment: Instant) -> SafeText {
        let offset = offset(at: moment)
        guard offset != 0 else { return "Z" }
        let minutes = abs(offset) / Instant.minute
        let parts = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : String($0) }
        return SafeText(ours: (offset < 0 ? "-" : "+") + parts.joined(separator: ":"))
    }

    /// The zone in a heading.
    var heading: SafeText { SafeText(ours: name) }
}
