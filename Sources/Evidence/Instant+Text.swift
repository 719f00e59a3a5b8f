extension Instant {
    /// Reads a date such as `2026-05-21`, or an RFC 3339 time such as `2026-05-21T03:14:07.120Z`; a missing zone is UTC.
    ///
    /// Fractions beyond milliseconds are cut. Returns `nil` for anything else, and for dates that no calendar has.
    public init?(_ text: String) {
        var reader = TimeReader(bytes: Array(text.utf8))
        guard let milliseconds = reader.time() else { return nil }
        self.milliseconds = milliseconds
    }

    /// The time as RFC 3339 in UTC with milliseconds: `2026-05-21T03:14:07.120Z`.
    public var text: String {
        "\(dateText)T\(timeText).\(padded(Int(milliseconds - floored(milliseconds, Instant.second)), 3))Z"
    }

    /// The date in UTC: `2026-05-21`.
    public var dateText: String {
        let date = calendarDate
        return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
    }

    /// The month and day in UTC, for axes: `05-21`.
    public var shortDateText: String {
        let date = calendarDate
        return "\(padded(date.month, 2))-\(padded(date.day, 2))"
    }

    /// The time of day in UTC: `03:14:07`.
    public var timeText: String {
        let seconds = Int((milliseconds - Int64(day) * Instant.day) / Instant.second)
        return "\(padded(seconds / 3_600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    }

    /// The year, month and day in UTC, by the proleptic Gregorian calendar.
    public var calendarDate: (year: Int, month: Int, day: Int) {
        // Counts from 0000-03-01, so that the leap day is the last of a year; eras are 400 years of 146,097 days.
        let days = day + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1
        )
    }

    /// The first moment of a day in UTC; `nil` for a date that no calendar has.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...31).contains(day), (0...9_999).contains(year) else { return nil }
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(day: era * 146_097 + dayOfEra - 719_468)
        let back = calendarDate
        guard back.month == month, back.day == day else { return nil }
    }
}

private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

private func floored(_ value: Int64, _ unit: Int64) -> Int64 {
    value - ((value % unit) + unit) % unit
}

/// Reads RFC 3339 byte by byte.
private struct TimeReader {
    let bytes: [UInt8]
    var position = 0

    mutating func time() -> Int64? {
        guard let year = number(4), skip("-"), let month = number(2), skip("-"), let day = number(2),
            var total = Instant(year: year, month: month, day: day)?.milliseconds
        else { return nil }
        if position == bytes.count { return total }
        guard skip("T") || skip("t") || skip(" "), let hour = number(2), skip(":"), let minute = number(2),
            hour < 24, minute < 60
        else { return nil }
        total += Int64(hour) * Instant.hour + Int64(minute) * Instant.minute
        if skip(":") {
            guard let second = number(2), second <= 60 else { return nil }
            total += Int64(second) * Instant.second
            if skip(".") || skip(",") {
                guard let fraction = milliseconds() else { return nil }
                total += fraction
            }
        }
        guard let zone = zone() else { return nil }
        return position == bytes.count ? total - zone : nil
    }

    private mutating func zone() -> Int64? {
        if position == bytes.count || skip("Z") || skip("z") { return 0 }
        let sign: Int64
        if skip("+") {
            sign = 1
        } else if skip("-") {
            sign = -1
        } else {
            return nil
        }
        guard let hours = number(2) else { return nil }
        _ = skip(":")
        guard let minutes = number(2), hours < 24, minutes < 60 else { return nil }
        return sign * (Int64(hours) * Instant.hour + Int64(minutes) * Instant.minute)
    }

    private mutating func milliseconds() -> Int64? {
        var value: Int64 = 0
        var digits = 0
        while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) {
            if digits < 3 { value = value * 10 + Int64(bytes[position] - UInt8(ascii: "0")) }
            digits += 1
            position += 1
        }
        guard digits > 0 else { return nil }
        for _ in digits..<max(3, digits) { value *= 10 }
        return value
    }

    private mutating func number(_ digits: Int) -> Int? {
        guard position + digits <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[position..<position + digits] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        position += digits
        return value
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }
}
