import Evidence
import Foundation
import Testing

@testable import LogFormats

private func time(_ value: JSONValue, _ unit: LogTime.Unit = .milliseconds, zone: String = "UTC") throws -> LogTime? {
    let zone = try #require(TimeZone(identifier: zone))
    return LogTime(value, unit: unit, zone: zone)
}

@Test(arguments: [
    ("1970-01-01T00:00:00Z", Int64(0)), ("2026-05-21T03:14:07.120Z", 1_779_333_247_120),
    ("2026-05-21t03:14:07.1209999z", 1_779_333_247_120), ("2026-05-21T05:44:07.12+02:30", 1_779_333_247_120),
    ("2026-05-20T23:14:07.12-0400", 1_779_333_247_120), ("2026-05-21 03:14:07.120 UTC", 1_779_333_247_120),
    ("2000-02-29T12:00:00Z", 951_825_600_000), ("2016-12-31T23:59:60Z", 1_483_228_800_000),
    ("9999-12-31T23:59:59.999Z", 253_402_300_799_999), ("2026-05-21T03:14:07+00", 1_779_333_247_000),
])
func `A time with a zone is read to the millisecond`(text: String, milliseconds: Int64) throws {
    let read = try #require(try time(.string(text)))
    #expect(read.instant.milliseconds == milliseconds)
    #expect(!read.zoneWasAssumed)
}

@Test(arguments: [
    "", "now", "2026-05-21", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-05-21T24:00:00Z",
    "2026-05-21T03:14Z",
    "2026-05-21T03:14:07.Z", "2026-05-21T03:14:07Zx", "2026-05-21T03:14:07+2:00", "1969-12-31T23:59:59Z",
    "٢٠٢٦-05-21T00:00:00Z",
])
func `What is no time of a request is refused`(text: String) throws {
    #expect(try time(.string(text)) == nil)
}

@Test func `A time without a zone is taken in the zone that was given, and says so`() throws {
    let text = JSONValue.string("2025-01-24 09:20:46.847371")
    let inUTC = try #require(try time(text))
    #expect(inUTC.instant.milliseconds == 1_737_710_446_847)
    #expect(inUTC.zoneWasAssumed)
    #expect(try time(text, zone: "Asia/Tokyo")?.instant.milliseconds == 1_737_710_446_847 - 9 * 3_600_000)
    #expect(try time(.string("2025-07-01 00:00:00"), zone: "Europe/Berlin")?.instant.milliseconds == 1_751_320_800_000)
    #expect(try time(.string("2025-01-01 00:00:00"), zone: "Europe/Berlin")?.instant.milliseconds == 1_735_686_000_000)
}

@Test func `Numbers are milliseconds, seconds or nanoseconds, as the format has them`() throws {
    #expect(try time(.number("1779333247120"))?.instant.milliseconds == 1_779_333_247_120)
    #expect(try time(.string("1779333247120"))?.instant.milliseconds == 1_779_333_247_120)
    #expect(try time(.number("1795248880.921"), .seconds)?.instant.milliseconds == 1_795_248_880_921)
    #expect(try time(.number("1795248880920"), .seconds)?.instant.milliseconds == 1_795_248_880_920)
    #expect(try time(.string("1779333247120999999"), .nanoseconds)?.instant.milliseconds == 1_779_333_247_120)
    for wrong in ["-1", "1e18", "1e300", "253402300800000"] {
        #expect(try time(.number(wrong)) == nil)
    }
    #expect(try time(.bool(true)) == nil)
}

@Test func `Two halves of a 64-bit number are put together`() throws {
    let halves = JSONObject(members: [
        .init(name: "low", value: .number("466848096")), .init(name: "high", value: .number("406528574")),
        .init(name: "unsigned", value: .bool(true)),
    ])
    #expect(try time(.object(halves), .nanoseconds)?.instant.milliseconds == 1_746_026_930_686)
}
