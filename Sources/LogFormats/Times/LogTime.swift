import Evidence
import Foundation

/// A time in a log, and whether its zone had to be assumed.
struct LogTime: Equatable {
    /// The time.
    var instant: Instant
    /// Whether the log named no zone.
    var zoneWasAssumed: Bool

    /// The unit of a time that is given as a number.
    enum Unit {
        case milliseconds
        /// Seconds with a fraction; numbers too large for that are milliseconds.
        case seconds
        case nanoseconds
    }

    /// The first moment after the year 9999. A time outside 1970 to 9999 is no time of a request.
    private static let end: Int64 = 253_402_300_800_000

    /// Reads a number, a text, or the halves of a 64-bit number that some writers leave as `{"low":…,"high":…}`.
    ///
    /// - Parameter zone: the zone of a text that names none; not asked for otherwise, since threads that all do wait for each other.
    init?(_ value: JSONValue, unit: Unit, zone: @autoclosure () -> TimeZone) {
        zoneWasAssumed = false
        var milliseconds: Int64
        if case .string(let text) = value, let time = TimeText(text) {
            milliseconds = time.milliseconds
            if !time.hasZone {
                zoneWasAssumed = true
                milliseconds -= LogTime.offset(of: zone(), at: milliseconds)
            }
        } else if let time = LogTime.milliseconds(of: value, unit: unit) {
            milliseconds = time
        } else {
            return nil
        }
        guard (0..<LogTime.end).contains(milliseconds) else { return nil }
        instant = Instant(milliseconds: milliseconds)
    }

    private static func milliseconds(of value: JSONValue, unit: Unit) -> Int64? {
        if unit == .nanoseconds, let nanoseconds = value.halves ?? value.integer.map(Int64.init) {
            return nanoseconds / 1_000_000
        }
        // What a double holds exactly need not become one.
        if unit == .milliseconds, case .number(let literal) = value, literal.utf8.count <= 15,
            let number = Int64(literal)
        {
            return number
        }
        guard let number = value.double, (0..<1e18).contains(number) else { return nil }
        switch unit {
        // A double of today holds a quarter of a microsecond: what falls just short of a millisecond meant it.
        case .seconds where number < 1e11: return Int64((number * 1000 + 0.0005).rounded(.down))
        case .nanoseconds: return Int64(number / 1e6)
        default: return Int64(number.rounded(.down))
        }
    }

    /// How far a zone is ahead of UTC when its own clocks show a time, in milliseconds.
    private static func offset(of zone: TimeZone, at local: Int64) -> Int64 {
        func offset(_ milliseconds: Int64) -> Int64 {
            Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(milliseconds) / 1000))) * 1000
        }
        return offset(local - offset(local))
    }
}

extension JSONValue {
    /// The 64-bit number whose halves some writers leave as `{"low":…,"high":…}`.
    var halves: Int64? {
        guard let object, let low = object["low"]?.integer, let high = object["high"]?.integer else { return nil }
        return Int64(truncatingIfNeeded: high) << 32 | Int64(UInt32(truncatingIfNeeded: low))
    }
}
