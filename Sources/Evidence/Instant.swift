/// A point in time: whole milliseconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970, negative before it.
    public var milliseconds: Int64

    /// Makes a point in time from milliseconds since 1970.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Earlier comes first.
    public static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }
}

extension Instant: Codable {
    /// Decodes from one integer of milliseconds.
    public init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Encodes as one integer of milliseconds.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}

extension Instant {
    /// One second, in milliseconds.
    public static let second: Int64 = 1_000
    /// One minute, in milliseconds.
    public static let minute: Int64 = 60 * second
    /// One hour, in milliseconds.
    public static let hour: Int64 = 60 * minute
    /// One day of 24 hours, in milliseconds.
    public static let day: Int64 = 24 * hour

    /// Moves a time by milliseconds.
    public static func + (time: Instant, milliseconds: Int64) -> Instant {
        Instant(milliseconds: time.milliseconds + milliseconds)
    }

    /// Moves a time back by milliseconds.
    public static func - (time: Instant, milliseconds: Int64) -> Instant {
        Instant(milliseconds: time.milliseconds - milliseconds)
    }

    /// The milliseconds from the right time to the left one.
    public static func - (left: Instant, right: Instant) -> Int64 {
        left.milliseconds - right.milliseconds
    }

    /// Days since 1970 in UTC, rounded down.
    public var day: Int {
        Int(milliseconds >= 0 ? milliseconds / Instant.day : (milliseconds + 1) / Instant.day - 1)
    }

    /// The hour of the day in UTC, 0 to 23.
    public var hourOfDay: Int {
        Int((milliseconds - Int64(day) * Instant.day) / Instant.hour)
    }

    /// The day of the week in UTC, 0 (Monday) to 6 (Sunday).
    public var dayOfWeek: Int {
        ((day + 3) % 7 + 7) % 7
    }

    /// The first moment of a day, given as days since 1970 in UTC.
    public init(day: Int) {
        milliseconds = Int64(day) * Instant.day
    }
}
