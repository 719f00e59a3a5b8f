import TextUI

/// Days as shaded cells, as wide as the room allows; where there are more days than columns, the newest.
struct DayHeat: Widget {
    /// One a day, from 0 to 1, oldest first.
    var values: [Double]
    /// The style of the cells.
    var style: Style

    func draw(into grid: inout Grid, in rect: Rect) {
        guard !values.isEmpty else { return }
        let width = min(3, max(1, rect.width / values.count))
        HeatStrip(values.suffix(rect.width / width), style: style, cellWidth: width).draw(into: &grid, in: rect)
    }
}
