import Evidence

/// A time as text: RFC 3339, and what logs write in its place: a space for the `T`, no zone, any number of fraction digits.
struct TimeText: Equatable {
    /// Milliseconds since 1970, as if the clock were in UTC when there is no zone; fractions are rounded down.
    var milliseconds: Int64
    /// Whether the text names its zone.
    var hasZone: Bool

    /// Reads a time; `nil` for anything else.
    init?(_ text: String) {
        var text = text
        guard let read = text.withUTF8({ TimeScan(bytes: $0).read() }) else { return nil }
        self = read
    }

    init(milliseconds: Int64, hasZone: Bool) {
        self.milliseconds = milliseconds
        self.hasZone = hasZone
    }
}

/// Reads a time from left to right.
private struct TimeScan {
    let bytes: UnsafeBufferPointer<UInt8>
    var place = 0

    init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    func read() -> TimeText? {
        var scan = self
        guard let day = scan.day(), scan.take(where: { $0 == 0x54 || $0 == 0x74 || $0 == 0x20 }),
            let clock = scan.clock()
        else { return nil }
        let local = day * Instant.day + clock
        if scan.place == bytes.count { return TimeText(milliseconds: local, hasZone: false) }
        guard let zone = scan.zone(), scan.place == bytes.count else { return nil }
        return TimeText(milliseconds: local - zone, hasZone: true)
    }

    /// Days since 1970 of `YYYY-MM-DD`, in the proleptic Gregorian calendar.
    private mutating func day() -> Int64? {
        guard let year = number(digits: 4), take("-"), let month = number(digits: 2), take("-"),
            let day = number(digits: 2), (1...12).contains(month)
        else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let length: Int64 = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
        guard (1...length).contains(day) else { return nil }
        // Years begin in March here, so that the leap day comes last.
        let marchYear = month > 2 ? year : year - 1
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Milliseconds since midnight of `HH:MM:SS` and a fraction. A leap second counts as the next minute's first.
    private mutating func clock() -> Int64? {
        guard let hour = number(digits: 2), hour < 24, take(":"), let minute = number(digits: 2), minute < 60,
            take(":"), let second = number(digits: 2), second <= 60
        else { return nil }
        var milliseconds: Int64 = 0
        if take(where: { $0 == 0x2e || $0 == 0x2c }) {
            var scale: Int64 = 100
            let start = place
            while place < bytes.count, let digit = digit(at: place) {
                milliseconds += digit * scale
                scale /= 10
                place += 1
            }
            guard place > start else { return nil }
        }
        return ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds
    }

    /// Milliseconds east of UTC of `Z`, `+HH:MM`, `+HHMM` or ` UTC`.
    private mutating func zone() -> Int64? {
        if take(where: { $0 == 0x5a || $0 == 0x7a }) { return 0 }
        if take(" "), take("U"), take("T"), take("C") { return 0 }
        guard place < bytes.count else { return nil }
        let sign: Int64 = bytes[place] == UInt8(ascii: "-") ? -1 : 1
        guard take(where: { $0 == 0x2b || $0 == 0x2d }), let hours = number(digits: 2), hours < 24 else { return nil }
        if place < bytes.count { _ = take(":") }
        guard let minutes = place < bytes.count ? number(digits: 2) : 0, minutes < 60 else { return nil }
        return sign * (hours * 60 + minutes) * 60_000
    }

    private func digit(at place: Int) -> Int64? {
        let digit = bytes[place] &- UInt8(ascii: "0")
        return digit < 10 ? Int64(digit) : nil
    }

    private mutating func number(digits: Int) -> Int64? {
        guard place + digits <= bytes.count else { return nil }
        var value: Int64 = 0
        for place in place..<(place + digits) {
            guard let digit = digit(at: place) else { return nil }
            value = value * 10 + digit
        }
        place += digits
        return value
    }

    private mutating func take(_ character: UnicodeScalar) -> Bool {
        take { UInt32($0) == character.value }
    }

    private mutating func take(where fits: (UInt8) -> Bool) -> Bool {
        guard place < bytes.count, fits(bytes[place]) else { return false }
        place += 1
        return true
    }
}
