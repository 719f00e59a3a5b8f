import Evidence
import EvidenceCache
import Testing

@testable import Console

@Suite struct TimeWindowTests {
    private let start = Instant("2026-05-02T00:00:00Z") ?? Instant(milliseconds: 0)

    @Test func `five weeks in 140 columns are buckets of six hours`() {
        let window = TimeWindow(from: start, to: start + 35 * Instant.day, columns: 140)
        #expect(window.width == 6 * Instant.hour)
        #expect(window.count == 140)
        #expect(window.widthText == "6 h")
    }

    @Test func `a bucket grows wider than a column rather than leave half of the room empty`() {
        let window = TimeWindow(from: start, to: start + 14 * Instant.day, columns: 70, least: Instant.day)
        #expect(window.columnsEach == 5)
        #expect(window.count == 14)
        #expect(window.columns(of: 2..<4) == 10..<20)
    }

    @Test func `from a minute to ten years the buckets always fit`() {
        for columns in [30, 73, 151] {
            for length in [Instant.minute, 3 * Instant.hour, 5 * Instant.day, 400 * Instant.day, 3_650 * Instant.day] {
                let end = start + 12_345 + length
                let window = TimeWindow(from: start + 12_345, to: end, columns: columns)
                #expect(window.count * window.columnsEach <= columns)
                #expect(window.from <= start + 12_345)
                #expect(window.to >= end)
            }
        }
    }

    @Test func `weeks start on Monday`() {
        #expect(TimeWindow.aligned(start, to: 7 * Instant.day).dayOfWeek == 0)
    }

    @Test func `zooming in keeps the moment under the cursor where it is`() {
        let whole = TimeRange(from: start, to: start + 40 * Instant.day)
        let at = start + 10 * Instant.day
        let half = whole.zoomed(by: 0.5, around: at, within: whole)
        #expect(half.length == 20 * Instant.day)
        #expect(at - half.from == 5 * Instant.day)
        #expect(half.zoomed(by: 2, around: at, within: whole) == whole)
    }

    @Test func `zooming and panning never leave the whole`() {
        let whole = TimeRange(from: start, to: start + 40 * Instant.day)
        let edge = whole.zoomed(by: 0.25, around: start, within: whole)
        #expect(edge.from == start)
        #expect(edge.moved(by: -Instant.day, within: whole) == edge)
        #expect(edge.moved(by: 400 * Instant.day, within: whole).to == whole.to)
    }

    @Test func `zooming in ends at ten seconds`() {
        let whole = TimeRange(from: start, to: start + Instant.minute)
        let small = whole.zoomed(by: 0.01, around: start, within: whole)
        #expect(small.length == 10 * Instant.second)
        #expect(small.zoomed(by: 0.5, around: start, within: whole) == small)
    }

    @Test func `a brush begins, ends and goes with one key, in either direction`() {
        let window = TimeWindow(from: start, to: start + 10 * Instant.day, columns: 10)
        let begun = TimelineBrush.none.pressed(at: window.start(of: 6), in: window)
        #expect(begun.buckets(in: window, cursor: window.start(of: 3)) == 3..<7)
        let ended = begun.pressed(at: window.start(of: 3), in: window)
        #expect(ended.ended == Brush(from: window.start(of: 3), to: window.start(of: 7)))
        #expect(ended.pressed(at: window.start(of: 0), in: window) == .none)
    }
}
