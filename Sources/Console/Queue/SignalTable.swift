import Evidence
import HostileText
import TextUI

/// Draws signals, largest contribution first: each with its value, how rare that is, and what it adds.
struct SignalTable {
    let signals: [Signal]
    /// How many there are in all.
    let total: Int
    /// Whether the middle ordinary value has a column of its own.
    var showsOrdinary = false

    /// Draws them with a heading.
    ///
    /// - Returns: the rows used.
    @discardableResult
    func draw(on grid: inout Grid, in area: Rect) -> Int {
        var rest = area
        // A bar of a few columns says nothing.
        let barWidth = area.width >= 48 ? min(14, area.width - 42) : 0
        drawHeading(on: &grid, in: rest.cutTop(1), barWidth: barWidth)
        let most = signals.reduce(0.01) { max($0, $1.contribution) }
        for signal in signals where !rest.isEmpty {
            draw(signal, most: most, barWidth: barWidth, on: &grid, in: rest.cutTop(1))
        }
        if signals.count < total, !rest.isEmpty {
            let text = "\(Count.text(signals.count, of: total)) signals"
            grid.draw(SafeText(ours: text), in: rest.cutTop(1), style: .faint)
        }
        return area.height - rest.height
    }

    private func drawHeading(on grid: inout Grid, in line: Rect, barWidth: Int) {
        var room = line
        if barWidth > 0 {
            grid.draw("ADDS", in: room.cutRight(barWidth), style: .heading)
            _ = room.cutRight(2)
        }
        grid.draw("RANK", in: room.cutRight(9), style: .heading, align: .trailing)
        grid.draw("VALUE", in: room.cutRight(9), style: .heading, align: .trailing)
        grid.draw("WHY", in: room, style: .heading)
    }

    private func draw(_ signal: Signal, most: Double, barWidth: Int, on grid: inout Grid, in line: Rect) {
        var room = line
        if barWidth > 0 {
            let style = SignalTable.style(of: signal)
            grid.draw(ThinBar(value: max(0, signal.contribution) / most, style: style), in: room.cutRight(barWidth))
            _ = room.cutRight(2)
        }
        grid.draw(signal.percentileText, in: room.cutRight(9), style: .muted, align: .trailing)
        grid.draw(signal.valueText, in: room.cutRight(9), style: .text, align: .trailing)
        grid.draw(signal.name.words, in: room, style: signal.value == nil ? .faint : .text)
    }

    /// The hue by rarity: what few ordinary accounts have is brighter.
    static func style(of signal: Signal) -> Style {
        switch signal.percentile ?? 0 {
        case 99.75...: .score(0.95)
        case 99...: .score(0.85)
        case 95...: .score(0.75)
        default: .muted
        }
    }
}
