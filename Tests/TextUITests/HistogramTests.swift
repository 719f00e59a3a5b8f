import HostileText
import Testing
import TextUI

@Suite struct HistogramTests {
    @Test func `bins stand on an axis with scale, labels, moments and brush`() {
        let bins: [[Double]] = [[50, 0], [100, 50], [], [200, 200], [400, 0], [380, 20], [10, 0], [1, 0]]
        let histogram = Histogram(
            bins: bins, styles: [.series(1), .series(2)], labels: [(0, "05-05"), (6, "05-12")],
            moments: [.init(bin: 2, label: "released")], brush: 3..<6)
        #expect(
            drawn(histogram, 24, 9) == """
                released ▾
                   400   │██▆
                         │███
                   200   │▄██
                        ▇│███
                       ▅█│███▁▁
                       ┴─────┴──────────
                       05-05 05-12
                          ╰─╯
                """)
    }

    @Test func `two parts share a cell as sign and ground`() {
        var grid = Grid(width: 8, height: 5)
        grid.draw(Histogram(bins: [[12, 20]], styles: [.series(1), .series(2)], maximum: 32), in: grid.bounds)
        #expect(grid[7, 3]?.style == Style(.series1))
        #expect(grid[7, 2]?.style == Style(.series1, on: .series2))
        #expect(grid[7, 1]?.style == Style(.series2))
        #expect((0..<5).map { grid.line($0).last } == ["█", "█", "▄", "█", "─"])
    }

    @Test func `the top of a bin is exact to an eighth, and the least value shows`() {
        let histogram = Histogram(bins: [[1], [5], [8], [0.001], [0], []], styles: [.series(1)], maximum: 16)
        #expect(drawn(histogram, 13, 3) == "    16\n       ▁▅█▁\n       ──────")
    }

    @Test(arguments: [(0, 1), (3.0, 4), (412, 500), (799, 800), (800, 800), (0.3, 0.4)])
    func `the scale ends in a round number`(value: Double, expected: Double) {
        #expect(abs(Histogram.roundMaximum(value) - expected) < 1e-9)
    }

    @Test func `a logarithmic scale shows one beside a thousand, and its steps are powers of ten`() {
        var histogram = Histogram(bins: [[1], [1000]], styles: [.series(1)], maximum: 1000)
        #expect(drawn(histogram, 9, 7).split(separator: "\n", omittingEmptySubsequences: false).last == "       ──")
        histogram.scaling = .logarithmic
        let rows = drawn(histogram, 9, 7).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(
            rows.map { $0.prefix(6).trimmingPrefix(while: { $0 == " " }) }.filter { !$0.isEmpty } == [
                "1000", "100", "10", "1",
            ])
        #expect(rows[5].hasSuffix("▅█"))
    }

    @Test func `grey above a hue is a sign on it, never a ground that a terminal may lack`() {
        var grid = Grid(width: 10, height: 2)
        let bins: [[Double]] = [[4, 4], [1, 7], [7, 1]]
        grid.draw(Histogram(bins: bins, styles: [.series(1), .track], maximum: 8), in: grid.bounds)
        #expect((7..<10).map { grid[$0, 0]?.style } == [Style(.track, on: .series1), .track, Style(.series1)])
        #expect(grid.line(0).suffix(3) == "▀██")
    }

    @Test func `letters stand for the parts where there are neither hues nor blocks`() {
        var histogram = Histogram(bins: [[8, 0], [2, 6], [0.1, 0]], styles: [.series(1), .series(2)], maximum: 8)
        histogram.letters = ["a", "b"]
        #expect(drawn(histogram, 10, 2) == "     8 aba\n       ───")
    }
}
