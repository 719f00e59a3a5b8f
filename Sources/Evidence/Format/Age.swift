/// Ages as people read them.
public enum Age {
    /// How long ago, in words that change rarely: `now`, `1 min`, `5 min`, `stale`.
    ///
    /// Since a screen is drawn again only when the word changes, an idle console writes nothing for minutes.
    public static func ofData(since last: Instant, now: Instant) -> Word {
        switch now - last {
        case ..<Instant.minute: .now
        case ..<(5 * Instant.minute): .oneMinute
        case ..<(15 * Instant.minute): .fiveMinutes
        default: .stale
        }
    }

    /// The words for the age of data.
    public enum Word: String, CaseIterable, Sendable {
        /// Less than a minute.
        case now
        /// One minute to five.
        case oneMinute = "1 min"
        /// Five minutes to fifteen.
        case fiveMinutes = "5 min"
        /// More than fifteen minutes.
        case stale
    }

    /// A length of time in its largest unit: `14 d`, `3 h`, `4 min`, `20 s`.
    public static func text(milliseconds: Int64) -> String {
        let length = abs(milliseconds)
        switch length {
        case ..<Instant.minute: return "\(length / Instant.second) s"
        case ..<Instant.hour: return "\(length / Instant.minute) min"
        case ..<(2 * Instant.day): return "\(length / Instant.hour) h"
        default: return "\(Count.text(Int(length / Instant.day))) d"
        }
    }
}
