import Evidence

/// The five weeks that every simulated log covers, and the releases in them.
enum LogPeriod {
    /// 2026-05-01T00:00:00Z, a Friday.
    static let start = Instant(day: 20_574)
    /// 2026-06-05T00:00:00Z.
    static let end = Instant(day: 20_609)
    /// The length in days.
    static let days = 35.0
    /// When the newest model was released, 2026-05-19T17:00:00Z.
    static let release = Instant(day: 20_592) + 17 * Instant.hour

    /// A time so many days after the start.
    static func time(_ days: Double) -> Instant { start + Int64(days * Double(Instant.day)) }
}
