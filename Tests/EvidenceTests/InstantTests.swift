import Evidence
import Testing

@Suite struct InstantTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0),
        ("2026-05-21T03:14:07.120Z", 1_779_333_247_120),
        ("2026-05-21T03:14:07.120999Z", 1_779_333_247_120),
        ("2026-05-21t05:14:07+02:00", 1_779_333_247_000),
        ("2026-05-21 03:14:07", 1_779_333_247_000),
        ("2024-02-29", 1_709_164_800_000),
        ("1969-12-31T23:59:59.999Z", -1),
    ]) func `RFC 3339 is read to the millisecond`(text: String, milliseconds: Int64) {
        #expect(Instant(text)?.milliseconds == milliseconds)
    }

    @Test(arguments: ["", "yesterday", "2026-02-30", "2026-13-01", "2026-05-21T25:00:00Z", "2026-05-21T03:14:07Q"])
    func `what no calendar has is refused`(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func `a time is written back as it was read`() {
        for text in ["2026-05-21T03:14:07.120Z", "1969-12-31T23:59:59.999Z", "2000-02-29T00:00:00.000Z"] {
            #expect(Instant(text)?.text == text)
        }
    }

    @Test func `every day of four hundred years keeps its date`() throws {
        let first = try #require(Instant(year: 1800, month: 1, day: 1))
        for offset in 0..<146_097 {
            let instant = Instant(day: first.day + offset)
            let date = instant.calendarDate
            #expect(Instant(year: date.year, month: date.month, day: date.day) == instant)
        }
    }

    @Test func `21 May 2026 is a Thursday`() throws {
        #expect(try #require(Instant("2026-05-21T23:30:00Z")).dayOfWeek == 3)
        #expect(try #require(Instant("2026-05-21T23:30:00Z")).hourOfDay == 23)
    }
}
