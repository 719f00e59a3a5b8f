import TextUI

/// Where the parts of the timeline are.
struct TimelineLayout: Hashable, Sendable {
    /// The row above the histogram: its unit and its legend.
    let legend: Rect
    /// The row with the name of each side; none where there is only one.
    let names: [Rect]
    /// The histogram of each side; the lowest bears the dates.
    let histograms: [Rect]
    /// The row under the axis for silences and bursts.
    let notes: Rect
    /// The row that parts histogram and list.
    let divider: Rect
    /// The list.
    let list: Rect
    /// What stands beside the list, where there is room for it: the reader, or the list of the other side.
    let side: Rect?

    /// Divides the body of a screen. Below 110 columns nothing stands beside the list.
    init(_ area: Rect, sides: Int) {
        var rest = area
        legend = rest.cutTop(1).inset(x: 1)
        // Moments, plot, axis, dates, bracket.
        let tall =
            sides > 1
            ? max(area.height / 2, min(area.height * 13 / 20, 13))
            : area.height >= 34 ? area.height * 2 / 5 : max(8, area.height / 2)
        var plots = rest.cutTop(min(tall, max(0, rest.height - 6))).inset(x: 1)
        var names: [Rect] = []
        var histograms: [Rect] = []
        if sides > 1 {
            // The dates and, where there is room, the bracket are drawn once, under the lower one.
            let more = plots.height >= 18 ? 2 : 1
            let upper = max(3, (plots.height - 2 - more) / 2)
            names.append(plots.cutTop(1))
            histograms.append(plots.cutTop(upper))
            names.append(plots.cutTop(1))
            histograms.append(plots.cutTop(upper + more))
        } else {
            histograms.append(plots)
        }
        self.names = names
        self.histograms = histograms
        notes = rest.cutTop(1).inset(x: 1)
        if area.height >= 34 { _ = rest.cutTop(1) }
        divider = rest.cutTop(1)
        if area.width >= 110 {
            let parts =
                sides > 1
                ? rest.columns(.share(1), .share(1), gap: 3) : rest.columns(.share(17, minimum: 54), .share(15), gap: 3)
            list = parts[0]
            side = Rect(x: parts[1].x, y: parts[1].y, width: parts[1].width - 1, height: parts[1].height)
        } else {
            list = rest
            side = nil
        }
    }

    /// Whether a row is kept free for the bracket of the brush, so that nothing moves when one begins.
    var keepsBracketRow: Bool { (histograms.last?.height ?? 0) >= (histograms.count > 1 ? 9 : 12) }
    /// The columns of the plot.
    var columns: Int { histograms.first.map { Histogram.binCount(in: $0) } ?? 0 }
    /// The rows of the list.
    var listHeight: Int { max(1, list.height - 1) }
}
