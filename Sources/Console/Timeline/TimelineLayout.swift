import TextUI

/// Where the parts of the timeline are.
struct TimelineLayout: Hashable, Sendable {
    /// The row above the histogram: its unit and its legend.
    let legend: Rect
    /// The histogram with its axis.
    let histogram: Rect
    /// The row under the axis for silences and bursts.
    let notes: Rect
    /// The row that parts histogram and list.
    let divider: Rect
    /// The list.
    let list: Rect
    /// The reader, where there is room for it.
    let reader: Rect?

    /// Divides the body of a screen. Below 110 columns there is no reader.
    init(_ area: Rect, brush: TimelineBrush) {
        var rest = area
        legend = rest.cutTop(1).inset(x: 1)
        // Moments, plot, axis, dates, bracket.
        let tall = area.height >= 34 ? area.height * 2 / 5 : max(8, area.height / 2)
        histogram = rest.cutTop(min(tall, max(0, rest.height - 6))).inset(x: 1)
        notes = rest.cutTop(1).inset(x: 1)
        if area.height >= 34 { _ = rest.cutTop(1) }
        divider = rest.cutTop(1)
        if area.width >= 110 {
            let parts = rest.columns(.share(17, minimum: 54), .share(15), gap: 3)
            list = parts[0]
            reader = Rect(x: parts[1].x, y: parts[1].y, width: parts[1].width - 1, height: parts[1].height)
        } else {
            list = rest
            reader = nil
        }
    }

    /// The columns of the plot.
    var columns: Int { Histogram.binCount(in: histogram) }
    /// The rows of the list.
    var listHeight: Int { max(1, list.height - 1) }
}
